import Pages
import Text

/// A part of a MIME message, or the message itself (RFC 2045): a head, and where its body stands.
struct MIMEEntity {
    /// The fields.
    var head: HeaderBlock
    /// The body as it stands, its transfer encoding in place.
    var body: Range<Int>
    /// Whether the delimiter that ends it is missing.
    var isCut = false

    /// Its media type and the parameters; without a field, text (RFC 2045, section 5.2).
    var contentType: String { head.first("content-type") ?? "text/plain" }

    /// Content types of a record whose value is a MIME message.
    static let messageTypes: Set<String> = ["multipart/related", "message/rfc822", "application/x-mimearchive"]

    /// Reads an entity that fills a range; `nil` when its head does not end there.
    static func read(_ bytes: [UInt8], _ range: Range<Int>) -> MIMEEntity? {
        HeaderBlock.read(bytes, from: range.lowerBound, hasFirstLine: false, before: range.upperBound).map {
            MIMEEntity(head: $0, body: $0.end..<range.upperBound)
        }
    }

    /// Whether a value that no content type names begins as a browser saves a page: with the fields of a message that says what it
    /// holds. A dump whose first line has a colon is read no further than its first empty line.
    static func isSavedPage(_ value: [UInt8]) -> Bool {
        let name = value.prefix(64).prefix { $0 > 0x20 && $0 < 0x7F && $0 != UInt8(ascii: ":") }
        guard !name.isEmpty, name.endIndex < value.count, value[name.endIndex] == UInt8(ascii: ":"),
            let message = read(value, value.indices), let type = message.head.first("content-type")
        else { return false }
        let isMessage = message.head.first("mime-version") != nil
        let isSaved = message.head.first("snapshot-content-location") != nil
        return isMessage && (isSaved || mediaType(type) == "multipart/related")
    }

    /// A parameter of a field's value (RFC 2045, section 5.1), quoted or not.
    static func parameter(_ name: String, of value: String) -> String? {
        for part in parameters(of: Array(value.utf8)) {
            guard let equals = part.firstIndex(of: UInt8(ascii: "=")),
                asciiLowercased(String(decoding: trimmed(part[..<equals]), as: UTF8.self)) == name
            else { continue }
            return unquoted(trimmed(part[(equals + 1)...]))
        }
        return nil
    }

    /// What stands between semicolons, those within quotation marks left alone; the first is the media type.
    private static func parameters(of value: [UInt8]) -> [ArraySlice<UInt8>] {
        var parts: [ArraySlice<UInt8>] = []
        var (start, isQuoted) = (0, false)
        for (index, byte) in value.enumerated() {
            if byte == UInt8(ascii: "\"") { isQuoted.toggle() }
            guard byte == UInt8(ascii: ";"), !isQuoted else { continue }
            parts.append(value[start..<index])
            start = index + 1
        }
        return parts + [value[start...]]
    }

    private static func unquoted(_ text: ArraySlice<UInt8>) -> String {
        guard text.count > 1, text.first == UInt8(ascii: "\""), text.last == UInt8(ascii: "\"") else {
            return String(decoding: text, as: UTF8.self)
        }
        return String(decoding: text.dropFirst().dropLast().filter { $0 != UInt8(ascii: "\\") }, as: UTF8.self)
    }
}

/// The parts of a multipart body, one after the other (RFC 2046, section 5.1.1); one pass over its lines.
struct MIMEParts: Sequence, IteratorProtocol {
    private let bytes: [UInt8]
    private let end: Int
    private let delimiter: [UInt8]
    /// Where the next part begins; `nil` once all are read.
    private var start: Int?

    /// - Parameter boundary: the parameter of that name; what stands before its first line belongs to no part.
    init(_ bytes: [UInt8], _ range: Range<Int>, boundary: String) {
        self.bytes = bytes
        end = range.upperBound
        delimiter = Array("--\(boundary)".utf8)
        start = range.lowerBound
        start = nextDelimiter(from: range.lowerBound).flatMap { $0.isLast ? nil : $0.end }
    }

