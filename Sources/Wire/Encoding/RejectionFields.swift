public import Pages

/// A page that is sound but is no article, as it is published.
public struct RejectionRecord: Sendable, Equatable {
    /// Equal for a repeated delivery.
    public var eventID = ""
    /// The page's final URL.
    public var url: String?
    /// Why the page gives no article: a ``RejectionReason`` of this version or of another.
    public var reason = ""
    /// What was seen, for a person.
    public var detail = ""
    /// The HTTP status of the response.
    public var httpStatus: Int?
    /// The page's content type as served.
    public var contentType: String?
    /// Where the raw page stood.
    public var provenance = Provenance()
    /// When the page was fetched: milliseconds since 1970.
    public var fetchedAtMs: Int64?
    /// Galley's version.
    public var extractorVersion = ""
    /// Version of the schema.
    public var schemaVersion = 1

    /// Makes an empty record, to be filled.
    public init() {}
}

/// The fields of rejections: the one place where they are named, described and ordered.
enum RejectionFields {
    static let table = FieldTable<RejectionRecord>(
        "RejectedPage", title: "Rejected page",
        "What Galley publishes for a page that is sound but is no article. Every field is always there; an absent fact is null.",
        [
            .text(
                "event_id", 1, \.eventID, "Equal for a repeated delivery: made of capture and extractor version.",
                form: .pattern("^[0-9a-f]{32}$")),
            .text("url", 2, \.url, "The page's final URL."),
            .text(
                "reason", 3, \.reason, "Why the page gives no article; new ones may appear.",
                form: .known(RejectionReason.allCases.map(\.rawValue))),
            .text("detail", 4, \.detail, "What was seen, for a person; at most 1024 bytes."),
            .integer("http_status", 5, \.httpStatus, "The HTTP status of the response.", in: 100...599),
            .text("content_type", 6, \.contentType, "The page's content type as served."),
        ] + ProvenanceFields.rows(\.provenance, 7) + [
            ProvenanceFields.fetchedAt(12, \.fetchedAtMs),
            .text("extractor_version", 13, \.extractorVersion, "Galley's version."),
            .integer("schema_version", 14, \.schemaVersion, "Version of this schema.", in: 1...(.max)),
        ])
}
