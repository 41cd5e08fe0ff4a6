import Dispatch
import Kafka

/// How offsets are committed.
protocol Commits: Sendable {
    /// Commits what is due in the background, at intervals.
    func commitDue(_ consumer: Consumer, _ now: ContinuousClock.Instant)

    /// Commits some partitions, or all, and waits for the answer. Returns whether nothing is left to commit.
    /// - Parameter serves: whether this thread is the one that polls.
    @discardableResult
    func commitNow(_ consumer: Consumer, _ places: Set<TopicPartition>?, timeoutMs: Int, serves: Bool) -> Bool
}

extension Commits {
    /// Waits a moment on a thread that does not poll.
    func nap() { _ = DispatchSemaphore(value: 0).wait(timeout: .now() + .milliseconds(2)) }
}
