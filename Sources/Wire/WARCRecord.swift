import Pages
import Text

extension PageDraft {
    /// Opens one WARC `response` record (ISO 28500) with its HTTP response.
    mutating func open(warc value: [UInt8], in room: PageRoom) throws(PageFault) {
        guard value.starts(with: "WARC/1.".utf8), let head = HeaderBlock.read(value, from: 0) else {
            throw Self.badWARC("the value does not begin with the head of a WARC/1.x record")
        }
        // A record of the topic is one page: of a file with several none is chosen.
        let others = try Self.responses(in: value, from: head)
        guard others.isEmpty else { return try open(warc: others[0], in: room) }
        guard head.first("warc-type").map(asciiLowercased) == "response" else {
            let type = utf8Prefix(head.first("warc-type") ?? "none", bytes: 64)
            throw Self.badWARC("the WARC-Type is \"\(type)\"; only response records hold a page")
        }
        if head.hasUnreadable { warn(.headerNotUTF8) }
        take(warcFields: head)
        let end = try Self.blockEnd(of: head, in: value, mayEndEarly: page.truncated != nil)
        take(try HTTPBlock(value, head.end..<end, in: room, isCut: page.truncated != nil))
    }

    /// The one response of a value that begins with a record of another kind; none where it begins with a response.
    /// - Throws: a ``PageFault`` that counts them when there are several.
    private static func responses(in value: [UInt8], from head: HeaderBlock) throws(PageFault) -> [[UInt8]] {
        let length = head.first("content-length").flatMap { WholeNumber.of($0, in: 0...(.max)) } ?? .max
        guard length < value.count - head.end,
            value[(head.end + length)...].first(where: { $0 != 0x0A && $0 != 0x0D }) == UInt8(ascii: "W"),
            let found = try? WARCFile.responses(in: value)
        else { return [] }
        guard found.count < 2 else {
            throw badWARC(
                "the value is a WARC file with \(found.count) responses; send one record a page (galley load does)")
        }
        return head.first("warc-type").map(asciiLowercased) == "response" ? [] : found
    }

    private mutating func take(warcFields head: HeaderBlock) {
        if let target = head.first("warc-target-uri") {
            page.url = target.hasPrefix("<") && target.hasSuffix(">") ? String(target.dropFirst().dropLast()) : target
        }
        if let ms = head.first("warc-date").flatMap({ Timestamp.parse($0) }) { page.fetchedAtMs = ms }
        if let id = head.first("warc-record-id") { page.captureID = id }
        if let word = head.first("warc-truncated") { truncate(word) }
    }

    private mutating func take(_ response: HTTPBlock) {
        if response.head.hasUnreadable { warn(.headerNotUTF8) }
        page.contentType = response.head.first("content-type")
        page.charset = nil
        setStatus(response.status)
        page.body = response.body
    }

    private static func blockEnd(of head: HeaderBlock, in value: [UInt8], mayEndEarly: Bool) throws(PageFault) -> Int {
        guard let length = head.first("content-length").flatMap({ WholeNumber.of($0, in: 0...(.max)) }) else {
            throw badWARC("the WARC record has no Content-Length")
        }
        let available = value.count - head.end
        guard length <= available || mayEndEarly else {
            throw badWARC("the WARC record states \(length) bytes and holds \(available); it was cut on its way")
        }
        return head.end + min(length, available)
    }

    private static func badWARC(_ detail: String) -> PageFault {
        PageFault(.badEnvelope, stage: "decode", detail)
    }
}
