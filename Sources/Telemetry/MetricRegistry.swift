import Synchronization

/// All metrics of a process by family and label values; asking for one makes it.
///
/// A name that is already another kind of metric, or another number of labels than the family has, gives a metric that is never
/// shown, rather than an error in the middle of work; a test that renders finds it missing.
public final class MetricRegistry: Sendable {
    enum Metric: Sendable {
        case counter(Counter)
        case gauge(Gauge)
        case histogram(Histogram)
    }

    struct Member: Sendable {
        let family: MetricFamily
        var metrics: [[String]: Metric] = [:]
    }

    private let members = Mutex<[String: Member]>([:])
    private let collectors = Mutex<[@Sendable (MetricRegistry) -> Void]>([])

    /// Makes an empty registry.
    public init() {}

    /// Has families shown before anything is counted in them.
    public func register(_ families: [MetricFamily]) {
        members.withLock { members in
            for family in families where members[family.name] == nil { members[family.name] = Member(family: family) }
        }
    }

    /// Calls a function each time that the metrics are asked for, to set those that are read then.
    public func onCollect(_ collect: @escaping @Sendable (MetricRegistry) -> Void) {
        collectors.withLock { $0.append(collect) }
    }

    /// A counter.
    /// - Parameter values: its labels' values, in the family's order.
    public func counter(_ family: MetricFamily, _ values: String...) -> Counter {
        let made = metric(family, .counter, values) { .counter(Counter()) }
        if case .counter(let counter) = made { return counter }
        return Counter()
    }

    /// A gauge.
    public func gauge(_ family: MetricFamily, _ values: String...) -> Gauge {
        let made = metric(family, .gauge, values) { .gauge(Gauge()) }
        if case .gauge(let gauge) = made { return gauge }
        return Gauge()
    }

    /// A count that is kept elsewhere and set here as it stands.
    public func total(_ family: MetricFamily, _ values: String...) -> Gauge {
        let made = metric(family, .counter, values) { .gauge(Gauge()) }
        if case .gauge(let gauge) = made { return gauge }
        return Gauge()
    }

    /// A histogram of durations in seconds.
    public func histogram(_ family: MetricFamily, _ values: String...) -> Histogram {
        let made = metric(family, .histogram, values) { .histogram(Histogram(bounds: Histogram.seconds)) }
        if case .histogram(let histogram) = made { return histogram }
        return Histogram(bounds: Histogram.seconds)
    }

    /// Takes metrics out, such as the lag of a partition that belongs to another worker now.
    /// - Parameter isOver: told the labels' values.
    public func remove(_ family: MetricFamily, where isOver: ([String]) -> Bool) {
        members.withLock { members in
            let kept = members[family.name]?.metrics.filter { !isOver($0.key) } ?? [:]
            members[family.name]?.metrics = kept
        }
    }

    private func metric(_ family: MetricFamily, _ kind: MetricFamily.Kind, _ values: [String], make: () -> Metric)
        -> Metric
    {
        members.withLock { members in
            if let known = members[family.name]?.metrics[values] { return known }
            let made = make()
            let member = members[family.name] ?? Member(family: family)
            members[family.name] = member
            if member.family.kind == kind, member.family.labels.count == values.count {
                members[family.name]?.metrics[values] = made
            }
            return made
        }
    }

    /// What there is by name, for rendering, once all is collected.
    func collected() -> [Member] {
        for collect in collectors.withLock({ $0 }) { collect(self) }
        return members.withLock { Array($0.values) }.sorted { $0.family.name < $1.family.name }
    }
}
