public import Pages
import Text

/// Writes rejections, the second outcome of the ledger, as small records by ``RejectionFields``.
public struct RejectionEncoder: Sendable {
    /// Galley's version, part of the event id.
    public let extractorVersion: String
    /// The `ce_source` of the records.
    public let source: String
    /// How they are written.
    public let encoding: ValueEncoding

    /// Details are cut to this many bytes.
    public static let mostDetailBytes = 1024

    /// Makes an encoder.
    public init(extractorVersion: String, source: String = "galley", encoding: ValueEncoding = .json) {
        self.extractorVersion = extractorVersion
        self.source = source
        self.encoding = encoding
    }

    /// The rejection's value; JSON has no line end.
    public func encode(_ rejection: Rejection, of page: RawPage) -> [UInt8] {
        encoding.bytes(of: described(rejection, page), RejectionFields.table, capacity: 1024)
    }

    /// The record to publish. Its key is the input's, else the page's URL, so that outcomes of one page meet.
    public func record(_ rejection: Rejection, of page: RawPage, inputKey: [UInt8]?) -> OutboundRecord {
        var headers = CloudEventsHeaders(
            id: eventID(of: page), source: source, type: "galley.rejected.v1", subject: page.url,
            timeMs: page.fetchedAtMs, encoding: encoding
        ).headers(trace: page.trace)
        headers.append(WireHeader("galley-reason", rejection.reason.rawValue))
        return OutboundRecord(
            key: inputKey ?? page.url.map { Array($0.utf8) }, value: encode(rejection, of: page), headers: headers)
    }

    private func described(_ rejection: Rejection, _ page: RawPage) -> RejectionRecord {
        var record = RejectionRecord()
        record.eventID = eventID(of: page)
        record.url = page.url
        record.reason = rejection.reason.rawValue
        record.detail = utf8Prefix(rejection.detail, bytes: Self.mostDetailBytes)
        record.httpStatus = page.httpStatus
        record.contentType = page.contentType
        record.provenance = page.provenance
        record.fetchedAtMs = page.fetchedAtMs
        record.extractorVersion = extractorVersion
        return record
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
