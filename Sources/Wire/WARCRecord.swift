import Pages
import Text

extension PageDraft {
    /// Opens one WARC record (ISO 28500) that holds a page: a `response` with its HTTP response, a `resource` or a `conversion`
    /// whose block is the page itself.
    mutating func open(warc value: [UInt8], in room: PageRoom) throws(PageFault) {
        guard value.starts(with: "WARC/1.".utf8), let head = HeaderBlock.read(value, from: 0) else {
            throw Self.badWARC("the value does not begin with the head of a WARC/1.x record")
        }
        // A record of the topic is one page: of a file with several none is chosen.
        let others = try Self.pages(in: value, from: head)
        guard others.isEmpty else { return try open(warc: others[0], in: room) }
        let type = try Self.pageType(of: head)
        if head.hasUnreadable { warn(.headerNotUTF8) }
        take(warcFields: head)
        let end = try Self.blockEnd(of: head, in: value, mayEndEarly: page.truncated != nil)
        // Crawlers that ask a browser write resources whose block is a response all the same.
        if type == .response || value[head.end..<end].starts(with: "HTTP/1.".utf8) {
            take(try HTTPBlock(value, head.end..<end, in: room, isCut: page.truncated != nil))
        } else {
            page.contentType = head.first("content-type")
            page.charset = nil
            page.body = Array(value[head.end..<end])
        }
    }

    /// The type of a record that holds a page.
    private static func pageType(of head: HeaderBlock) throws(PageFault) -> WARCType {
        guard let type = WARCType(head) else {
            let word = utf8Prefix(head.first("warc-type") ?? "none", bytes: 64)
            throw badWARC("the WARC-Type is \"\(word)\"; response, resource and conversion records hold a page")
        }
        guard let lack = type.lack else { return type }
        throw PageFault(.noBody, stage: "decode", "the WARC-Type is \"\(type.rawValue)\": \(lack)")
    }

    /// The one page of a value that begins with a record of another kind; none where it begins with a page.
    /// - Throws: a ``PageFault`` that counts them when there are several.
    private static func pages(in value: [UInt8], from head: HeaderBlock) throws(PageFault) -> [[UInt8]] {
        let length = head.first("content-length").flatMap { WholeNumber.of($0, in: 0...(.max)) } ?? .max
        guard length < value.count - head.end,
            value[(head.end + length)...].first(where: { $0 != 0x0A && $0 != 0x0D }) == UInt8(ascii: "W"),
            let found = try? WARCFile.pages(in: value)
        else { return [] }
        guard found.count < 2 else {
            throw badWARC(
                "the value is a WARC file with \(found.count) pages; send one record a page (galley load does)")
        }
        return WARCType(head).map { $0.lack == nil } == true ? [] : found
    }

    private mutating func take(warcFields head: HeaderBlock) {
        if let target = head.warcTarget { page.url = target }
        if let date = head.first("warc-date") { setFetchTime(date) }
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

/// The types of WARC records (ISO 28500, section 6), and what those lack that hold no page.
enum WARCType: String {
    case response
    case resource
    case conversion
    case metadata
    case request
    case revisit
    case warcinfo
    case continuation

    /// The type that a record's head states; `nil` when it states none that is known.
    init?(_ head: HeaderBlock) {
        self.init(rawValue: head.first("warc-type").map(asciiLowercased) ?? "")
    }

    /// Why there is no page in such a record, and what to do; `nil` for those that hold one.
    var lack: String? {
        switch self {
        case .response, .resource, .conversion: nil
        case .metadata:
            "it says something about a page and holds none, as the records of WAT files; send the response records of the WARC files, or the conversion records of WET files for their text"
        case .request: "it holds what the crawler asked for; send the response record"
        case .revisit: "the page is as it was at an earlier capture, whose response record holds it; send that one"
        case .warcinfo: "it describes the file; send its response records"
        case .continuation: "it holds the rest of a segmented record; put the segments together before sending"
        }
    }
}

extension HeaderBlock {
    /// The URI that a WARC record is of, without the angle brackets that WARC 1.0 has around it.
    var warcTarget: String? {
        first("warc-target-uri").map {
            $0.hasPrefix("<") && $0.hasSuffix(">") ? String($0.dropFirst().dropLast()) : $0
        }
    }
}
