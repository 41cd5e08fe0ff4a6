/// How the outcomes of a page are written.
public struct OutcomeEncoders: Sendable {
    /// Article events.
    public let events: EventEncoder
    /// Rejections.
    public let rejections: RejectionEncoder

    /// Makes encoders.
    ///
    /// - Parameters:
    ///   - version: Galley's version.
    ///   - source: the `ce_source` of what is published.
    ///   - articles: how events are written.
    ///   - rejected: how rejections are written.
    public init(
        version: String, source: String = "galley", articles: ValueEncoding = .json, rejected: ValueEncoding = .json
    ) {
        events = EventEncoder(source: source, encoding: articles)
        rejections = RejectionEncoder(extractorVersion: version, source: source, encoding: rejected)
    }
}
