/// The head of an HTTP response, a WARC record or a MIME entity: a first line where it has one, then fields up to an empty line.
struct HeaderBlock {
    /// The status or version line; empty in MIME.
    var firstLine: String
    /// Fields in their order; names in lower case.
    var fields: [(name: String, value: String)]
    /// Whether a field was left out as it is not UTF-8.
    var hasUnreadable: Bool
    /// Where the rest begins.
    var end: Int

    /// A head may be this long; real ones stay below 64 kB.
    static let mostBytes = 262_144

    /// Reads a head, lines ended by CRLF or LF, folded lines joined (RFC 9112, section 5.2).
    ///
    /// - Parameters:
    ///   - hasFirstLine: whether a line stands before the fields, as in HTTP and WARC.
    ///   - end: where what the head belongs to ends; the end of all bytes without.
    /// - Returns: `nil` when there is no empty line within ``mostBytes``.
    static func read(
        _ bytes: [UInt8], from start: Int, hasFirstLine: Bool = true, before end: Int? = nil
    ) -> HeaderBlock? {
        var block = HeaderBlock(firstLine: "", fields: [], hasUnreadable: false, end: start)
        var isFirst = hasFirstLine
        let stop = min(end ?? bytes.count, start + mostBytes)
        while let newline = bytes[block.end..<stop].firstIndex(of: 0x0A) {
            let line = trimmedEnd(bytes[block.end..<newline])
            block.end = newline + 1
            if isFirst {
                block.firstLine = String(decoding: line, as: UTF8.self)
                isFirst = false
            } else if line.isEmpty {
                return block
            } else {
                block.add(line)
            }
        }
        return nil
    }

    /// The value of the first field of a name in lower case.
    func first(_ name: String) -> String? {
        fields.first { $0.name == name }?.value
    }

    private static func trimmedEnd(_ line: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
        line.last == 0x0D ? line.dropLast() : line
    }

    private mutating func add(_ line: ArraySlice<UInt8>) {
        if let first = line.first, first == 0x20 || first == 0x09 {
            fold(trimmed(line))
            return
        }
        guard let colon = line.firstIndex(of: UInt8(ascii: ":")) else { return }
        guard let value = utf8Text(trimmed(line[(colon + 1)...])) else {
            hasUnreadable = true
            return
        }
        fields.append((asciiLowercased(String(decoding: trimmed(line[..<colon]), as: UTF8.self)), value))
    }

    private mutating func fold(_ rest: ArraySlice<UInt8>) {
        guard !fields.isEmpty, let text = utf8Text(rest) else { return }
        fields[fields.count - 1].value += " " + text
    }
}
