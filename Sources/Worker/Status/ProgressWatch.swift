import Kafka

/// Tells partitions that should move and do not: pages are in flight and none is finished, or records were fetched and none is
/// taken, for long, while nothing is paused. Pure; asked once a second.
struct ProgressWatch: Sendable {
    /// What of a partition moves.
    struct Mark: Sendable, Equatable {
        var frontier: Int64
        var position: Int64
        var inFlight: Int
        /// Records that the client holds for it.
        var fetched: Int64 = 0
        /// Whether it is paused, or waits for what is no work of ours.
        var isWaiting = false

        fileprivate var shouldMove: Bool { !isWaiting && (inFlight > 0 || fetched > 0) }

        fileprivate func hasMoved(since other: Mark) -> Bool {
            (frontier, position, inFlight) != (other.frontier, other.position, other.inFlight)
        }
    }

    private let limit: Duration
    private var known: [TopicPartition: (mark: Mark, since: ContinuousClock.Instant)] = [:]

    init(limit: Duration) { self.limit = limit }

    /// Notes how partitions stand; returns those that are stuck.
    mutating func note(_ marks: [TopicPartition: Mark], now: ContinuousClock.Instant) -> Set<TopicPartition> {
        known = known.filter { marks[$0.key] != nil }
        var stuck: Set<TopicPartition> = []
        for (place, mark) in marks {
            guard let last = known[place], mark.shouldMove, !mark.hasMoved(since: last.mark) else {
                known[place] = (mark, now)
                continue
            }
            if last.since.duration(to: now) >= limit { stuck.insert(place) }
        }
        return stuck
    }
}
