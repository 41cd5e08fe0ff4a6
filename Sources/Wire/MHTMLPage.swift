import Pages
import Text

extension PageDraft {
    /// Opens a page that a browser saved as a MIME message (MHTML, RFC 2557): its root part is the page, the others are what it shows.
    mutating func open(mhtml value: [UInt8], in room: PageRoom) throws(PageFault) {
        let message = try Self.message(value, contentType: page.contentType)
        take(messageFields: message.head)
        let root = try Self.root(of: message, in: value, room)
        if root.isCut, page.truncated == nil { truncate(Truncation.unspecified.rawValue) }
        let encoding = root.head.first("content-transfer-encoding")
        guard
            let body = TransferEncoding.remove(encoding, from: value[root.body], mayEndEarly: page.truncated != nil)
        else {
            throw Self.badMHTML(
                "the page's part is not \(utf8Prefix(encoding ?? "", bytes: 64)); "
                    + "quoted-printable, base64, 7bit, 8bit and binary are read")
        }
        if let url = root.head.first("content-location").flatMap(Self.webURL) { page.url = url }
        page.contentType = root.contentType
        page.charset = nil
        page.body = body
        room.grew(body.count)
    }

    /// The message; a value that came over HTTP has its content type beside it and begins with a delimiter.
    private static func message(_ value: [UInt8], contentType: String?) throws(PageFault) -> MIMEEntity {
        if value.starts(with: "--".utf8), let contentType {
            let head = HeaderBlock(
                firstLine: "", fields: [("content-type", contentType)], hasUnreadable: false, end: 0)
            return MIMEEntity(head: head, body: value.indices)
        }
        guard let message = MIMEEntity.read(value, value.indices) else {
            throw badMHTML("no empty line ends the message's head within \(HeaderBlock.mostBytes) bytes")
        }
        guard message.head.first("content-type") != nil else {
            throw badMHTML("the value does not begin with the head of a MIME message: it has no Content-Type")
        }
        return message
    }

    private mutating func take(messageFields head: HeaderBlock) {
        if head.hasUnreadable { warn(.headerNotUTF8) }
        let locations = ["snapshot-content-location", "content-location"].lazy
        if let url = locations.compactMap({ head.first($0).flatMap(Self.webURL) }).first { page.url = url }
        // A comment may follow a date: "... +0100 (CET)".
        if let date = head.first("date")?.prefix(while: { $0 != "(" }), !date.isEmpty { setFetchTime(String(date)) }
    }

    /// A web address without the line breaks that a folded field has in it (RFC 2557, section 4.4.2); `nil` for `cid:` and files.
    private static func webURL(_ location: String) -> String? {
        let url = location.filter { !$0.isWhitespace }
        return url.hasPrefix("http://") || url.hasPrefix("https://") ? url : nil
    }

    /// Multiparts within multiparts that are followed.
    private static let mostDepth = 4

    /// The part that is the page: what `start` names, else the first HTML, else the first text (RFC 2387, section 3.2).
    private static func root(
        of message: MIMEEntity, in value: [UInt8], _ room: PageRoom
    ) throws(PageFault) -> MIMEEntity {
        var entity = message
        for _ in 0..<mostDepth {
            guard mediaType(entity.contentType).hasPrefix("multipart/") else { return entity }
            guard let boundary = MIMEEntity.parameter("boundary", of: entity.contentType), !boundary.isEmpty else {
                throw badMHTML("the Content-Type \(utf8Prefix(entity.contentType, bytes: 128)) has no boundary")
            }
            let parts = MIMEParts(value, entity.body, boundary: boundary)
            let start = MIMEEntity.parameter("start", of: entity.contentType)
            guard let part = try choose(parts, start: start, room) else {
                throw PageFault(
                    .noBody, stage: "decode",
                    "no part of the MIME message is HTML or text; save the page with its HTML as one part")
            }
            entity = part
        }
        throw badMHTML("more than \(mostDepth) multiparts stand within each other")
    }

    private static func choose(
        _ parts: MIMEParts, start: String?, _ room: PageRoom
    ) throws(PageFault) -> MIMEEntity? {
        var best: (rank: Int, part: MIMEEntity)?
        for part in parts {
            guard !room.clock.isOver else { throw .outOfTime(stage: "decode", room.limits) }
            if let start, part.head.first("content-id") == start { return part }
            guard let rank = rank(of: mediaType(part.contentType)), rank < best?.rank ?? .max else { continue }
            best = (rank, part)
            if rank == 0, start == nil { break }
        }
        return best?.part
    }

    /// What is likelier the page; `nil` for what is none.
    private static func rank(of type: String) -> Int? {
        switch type {
        case "text/html", "application/xhtml+xml": 0
        case let type where type.hasPrefix("multipart/"): 1
        case "text/plain": 2
        default: nil
        }
    }

    private static func badMHTML(_ detail: String) -> PageFault {
        PageFault(.badEnvelope, stage: "decode", detail)
    }
}
