/// A raw web page as it came from the input topic, its envelope opened and its body coding removed, before any text is read.
public struct RawPage: Sendable, Equatable {
    /// The page's bytes as served: HTML, XHTML or plain text in any charset. Content coding is already removed.
    public var body: [UInt8]
    /// The `Content-Type` as served, with its parameters, or `nil` when it has to be sniffed.
    public var contentType: String?
    /// A charset stated beside the content type (an envelope's `charset`), or `nil`.
    public var charset: String?
    /// The page's final URL after redirects, as stated; not validated.
    public var url: String?
    /// The URL that the crawler asked for.
    public var requestURL: String?
    /// The HTTP status of the response, when known.
    public var httpStatus: Int?
    /// When the page was fetched: milliseconds since 1970-01-01T00:00:00Z.
    public var fetchedAtMs: Int64?
    /// The crawler's id of this capture (`ce_id`).
    public var captureID: String?
    /// The crawler's id of its run.
    public var crawlID: String?
    /// Why the body was cut, in WARC's words, when it was.
    public var truncated: Truncation?
    /// W3C trace context, carried through to every output.
    public var trace: TraceContext?
    /// Where the record stood.
    public var provenance: Provenance
    /// What decoding had to note (charset, truncation), as the event will repeat it.
    public var warnings: [PageWarning]

    /// Makes a page; everything but the body is optional, as a bare value without headers is a valid page.
    public init(
        body: [UInt8], contentType: String? = nil, charset: String? = nil, url: String? = nil,
        requestURL: String? = nil,
        httpStatus: Int? = nil, fetchedAtMs: Int64? = nil, captureID: String? = nil, crawlID: String? = nil,
        truncated: Truncation? = nil, trace: TraceContext? = nil, provenance: Provenance = Provenance(),
        warnings: [PageWarning] = []
    ) {
        self.body = body
        self.contentType = contentType
        self.charset = charset
        self.url = url
        self.requestURL = requestURL
        self.httpStatus = httpStatus
        self.fetchedAtMs = fetchedAtMs
        self.captureID = captureID
        self.crawlID = crawlID
        self.truncated = truncated
        self.trace = trace
        self.provenance = provenance
        self.warnings = warnings
    }
}

/// Why a crawler cut a body: the values of WARC's `WARC-Truncated`.
public enum Truncation: String, Sendable, CaseIterable {
    /// The body passed a length cap.
    case length
    /// The transfer passed a time cap.
    case time
    /// The connection broke.
    case disconnect
    /// Not said.
    case unspecified
}

/// Where a page came from: the record's place on its topic and the digest of its stored value.
public struct Provenance: Sendable, Equatable {
    /// The input topic.
    public var topic: String?
    /// The partition on that topic.
    public var partition: Int32?
    /// The record's offset in the partition.
    public var offset: Int64?
    /// The record's timestamp: milliseconds since 1970.
    public var timestampMs: Int64?
    /// `sha256:<hex>` of the body as stored in the record.
    public var digest: String?

    /// Makes a provenance; a page read from a file has no topic, partition or offset.
    public init(
        topic: String? = nil, partition: Int32? = nil, offset: Int64? = nil, timestampMs: Int64? = nil,
        digest: String? = nil
    ) {
        self.topic = topic
        self.partition = partition
        self.offset = offset
        self.timestampMs = timestampMs
        self.digest = digest
    }
}
