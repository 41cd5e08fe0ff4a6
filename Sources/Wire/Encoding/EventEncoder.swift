public import Pages

/// Writes article events by ``EventFields``, in any format.
///
/// Every field is always there: an absent fact is `null`, an array without elements is `[]`. The same event gives the same
/// bytes. `simhash` is written as 16 hex digits, since JSON readers commonly hold numbers as doubles, exact to 2^53 only.
public struct EventEncoder: Sendable {
    /// The `ce_source` of events: who published them.
    public let source: String
    /// How they are written.
    public let encoding: ValueEncoding

    /// Makes an encoder.
    ///
    /// - Parameter source: a URI reference that names this installation.
    public init(source: String = "galley", encoding: ValueEncoding = .json) {
        self.source = source
        self.encoding = encoding
    }

    /// The event's value; JSON has no line end.
    public func encode(_ event: ArticleEvent) -> [UInt8] {
        let text = event.paragraphs.reduce(0) { $0 + $1.utf8.count }
        return encoding.bytes(of: event, EventFields.table, capacity: text * 2 + text / 8 + 4096)
    }

    /// The record to publish: the article id as key, CloudEvents attributes in binary mode as headers.
    public func record(_ event: ArticleEvent, trace: TraceContext? = nil) -> OutboundRecord {
        let headers = CloudEventsHeaders(
            id: event.eventID, source: source, type: "galley.article.v1", subject: event.url, timeMs: event.fetchedAtMs,
            encoding: encoding)
        return OutboundRecord(
            key: Array(event.articleID.utf8), value: encode(event), headers: headers.headers(trace: trace))
    }
}
