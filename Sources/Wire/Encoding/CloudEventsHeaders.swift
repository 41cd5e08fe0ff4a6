import Pages

/// The headers of a record that is a CloudEvent in binary mode (CloudEvents Kafka binding 1.0.2, section 3.2).
struct CloudEventsHeaders {
    var id: String
    var source: String
    var type: String
    var subject: String?
    var timeMs: Int64?
    var encoding = ValueEncoding.json

    /// The headers, the trace context behind them. Absent attributes give no header.
    func headers(trace: TraceContext?) -> [WireHeader] {
        var headers = [
            WireHeader("ce_specversion", "1.0"), WireHeader("ce_id", id), WireHeader("ce_source", source),
            WireHeader("ce_type", type),
        ]
        if let subject { headers.append(WireHeader("ce_subject", subject)) }
        if let time = timeMs.flatMap({ Timestamp.format(ms: $0) }) { headers.append(WireHeader("ce_time", time)) }
        headers.append(WireHeader("content-type", encoding.format.contentType))
        if let schema = encoding.schema { headers.append(WireHeader("ce_dataschema", schema.uri)) }
        if let trace {
            headers.append(WireHeader("traceparent", trace.parent))
            if let state = trace.state { headers.append(WireHeader("tracestate", state)) }
        }
        return headers
    }
}
