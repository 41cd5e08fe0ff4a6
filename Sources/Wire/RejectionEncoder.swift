public import Pages

/// Writes rejections, the second outcome of the ledger, as small JSON records; `Schemas/article-rejected.schema.json`
/// describes them.
public struct RejectionEncoder: Sendable {
    /// Galley's version, part of the event id.
    public let extractorVersion: String
    /// The `ce_source` of the records.
    public let source: String

    /// Details are cut to this many bytes.
    public static let mostDetailBytes = 1024

    /// Makes an encoder.
    public init(extractorVersion: String, source: String = "galley") {
        self.extractorVersion = extractorVersion
        self.source = source
    }

    /// The rejection as UTF-8 JSON without a line end.
    public func encode(_ rejection: Rejection, of page: RawPage) -> [UInt8] {
        var json = JSONWriter(capacity: 1024)
        json.object { json in
            json.member("event_id", eventID(of: page))
            json.member("url", page.url)
            json.member("reason", rejection.reason.rawValue)
            json.member("detail", utf8Prefix(rejection.detail, bytes: Self.mostDetailBytes))
            json.member("http_status", page.httpStatus)
            json.member("content_type", page.contentType)
            json.members(of: page.provenance)
            json.member("fetched_at_ms", page.fetchedAtMs)
            json.member("extractor_version", extractorVersion)
            json.member("schema_version", 1)
        }
        return json.bytes
    }

    /// The record to publish. Its key is the input's, else the page's URL, so that outcomes of one page meet.
    public func record(_ rejection: Rejection, of page: RawPage, inputKey: [UInt8]?) -> OutboundRecord {
        var headers = CloudEventsHeaders(
            id: eventID(of: page), source: source, type: "galley.rejected.v1", subject: page.url,
            timeMs: page.fetchedAtMs
        ).headers(trace: page.trace)
        headers.append(WireHeader("galley-reason", rejection.reason.rawValue))
        return OutboundRecord(
            key: inputKey ?? page.url.map { Array($0.utf8) }, value: encode(rejection, of: page), headers: headers)
    }

    /// Equal for a repeated delivery: 32 hex digits of the SHA-256 of what names the capture and the version.
    func eventID(of page: RawPage) -> String {
        let place = page.provenance
        let capture =
            page.captureID.map { ["id", $0] }
            ?? place.topic.map { ["at", $0, String(place.partition ?? -1), String(place.offset ?? -1)] }
            ?? ["of", place.digest ?? "", page.url ?? ""]
        let text = (["rejected"] + capture + [extractorVersion]).joined(separator: "\n")
        return String(SHA256.hex(Array(text.utf8)).prefix(32))
    }
}
