import Flow
public import Kafka
public import Worker

/// How far a replay is, of all its processes: what its group has committed.
public struct ReplayProgress: Sendable, Equatable {
    /// One partition.
    public struct Part: Sendable, Equatable {
        /// The partition.
        public var place: TopicPartition
        /// Its offsets.
        public var range: Range<Int64>
        /// Offsets of it that are done, in order or beyond.
        public var done: Int64
        /// The first offset that is not done.
        public var frontier: Int64
        /// What came of them.
        public var sums: RangeSums

        /// Whether all are.
        public var isDone: Bool { frontier >= range.upperBound }
    }

    /// The partitions in their order.
    public var parts: [Part]
    /// Whether nothing is committed of any of them.
    public var isUnknown: Bool

    /// How far a plan is, by its group's commits.
    public init(_ plan: ReplayPlan, committed: [PartitionOffset]) {
        let commits = Dictionary(committed.map { ($0.topicPartition, $0) }) { first, _ in first }
        isUnknown = commits.isEmpty
        parts = plan.parts.map { part in
            let range = part.range
            guard let commit = commits[part.place] else {
                return Part(place: part.place, range: range, done: 0, frontier: range.lowerBound, sums: RangeSums())
            }
            let frontier = min(max(commit.offset, range.lowerBound), range.upperBound)
            let beyond = RunsCode.decode(commit.metadata, frontier: commit.offset).runs
                .reduce(into: Int64(0)) { $0 += Int64($1.clamped(to: range).count) }
            return Part(
                place: part.place, range: range, done: frontier - range.lowerBound + beyond, frontier: frontier,
                sums: RangeSums(metadata: commit.metadata))
        }
    }

    /// Whether every partition is done.
    public var isDone: Bool { parts.allSatisfy(\.isDone) }
    /// Offsets that are done.
    public var done: Int64 { parts.reduce(0) { $0 + $1.done } }
    /// Offsets of all.
    public var count: Int64 { parts.reduce(0) { $0 + Int64($1.range.count) } }
    /// What came of them.
    public var sums: RangeSums { parts.reduce(RangeSums()) { $0 + $1.sums } }
    /// What is done of a hundred.
    public var percent: Int { count == 0 ? 100 : Int(done * 100 / count) }
}

/// Asks a replay's group how far it is, without being a member of it.
public final class ProgressReader {
    private let consumer: Consumer
    private let plan: ReplayPlan

    /// Makes a reader.
    public init(_ plan: ReplayPlan, _ client: ClientSettings) throws(KafkaFault) {
        var quiet = client
        quiet.statisticsIntervalMs = 0
        let settings = ConsumerSettings(client: quiet, group: plan.group)
        consumer = try Consumer(settings)
        self.plan = plan
    }

    /// How far it is.
    public func read(timeoutMs: Int) throws(KafkaFault) -> ReplayProgress {
        // What the client has to say is passed over, but must not pile up.
        consumer.serve(timeoutMs: 0)
        let places = plan.parts.map(\.place)
        return ReplayProgress(plan, committed: try consumer.committed(places, timeoutMs: timeoutMs))
    }

    deinit { consumer.close(deadlineMs: 1000) }
}
