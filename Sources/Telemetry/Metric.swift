import Synchronization

/// A count that only rises.
public final class Counter: Sendable {
    private let count = Atomic<Int>(0)

    init() {}

    /// Adds; a negative amount adds nothing.
    public func add(_ amount: Int = 1) {
        if amount > 0 { count.wrappingAdd(amount, ordering: .relaxed) }
    }

    /// The count.
    public var value: Int { count.load(ordering: .relaxed) }
}

/// A value that goes up and down.
public final class Gauge: Sendable {
    private let bits = Atomic<UInt64>(0)

    init() {}

    /// Sets it.
    public func set(_ value: Double) { bits.store(value.bitPattern, ordering: .relaxed) }

    /// Sets it to a whole number.
    public func set(_ value: Int) { set(Double(value)) }

    /// What it was set to last.
    public var value: Double { Double(bitPattern: bits.load(ordering: .relaxed)) }
}

/// How values are spread: counts by upper bound, as Prometheus has them.
public final class Histogram: Sendable {
    /// What a histogram holds.
    public struct Snapshot: Sendable, Equatable {
        /// Upper bounds, ascending; the last bucket, without a bound, is not among them.
        public let bounds: [Double]
        /// Values at or below each bound and above the one before; one more than there are bounds.
        public fileprivate(set) var counts: [Int]
        /// The sum of all values.
        public fileprivate(set) var sum: Double

        /// The number of values.
        public var count: Int { counts.reduce(0, +) }
    }

    /// Bounds for durations in seconds, from half a millisecond to half a minute.
    public static let seconds: [Double] = [
        0.0005, 0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30,
    ]

    private let state: Mutex<Snapshot>

    init(bounds: [Double]) {
        let bounds = Set(bounds).sorted()
        state = Mutex(Snapshot(bounds: bounds, counts: Array(repeating: 0, count: bounds.count + 1), sum: 0))
    }

    /// Notes a value; one that is no number is left out.
    public func observe(_ value: Double) {
        guard !value.isNaN else { return }
        state.withLock { state in
            let index = state.bounds.firstIndex { value <= $0 } ?? state.bounds.count
            state.counts[index] += 1
            state.sum += value
        }
    }

    /// What it holds now.
    public var snapshot: Snapshot { state.withLock { $0 } }
}

/// What a metric measures: one row of the list that the registry, the reference and the tests are made from.
public struct MetricFamily: Sendable, Hashable {
    /// What Prometheus calls its type.
    public enum Kind: String, Sendable {
        case counter
        case gauge
        case histogram
    }

    /// Its name: words in lower case joined by underscores, the unit last; `_total` ends the name of a count.
    public let name: String
    /// What kind it is.
    public let kind: Kind
    /// What it says, in a sentence.
    public let help: String
    /// The names of its labels, each with few values.
    public let labels: [String]

    private init(_ kind: Kind, _ name: String, _ labels: [String], _ help: String) {
        (self.kind, self.name, self.labels, self.help) = (kind, name, labels, help)
    }

    /// A count that only rises.
    public static func counter(_ name: String, _ labels: String..., help: String) -> MetricFamily {
        MetricFamily(.counter, name, labels, help)
    }

    /// A value that goes up and down.
    public static func gauge(_ name: String, _ labels: String..., help: String) -> MetricFamily {
        MetricFamily(.gauge, name, labels, help)
    }

    /// How values are spread.
    public static func histogram(_ name: String, _ labels: String..., help: String) -> MetricFamily {
        MetricFamily(.histogram, name, labels, help)
    }
}
