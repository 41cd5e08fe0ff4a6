import Kafka

/// Tells a worker that can go on and does not: pages are in flight and not one is finished, or records were fetched and not one is
/// taken, for long, while nothing is waited for but our own work. Pure; asked once a second.
///
/// A partition whose pages stand behind another's slow ones is no such case: as long as pages are finished at all, its turn comes.
struct ProgressWatch: Sendable {
    /// How a partition stands.
    struct Mark: Sendable {
        var inFlight: Int
        /// Records that the client holds for it.
        var fetched: Int64 = 0
        /// Whether it is not read for a reason of its own.
        var isHeld = false
        /// Whether that reason is a dead letter that no topic takes.
        var hasHeldLetters = false
    }

    /// How all stands.
    struct State: Sendable {
        /// Records that came to an end, of all that were taken.
        var done: Int
        var taken: Int
        /// Whether the output is waited for, or somebody else outside.
        var isOutputAway = false
        /// Whether records are taken.
        var isReading = true
        var partitions: [TopicPartition: Mark]
    }

    private struct Standstill: Sendable {
        var count = -1
        var since: ContinuousClock.Instant?

        /// Since when the count has stood still, though it should not.
        mutating func note(_ new: Int, shouldMove: Bool, _ now: ContinuousClock.Instant) -> Duration {
            if new != count || !shouldMove || since == nil { (count, since) = (new, now) }
            return since.map { $0.duration(to: now) } ?? .zero
        }
    }

    private let limit: Duration
    private var done = Standstill()
    private var taken = Standstill()

    init(limit: Duration) { self.limit = limit }

    /// Notes how all stands; returns the partitions that wait in vain.
    mutating func note(_ state: State, now: ContinuousClock.Instant) -> Set<TopicPartition> {
        let working = state.partitions.filter { $0.value.inFlight > 0 && !$0.value.hasHeldLetters }
        let waiting = state.partitions.filter { $0.value.fetched > 0 && !$0.value.isHeld }
        let isWorkStill = done.note(state.done, shouldMove: !state.isOutputAway && !working.isEmpty, now) >= limit
        let isReadingStill = taken.note(state.taken, shouldMove: state.isReading && !waiting.isEmpty, now) >= limit
        return Set(isWorkStill ? working.keys.map(\.self) : []).union(isReadingStill ? waiting.keys.map(\.self) : [])
    }
}
