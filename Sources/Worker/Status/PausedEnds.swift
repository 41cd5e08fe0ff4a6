import Dispatch
import Kafka
import Synchronization

/// The ends of partitions that are paused, asked of the cluster now and then: the consumer learns of ends by fetching alone, so the lag of
/// what is not fetched would stand still.
final class PausedEnds: Sendable {
    private struct State: Sendable {
        var ends: [TopicPartition: Int64] = [:]
        var isAsking = false
        var last: ContinuousClock.Instant?
    }

    private let state = Mutex(State())
    private let queue = DispatchQueue(label: "galley.ends")

    private static let interval = Duration.seconds(15)
    private static let patienceMs = 5000

    /// What was told last of those that are still paused.
    var known: [TopicPartition: Int64] { state.withLock { $0.ends } }

    /// Asks, when it is time; the answer comes later.
    func ask(_ consumer: Consumer, _ paused: Set<TopicPartition>, now: ContinuousClock.Instant) {
        let isTime = state.withLock { state in
            state.ends = state.ends.filter { paused.contains($0.key) }
            let isDue = state.last.map { $0.duration(to: now) >= PausedEnds.interval } ?? true
            guard isDue, !state.isAsking, !paused.isEmpty else { return false }
            (state.isAsking, state.last) = (true, now)
            return true
        }
        guard isTime else { return }
        queue.async { [self] in
            let marks = (try? consumer.watermarks(paused.sorted(), timeoutMs: PausedEnds.patienceMs)) ?? [:]
            state.withLock { state in
                state.isAsking = false
                for (place, mark) in marks { state.ends[place] = mark.high }
            }
        }
    }
}
