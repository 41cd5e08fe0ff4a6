import Synchronization

/// All metrics of a process by family and labels; asking for one makes it.
///
/// A name that is already another kind of metric gives a metric that is never shown, rather than an error in the middle of
/// work; a test that renders finds it missing.
public final class MetricRegistry: Sendable {
    enum Metric: Sendable {
        case counter(Counter)
        case gauge(Gauge)
        case histogram(Histogram)

        var kind: String {
            switch self {
            case .counter: "counter"
            case .gauge: "gauge"
            case .histogram: "histogram"
            }
        }
    }

    struct Family: Sendable {
        let help: String
        let kind: String
        var metrics: [[Label]: Metric] = [:]
    }

    private let families = Mutex<[String: Family]>([:])

    /// Makes an empty registry.
    public init() {}

    /// The counter of this name and these labels. By Prometheus' rule its name ends in `_total`.
    public func counter(_ name: String, help: String, labels: [Label] = []) -> Counter {
        let made = metric(name, help, labels) { .counter(Counter()) }
        if case .counter(let counter) = made { return counter }
        return Counter()
    }

    /// The gauge of this name and these labels; its name ends in its unit.
    public func gauge(_ name: String, help: String, labels: [Label] = []) -> Gauge {
        let made = metric(name, help, labels) { .gauge(Gauge()) }
        if case .gauge(let gauge) = made { return gauge }
        return Gauge()
    }

    /// The histogram of this name and these labels.
    /// - Parameter bounds: upper bounds of its buckets, in the unit that the name ends in; only the first call's count.
    public func histogram(
        _ name: String, help: String, labels: [Label] = [], bounds: [Double] = Histogram.seconds
    ) -> Histogram {
        let made = metric(name, help, labels) { .histogram(Histogram(bounds: bounds)) }
        if case .histogram(let histogram) = made { return histogram }
        return Histogram(bounds: bounds)
    }

    /// Takes a metric out, such as the lag of a partition that belongs to another worker now.
    public func remove(_ name: String, labels: [Label]) {
        families.withLock { _ = $0[name]?.metrics.removeValue(forKey: labels.sorted()) }
    }

    private func metric(_ name: String, _ help: String, _ labels: [Label], make: () -> Metric) -> Metric {
        let labels = labels.sorted()
        return families.withLock { families in
            if let known = families[name]?.metrics[labels] { return known }
            let made = make()
            if families[name] == nil { families[name] = Family(help: help, kind: made.kind) }
            if families[name]?.kind == made.kind { families[name]?.metrics[labels] = made }
            return made
        }
    }

    /// The families by name, for rendering.
    var snapshot: [(name: String, family: Family)] {
        families.withLock { $0.map { (name: $0.key, family: $0.value) } }.sorted { $0.name < $1.name }
    }
}
