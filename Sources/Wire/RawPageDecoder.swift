public import Pages
import Text

/// Opens the record of a raw page: content coding, envelope, digest. What comes out is the page as it was served, and what
/// was said about it; no text is read yet.
///
/// Costs one SHA-256 and at most a few copies of the value; every output is held to ``Limits/pageBytes``.
public struct RawPageDecoder: Sendable {
    /// How values hold pages.
    public let format: InputFormat
    /// What a page may cost.
    public let limits: Limits
    private let schemas: (any SchemaSource)?
    private let bodies: (any BodyStore)?

    /// Makes a decoder.
    ///
    /// - Parameters:
    ///   - schemas: where schemas of framed values are found; without it such values are faults.
    ///   - bodies: where bodies are found that a record only names; without it such records are faults.
    public init(
        format: InputFormat = .auto, limits: Limits = Limits(), schemas: (any SchemaSource)? = nil,
        bodies: (any BodyStore)? = nil
    ) {
        self.format = format
        self.limits = limits
        self.schemas = schemas
        self.bodies = bodies
    }

    /// Opens a record of the input topic.
    ///
    /// - Parameter room: the limits with a clock and a listener, where they have such; else ``limits`` alone.
    /// - Throws: a permanent ``PageFault``: the record belongs on the dead-letter topic.
    public func decode(_ record: InboundRecord, in room: PageRoom? = nil) throws(PageFault) -> RawPage {
        guard let value = record.value else {
            throw PageFault(.noBody, stage: "decode", "the record has a null value: a delete request, not a page")
        }
        let place = Provenance(
            topic: record.topic, partition: record.partition, offset: record.offset, timestampMs: record.timestampMs)
        return try decode(value, headers: record.headers, provenance: place, in: room)
    }

    /// Opens a value that may come from elsewhere than a topic, as a file.
    ///
    /// - Parameter provenance: where it stood; its digest is filled in here.
    public func decode(
        _ value: [UInt8], headers: [WireHeader] = [], provenance: Provenance = Provenance(), in room: PageRoom? = nil
    ) throws(PageFault) -> RawPage {
        let room = room ?? PageRoom(limits: limits)
        try checkSize(of: headers)
        var draft = PageDraft(headers: headers)
        let isClaim = value.isEmpty && draft.dataref != nil
        let value = isClaim ? try claimed(draft, room) : value
        let storedDigest = SHA256.labelled(value)
        draft.page.provenance = provenance
        draft.page.provenance.digest = storedDigest
        let opened = try uncoded(value, &draft, room)
        try open(opened, &draft, room)
        // An envelope may name a body too.
        if !isClaim, draft.page.body.isEmpty, draft.dataref != nil { draft.page.body = try claimed(draft, room) }
        try checkSize(draft.page.body)
        try check(draft, storedDigest: storedDigest)
        draft.page.fetchedAtMs = draft.page.fetchedAtMs ?? provenance.timestampMs
        return draft.page
    }

    private func uncoded(_ value: [UInt8], _ draft: inout PageDraft, _ room: PageRoom) throws(PageFault) -> [UInt8] {
        // No page begins so: a WARC record or a page that its producer compressed without saying it.
        let isSilentGzip = format != .raw && draft.codings.names.isEmpty && value.starts(with: [0x1F, 0x8B, 0x08])
        if isSilentGzip { draft.codings.add(ContentCoding.gzip.rawValue) }
        return try draft.codings.remove(from: value, in: room, mayEndEarly: draft.page.truncated != nil)
    }

    private func open(_ value: [UInt8], _ draft: inout PageDraft, _ room: PageRoom) throws(PageFault) {
        switch ValueShape.recognise(value, format: format, contentType: draft.page.contentType) {
        case .page:
            draft.page.body = value
        case .json(let start, let declared):
            let isJSON = try draft.open(json: value, from: start, declared: declared, format: format, in: room)
            if !isJSON { draft.page.body = value }
        case .warc:
            try draft.open(warc: value, in: room)
        case .mhtml:
            try draft.open(mhtml: value, in: room)
        case .framed(let id):
            let schema = try schema(id, room)
            guard case .avro(let avro) = schema else {
                guard case .json = schema else {
                    throw Self.unread("schema \(id) of the registry is none of Avro or JSON")
                }
                _ = try draft.open(json: value, from: SchemaFrame.length, declared: true, format: format, in: room)
                return
            }
            try draft.open(avro: value.dropFirst(SchemaFrame.length), avro, id, in: room)
        case .unframed:
            throw Self.unread(
                "the value is no Avro in Confluent's wire format: a zero byte and the number of its schema stand before it"
            )
        case .unsupported(let type):
            throw PageFault(.badEnvelope, stage: "decode", "\(type) holds several pages; send one event a record")
        }
    }

