import Pages
import Wire

/// An input record with texts for bytes.
func inbound(
    _ value: String?, _ headers: [WireHeader] = [], key: String? = nil, timestampMs: Int64? = 1_700_000_000_000
) -> InboundRecord {
    inbound(bytes: value.map { Array($0.utf8) }, headers, key: key, timestampMs: timestampMs)
}

/// An input record of bytes.
func inbound(
    bytes: [UInt8]?, _ headers: [WireHeader] = [], key: String? = nil, timestampMs: Int64? = 1_700_000_000_000
) -> InboundRecord {
    InboundRecord(
        topic: "pages.raw", partition: 3, offset: 41, timestampMs: timestampMs, key: key.map { Array($0.utf8) },
        value: bytes, headers: headers)
}

/// The fault that decoding ends in, or `nil` when it gives a page.
func fault(of record: InboundRecord, format: InputFormat = .auto, limits: Limits = Limits()) -> PageFault? {
    do throws(PageFault) {
        _ = try RawPageDecoder(format: format, limits: limits).decode(record)
        return nil
    } catch {
        return error
    }
}

/// A body as text.
func text(_ page: RawPage) -> String { String(decoding: page.body, as: UTF8.self) }

/// A header's value as text.
func header(_ record: OutboundRecord, _ name: String) -> String? {
    record.headers.last { $0.name == name }?.value.map { String(decoding: $0, as: UTF8.self) }
}
