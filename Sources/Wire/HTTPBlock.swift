import Pages
import Text

/// An HTTP response as a crawler stored it: status line, fields, body.
struct HTTPBlock {
    /// The head.
    var head: HeaderBlock
    /// The body with its transfer and content codings removed.
    var body: [UInt8]

    /// The status of the status line.
    var status: Int? {
        head.firstLine.utf8.split(separator: 0x20).dropFirst().first.flatMap { WholeNumber.of($0, in: 0...999) }
    }

    /// Reads a response that fills `bytes[range]`.
    ///
    /// Crawlers often keep a `Transfer-Encoding` or `Content-Encoding` field beside a body they have already decoded, so
    /// both are undone only where the body shows them.
    init(_ bytes: [UInt8], _ range: Range<Int>, in room: PageRoom, isCut: Bool) throws(PageFault) {
        guard let head = HeaderBlock.read(bytes, from: range.lowerBound), head.end <= range.upperBound,
            head.firstLine.hasPrefix("HTTP/")
        else {
            throw PageFault(.badEnvelope, stage: "decode", "the WARC response record holds no HTTP response")
        }
        self.head = head
        var body = Array(bytes[head.end..<range.upperBound])
        if head.first("transfer-encoding").map(asciiLowercased)?.contains("chunked") == true {
            body = Self.dechunked(body, mayEndEarly: isCut) ?? body
        }
        var codings = ContentCodings()
        for field in head.fields where field.name == "content-encoding" { codings.add(field.value) }
        self.body = try codings.remove(from: body, in: room, mayEndEarly: isCut, leniently: true)
    }

    /// Removes the chunked transfer coding (RFC 9112, section 7.1); `nil` when the body is not chunked.
    static func dechunked(_ bytes: [UInt8], mayEndEarly: Bool) -> [UInt8]? {
        var output: [UInt8] = []
        output.reserveCapacity(bytes.count)
        var position = 0
        while let (size, start) = chunkHead(bytes, at: position) {
            if size == 0 { return output }
            let end = start + min(size, bytes.count - start)
            output.append(contentsOf: bytes[start..<end])
            guard end - start == size else { return mayEndEarly ? output : nil }
            position = afterLineEnd(bytes, at: end)
        }
        return mayEndEarly && !output.isEmpty ? output : nil
    }

    /// Reads `<hex size>[;extensions]CRLF`; sizes of more than 7 digits are no chunk of a page.
    private static func chunkHead(_ bytes: [UInt8], at start: Int) -> (size: Int, body: Int)? {
        var size = 0
        var index = start
        while index < bytes.count, index - start < 7, let digit = Character(UnicodeScalar(bytes[index])).hexDigitValue {
            size = size << 4 | digit
            index += 1
        }
        guard index > start, let newline = bytes[index...].prefix(1024).firstIndex(of: 0x0A) else { return nil }
        let isHead = newline == index || [0x0D, 0x20, UInt8(ascii: ";")].contains(bytes[index])
        return isHead ? (size, newline + 1) : nil
    }

    private static func afterLineEnd(_ bytes: [UInt8], at start: Int) -> Int {
        var index = start
        if index < bytes.count, bytes[index] == 0x0D { index += 1 }
        if index < bytes.count, bytes[index] == 0x0A { index += 1 }
        return index
    }
}
