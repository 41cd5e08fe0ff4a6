import Foundation
import Pages
import Text

extension PageDraft {
    /// Opens a JSON envelope or a structured CloudEvent.
    ///
    /// - Returns: `false` when the value is no JSON object and did not claim to be one: then it is a page.
    mutating func open(
        json value: [UInt8], from start: Int, declared: Bool, format: InputFormat, in room: PageRoom
    ) throws(PageFault) -> Bool {
        try Self.checkSize(value, room.limits)
        guard JSONBound.holds(value[start...]) else {
            guard declared else { return false }
            throw PageFault(
                .tooLarge, stage: "decode", "the JSON envelope holds more than \(JSONBound.mostValues) values")
        }
        let whole = value[start...]
        let data = JSONRepair.strict(whole).map { Data($0) } ?? Data(whole)
        if whole.first(where: { !isSpace($0) }) == UInt8(ascii: "[") { return try Self.refuse(array: data, declared) }
        switch Result(catching: { try JSONDecoder().decode(JSONPage.self, from: data) }) {
        case .success(.event(let event)):
            try open(event, room)
        case .success(.envelope(let envelope)):
            guard format != .cloudevents else {
                throw Self.badJSON("the object is no CloudEvent: it has no specversion")
            }
            try open(envelope, room)
        case .failure(let error):
            if Self.holdsSeveral(data) {
                throw Self.badJSON("the value holds several JSON objects, one behind the other; send one page a record")
            }
            guard declared else { return false }
            throw Self.badJSON("the value is no JSON object: \(Self.words(for: error))")
        }
        return true
    }

    /// Refuses an array of envelopes, of one too: what comes of a record is one outcome, and who writes arrays writes longer ones.
    ///
    /// - Returns: `false` when the value is none and did not claim to be JSON.
    private static func refuse(array data: Data, _ declared: Bool) throws(PageFault) -> Bool {
        switch Result(catching: { try JSONDecoder().decode([JSONPage].self, from: data) }) {
        case .success(let pages):
            throw badJSON("the value is an array of \(pages.count) JSON objects; send one page a record")
        case .failure(let error):
            guard declared else { return false }
            throw badJSON("the value is no JSON object: \(words(for: error))")
        }
    }

    /// Whether an object is followed by another, and the first is one with a page.
    private static func holdsSeveral(_ data: Data) -> Bool {
        let bytes = Array(data)
        guard let end = JSONSequence.end(of: bytes[...]),
            bytes[end...].first(where: { !isSpace($0) && $0 != UInt8(ascii: ",") }) == UInt8(ascii: "{"),
            let first = try? JSONDecoder().decode(JSONPage.self, from: Data(bytes[..<end]))
        else { return false }
        switch first {
        case .event: return true
        case .envelope(let envelope): return envelope.body != nil
        }
    }

    /// JSON and base64 make a body larger; twice the limit and a little is room for both.
    private static func checkSize(_ value: [UInt8], _ limits: Limits) throws(PageFault) {
        let most = limits.pageBytes.addingReportingOverflow(limits.pageBytes).partialValue.addingReportingOverflow(
            1 << 20)
        guard most.overflow || value.count <= most.partialValue else {
            throw PageFault(
                .tooLarge, stage: "decode",
                "the JSON envelope has \(value.count) bytes, more than twice limits.page_bytes (\(limits.pageBytes))")
        }
    }

    private mutating func open(_ event: StructuredEvent, _ room: PageRoom) throws(PageFault) {
        for (name, value) in event.attributes { take(attribute: name, value) }
        if let parent = event.traceParent { page.trace = TraceContext(parent: parent, state: event.traceState) }
        page.contentType = event.dataContentType
        page.charset = nil
        if let envelope = event.envelope {
            try open(envelope, room)
        } else if let body = event.body {
            try take(body)
        } else if dataref == nil {
            throw PageFault(.noBody, stage: "decode", "the CloudEvent has neither data nor data_base64")
        }
    }

    /// Takes the page out of an envelope.
    mutating func open(_ envelope: Envelope, _ room: PageRoom) throws(PageFault) {
        guard let body = envelope.body else {
            let known = (Envelope.Alias.textBody + Envelope.Alias.base64Body).joined(separator: ", ")
            throw PageFault(.noBody, stage: "decode", "the object has no body; it is looked for as \(known)")
        }
        take(envelope)
        try take(body)
        room.grew(page.body.count)
        if case .text = body { return }
        var codings = ContentCodings()
        for field in envelope.headers where field.name == "content-encoding" { codings.add(field.value) }
        page.body = try codings.remove(
            from: page.body, in: room, mayEndEarly: page.truncated != nil, leniently: true)
    }

    private mutating func take(_ envelope: Envelope) {
        if let url = envelope.finalURL ?? envelope.url { page.url = url }
        if let url = envelope.url { page.requestURL = url }
        setStatus(envelope.status)
        page.contentType = envelope.contentType
        page.charset = envelope.charset
        if let ms = envelope.fetchedAtMs { page.fetchedAtMs = ms }
        if envelope.hasUnreadTime { warn(.fetchTimeUnread) }
        if let id = envelope.crawlID { page.crawlID = id }
        if let word = envelope.truncated { truncate(word) }
    }

    private mutating func take(_ body: EnvelopeBody) throws(PageFault) {
        switch body {
        case .text(let text):
            page.body = Array(text.utf8)
            page.charset = "utf-8"
            page.contentType = page.contentType.map(Self.withoutCharset)
        case .base64(let text):
            guard let bytes = Self.bytes(ofBase64: text) else { throw Self.badJSON("the body is not base64") }
            page.body = bytes
        case .bytes(let bytes): page.body = bytes
        }
    }

    /// Reads base64 (RFC 4648), the URL alphabet, missing padding and line ends too; any other character is a fault.
    static func bytes(ofBase64 text: String) -> [UInt8]? {
        if let data = Data(base64Encoded: text) { return Array(data) }
        var plain = text.utf8.filter { !isSpace($0) }
        while plain.last == UInt8(ascii: "=") { plain.removeLast() }
        for (url, standard) in zip("-_".utf8, "+/".utf8) {
            plain = plain.map { $0 == url ? standard : $0 }
        }
        while plain.count % 4 != 0 { plain.append(UInt8(ascii: "=")) }
        return Data(base64Encoded: Data(plain)).map { Array($0) }
    }

    /// The media type alone: a body that came as JSON text no longer has the charset it was served with.
    private static func withoutCharset(_ contentType: String) -> String {
        String(contentType.prefix { $0 != ";" })
    }

    private static func badJSON(_ detail: String) -> PageFault {
        PageFault(.badEnvelope, stage: "decode", detail)
    }

    private static func words(for error: any Error) -> String {
        guard case .dataCorrupted(let context)? = error as? DecodingError else { return "another kind of value" }
        let cause = (context.underlyingError as NSError?)?.userInfo["NSDebugDescription"] as? String
        return utf8Prefix(cause ?? context.debugDescription, bytes: 200)
    }
}
