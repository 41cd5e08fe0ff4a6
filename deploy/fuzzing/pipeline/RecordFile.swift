import Wire

/// A record as a file: header lines, an empty line, the value. It can be read and written with any editor.
///
/// ```
/// content-type: text/html; charset=utf-8
/// ce_subject: https://news.example/ferry
/// x-key: the record's key
///
/// <!DOCTYPE html>...
/// ```
///
/// Lines end with LF. A header's value is every byte after `: `, so it does not have to be UTF-8; a line without `: ` is a
/// header with a null value. `x-key` is the record's key, not a header. Without an empty line the record's value is null.
struct RecordFile {
    /// Headers in their order.
    var headers: [WireHeader] = []
    /// The record's key.
    var key: [UInt8]?
    /// The record's value.
    var value: [UInt8]?

    private static let keyName = "x-key"

    /// Reads a file.
    init(_ bytes: [UInt8]) {
        var start = 0
        while start < bytes.count {
            let end = bytes[start...].firstIndex(of: 0x0A) ?? bytes.count
            if end == start {
                value = Array(bytes[(end + 1)...])
                return
            }
            take(line: bytes[start..<end])
            start = end + 1
        }
    }

    private mutating func take(line: ArraySlice<UInt8>) {
        let colon = line.indices.dropLast().first { line[$0] == 0x3A && line[$0 + 1] == 0x20 }
        let name = String(decoding: line[..<(colon ?? line.endIndex)], as: UTF8.self)
        let text = colon.map { Array(line[($0 + 2)...]) }
        if name == Self.keyName { key = text } else { headers.append(WireHeader(name: name, value: text)) }
    }

    /// The file's bytes.
    var bytes: [UInt8] {
        let fields = key.map { [WireHeader(name: Self.keyName, value: $0)] + headers } ?? headers
        let lines = fields.map { Array($0.name.utf8) + ($0.value.map { [0x3A, 0x20] + $0 } ?? []) + [0x0A] }
        return Array(lines.joined()) + (value.map { [0x0A] + $0 } ?? [])
    }

    /// The record, at a fixed place of a topic.
    var record: InboundRecord {
        InboundRecord(
            topic: "pages.raw", partition: 0, offset: 7, timestampMs: 1_700_000_000_000, key: key, value: value,
            headers: headers)
    }
}