    /// A part without its head is left out.
    mutating func next() -> MIMEEntity? {
        while let start {
            let found = nextDelimiter(from: start)
            self.start = found.flatMap { $0.isLast ? nil : $0.end }
            let range = start..<Swift.max(start, found.map { withoutLineEnd($0.start) } ?? end)
            guard var part = MIMEEntity.read(bytes, range) else { continue }
            part.isCut = found == nil
            return part
        }
        return nil
    }

    /// The line that begins with the delimiter, at or behind a line's start.
    private func nextDelimiter(from start: Int) -> (start: Int, end: Int, isLast: Bool)? {
        var line = start
        while line < end {
            let lineEnd = bytes[line..<end].firstIndex(of: 0x0A).map { $0 + 1 } ?? end
            if bytes[line..<lineEnd].starts(with: delimiter) {
                let rest = bytes[(line + delimiter.count)..<lineEnd]
                if rest.starts(with: "--".utf8) { return (line, lineEnd, true) }
                // A longer boundary may begin with this one.
                if rest.allSatisfy({ isSpace($0) }) { return (line, lineEnd, false) }
            }
            line = lineEnd
        }
        return nil
    }

    /// The line end before a delimiter belongs to it.
    private func withoutLineEnd(_ end: Int) -> Int {
        guard end > 0, bytes[end - 1] == 0x0A else { return end }
        return end > 1 && bytes[end - 2] == 0x0D ? end - 2 : end - 1
    }
}

/// Removes the transfer encodings of MIME (RFC 2045, section 6). None makes a body longer.
enum TransferEncoding {
    /// The body without the encoding that its head names; `nil` when there is no such encoding, or the body is not so encoded.
    static func remove(_ name: String?, from body: ArraySlice<UInt8>, mayEndEarly: Bool) -> [UInt8]? {
        switch asciiLowercased(name ?? "") {
        case "", "7bit", "8bit", "binary": Array(body)
        case "quoted-printable": quotedPrintable(body)
        case "base64": base64(body, mayEndEarly: mayEndEarly)
        default: nil
        }
    }

    /// `=C3` is a byte and `=` at a line's end joins it with the next; any other `=` stands for itself, as readers of mail take it.
    static func quotedPrintable(_ body: ArraySlice<UInt8>) -> [UInt8] {
        var output: [UInt8] = []
        output.reserveCapacity(body.count)
        var index = body.startIndex
        while index < body.endIndex {
            if body[index] != UInt8(ascii: "=") {
                output.append(body[index])
                index += 1
            } else if let byte = hexByte(body, index + 1) {
                output.append(byte)
                index += 3
            } else if let next = softBreak(body, index + 1) {
                index = next
            } else {
                output.append(body[index])
                index += 1
            }
        }
        return output
    }

    private static func hexByte(_ body: ArraySlice<UInt8>, _ index: Int) -> UInt8? {
        guard index + 1 < body.endIndex, let high = hexDigit(body[index]), let low = hexDigit(body[index + 1]) else {
            return nil
        }
        return high << 4 | low
    }

    private static func hexDigit(_ byte: UInt8) -> UInt8? {
        switch byte {
        case 0x30...0x39: byte - 0x30
        case 0x41...0x46: byte - 0x41 + 10
        case 0x61...0x66: byte - 0x61 + 10
        default: nil
        }
    }

    /// Where the next line begins, when nothing but white space stands before this one's end.
    private static func softBreak(_ body: ArraySlice<UInt8>, _ start: Int) -> Int? {
        var index = start
        // A line has 76 characters; a run of spaces is no reason to look through the page.
        while index < body.endIndex, index - start < 80, isSpace(body[index]), body[index] != 0x0A { index += 1 }
        if index == body.endIndex { return index }
        return body[index] == 0x0A ? index + 1 : nil
    }

    private static func base64(_ body: ArraySlice<UInt8>, mayEndEarly: Bool) -> [UInt8]? {
        var digits = body.filter { !isSpace($0) }
        if mayEndEarly { digits.removeLast(digits.count % 4) }
        return PageDraft.bytes(ofBase64: String(decoding: digits, as: UTF8.self))
    }
}