    private func schema(_ id: UInt32, _ room: PageRoom) throws(PageFault) -> RegisteredSchema {
        guard let schemas else {
            throw Self.unread(
                "the value is Avro or Protobuf by schema \(id) of a registry, and none is known: set output.registry.url, or send "
                    + "JSON or the bare page")
        }
        do throws(SchemaFault) {
            return try room.waiting { () throws(SchemaFault) in try schemas.schema(id: id) }
        } catch {
            throw Self.unread(error.description)
        }
    }

    private static func unread(_ detail: String) -> PageFault { PageFault(.badEnvelope, stage: "decode", detail) }

    /// The body that is kept elsewhere.
    private func claimed(_ draft: PageDraft, _ room: PageRoom) throws(PageFault) -> [UInt8] {
        let reference = draft.dataref ?? ""
        let words = "the body is kept elsewhere (\(utf8Prefix(reference, bytes: 256)))"
        guard let bodies else {
            throw PageFault(
                .dataref, stage: "decode", "\(words), and nothing is fetched: set input.dataref.allow to its prefix")
        }
        let most = limits.pageBytes
        do throws(BodyFault) {
            let body = try room.waiting { () throws(BodyFault) in try bodies.body(at: reference, mostBytes: most) }
            room.grew(body.count)
            return body
        } catch {
            switch error {
            case .unavailable(let detail):
                throw PageFault(.dataref, stage: "decode", "\(words) and was not had: \(detail)")
            case .tooLarge(let bytes):
                throw PageFault(
                    .tooLarge, stage: "decode",
                    "\(words) and has \(bytes) bytes or more, more than limits.page_bytes (\(most))")
            }
        }
    }

    /// A request to delete an article, as a null value makes it: the page by its URL, as a header or the record's key states it.
    public func deleteRequest(_ record: InboundRecord) -> RawPage {
        var page = PageDraft(headers: record.headers).page
        page.provenance = Provenance(
            topic: record.topic, partition: record.partition, offset: record.offset, timestampMs: record.timestampMs)
        page.fetchedAtMs = page.fetchedAtMs ?? record.timestampMs
        page.url = page.url ?? page.requestURL ?? record.key.flatMap { utf8Text($0) }
        return page
    }

    /// Headers are copied into every outcome: their number and size are bounded before any is read.
    private func checkSize(of headers: [WireHeader]) throws(PageFault) {
        let bytes = headers.reduce(0) {
            $0 + $1.name.utf8.count + ($1.value?.count ?? 0) + Limits.headerOverhead
        }
        guard bytes > limits.headerBytes else { return }
        throw PageFault(
            .headersTooLarge, stage: "decode",
            "the record's \(headers.count) headers have \(bytes) bytes (each counts \(Limits.headerOverhead) more than its"
                + " name and value), more than limits.header_bytes (\(limits.headerBytes))")
    }

    private func checkSize(_ body: [UInt8]) throws(PageFault) {
        guard body.count > limits.pageBytes else { return }
        throw PageFault(
            .tooLarge, stage: "decode",
            "the page has \(body.count) bytes, more than limits.page_bytes (\(limits.pageBytes))")
    }

    /// A stated digest may be of the stored value or of the page inside it; crawlers do both.
    private func check(_ draft: PageDraft, storedDigest: String) throws(PageFault) {
        guard let stated = draft.statedDigest.map(asciiLowercased), stated.hasPrefix("sha256:"), stated != storedDigest
        else { return }
        let found = SHA256.labelled(draft.page.body)
        guard stated != found else { return }
        throw PageFault(
            .digestMismatch, stage: "decode",
            "the stated digest is \(utf8Prefix(stated, bytes: 80)), the value's is \(storedDigest), the page's \(found)"
        )
    }
}
