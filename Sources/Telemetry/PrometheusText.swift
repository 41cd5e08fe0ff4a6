extension MetricRegistry {
    /// The media type of ``prometheusText()``.
    public static let prometheusType = "text/plain; version=0.0.4; charset=utf-8"

    /// Every metric in Prometheus' text format, families and labels in a fixed order.
    public func prometheusText() -> String {
        var text = ""
        for member in collected() {
            let family = member.family
            text +=
                "# HELP \(family.name) \(MetricRegistry.escape(family.help, quotes: false))\n"
                + "# TYPE \(family.name) \(family.kind.rawValue)\n"
            let metrics = member.metrics.sorted { $0.key.lexicographicallyPrecedes($1.key) }
            for (values, metric) in metrics { MetricRegistry.append(metric, family, values, to: &text) }
        }
        return text
    }

    private static func append(_ metric: Metric, _ family: MetricFamily, _ values: [String], to text: inout String) {
        let labels = zip(family.labels, values).map { "\($0)=\"\(escape($1, quotes: true))\"" }
        switch metric {
        case .counter(let counter): text += "\(family.name)\(set(labels)) \(counter.value)\n"
        case .gauge(let gauge): text += "\(family.name)\(set(labels)) \(number(gauge.value))\n"
        case .histogram(let histogram): append(histogram.snapshot, family.name, labels, to: &text)
        }
    }

    private static func append(
        _ histogram: Histogram.Snapshot, _ name: String, _ labels: [String], to text: inout String
    ) {
        var below = 0
        for (index, count) in histogram.counts.enumerated() {
            below += count
            let bound = index < histogram.bounds.count ? number(histogram.bounds[index]) : "+Inf"
            text += "\(name)_bucket\(set(labels + ["le=\"\(bound)\""])) \(below)\n"
        }
        text += "\(name)_sum\(set(labels)) \(number(histogram.sum))\n\(name)_count\(set(labels)) \(below)\n"
    }

    private static func set(_ labels: [String]) -> String {
        labels.isEmpty ? "" : "{" + labels.joined(separator: ",") + "}"
    }

    private static func number(_ value: Double) -> String {
        if value.isNaN { return "NaN" }
        if value.isInfinite { return value < 0 ? "-Inf" : "+Inf" }
        return Int64(exactly: value).map(String.init) ?? String(value)
    }

    private static func escape(_ text: String, quotes: Bool) -> String {
        var escaped = ""
        for scalar in text.unicodeScalars {
            switch scalar {
            case "\\": escaped += "\\\\"
            case "\n": escaped += "\\n"
            case "\"" where quotes: escaped += "\\\""
            default: escaped.unicodeScalars.append(scalar)
            }
        }
        return escaped
    }
}
