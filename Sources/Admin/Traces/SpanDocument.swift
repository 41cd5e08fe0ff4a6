import Foundation
import Pages
import Pipeline

/// Spans as OTLP's JSON has them: ids in hex, 64-bit numbers as text (<https://opentelemetry.io/docs/specs/otlp/#json-protobuf-encoding>).
struct SpanDocument: Encodable {
    let resourceSpans: [ResourceSpans]

    struct ResourceSpans: Encodable {
        let resource: Resource
        let scopeSpans: [ScopeSpans]
    }

    struct Resource: Encodable {
        let attributes: [Attribute]
    }

    struct ScopeSpans: Encodable {
        let scope: Scope
        let spans: [Span]
    }

    struct Scope: Encodable {
        let name = "galley"
        let version: String
    }

    struct Span: Encodable {
        let traceId: String
        let spanId: String
        let parentSpanId: String?
        let name: String
        /// 1 is internal, 5 a consumer.
        let kind: Int
        let startTimeUnixNano: String
        let endTimeUnixNano: String
        let attributes: [Attribute]
        let status: Status?
    }

    struct Status: Encodable {
        /// An error.
        let code = 2
        let message: String
    }

    struct Attribute: Encodable {
        let key: String
        let value: Value

        struct Value: Encodable {
            var stringValue: String?
            var intValue: String?
        }

        init(_ key: String, _ text: String) {
            self.key = key
            value = Value(stringValue: text)
        }

        init(_ key: String, _ number: Int64) {
            self.key = key
            value = Value(intValue: String(number))
        }
    }

    init(_ spans: [PageSpan], version: String, host: String) {
        let resource = Resource(attributes: [
            Attribute("service.name", "galley"), Attribute("service.version", version), Attribute("host.name", host),
        ])
        let made = spans.flatMap(SpanDocument.spans)
        resourceSpans = [
            ResourceSpans(resource: resource, scopeSpans: [ScopeSpans(scope: Scope(version: version), spans: made)])
        ]
    }

    private static func spans(of span: PageSpan) -> [Span] {
        guard let parts = span.context.parts else { return [] }
        let start = span.beganMs * 1_000_000
        var time = start
        let stages = span.stages.enumerated().map { index, stage in
            let (seconds, attoseconds) = stage.time.components
            let begin = time
            time += seconds * 1_000_000_000 + attoseconds / 1_000_000_000
            return Span(
                traceId: parts.traceID, spanId: below(parts.spanID, index), parentSpanId: parts.spanID,
                name: stage.stage.rawValue, kind: 1, startTimeUnixNano: String(begin), endTimeUnixNano: String(time),
                attributes: [], status: nil)
        }
        var attributes = [
            // OpenTelemetry's names for messaging.
            Attribute("messaging.system", "kafka"), Attribute("messaging.operation.type", "process"),
            Attribute("messaging.destination.name", span.record.topic),
            Attribute("messaging.destination.partition.id", String(span.record.partition)),
            Attribute("messaging.kafka.offset", span.record.offset), Attribute("galley.outcome", span.outcome),
        ]
        if let reason = span.reason { attributes.append(Attribute("galley.reason", reason)) }
        let page = Span(
            traceId: parts.traceID, spanId: parts.spanID, parentSpanId: span.parentID,
            name: "process \(span.record.topic)",
            kind: 5, startTimeUnixNano: String(start), endTimeUnixNano: String(time), attributes: attributes,
            status: span.fault.map { Status(message: $0) })
        return [page] + stages
    }

    /// The id of a stage's span: its page's with the stage's number in the last digits.
    private static func below(_ id: String, _ index: Int) -> String {
        let number = (UInt64(id, radix: 16) ?? 0) &+ UInt64(index + 1) &* 0x9e37_79b9_7f4a_7c15
        let digits = String(max(1, number), radix: 16)
        return String(repeating: "0", count: 16 - digits.count) + digits
    }

    /// As JSON.
    var json: [UInt8] {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        return (try? encoder.encode(self)).map { Array($0) } ?? []
    }
}
