import Flow
import Kafka

/// Commits offsets in the transactions of the outcomes: by interval, by bytes and when nothing else is to be done, as the
/// machine has it.
final class ExactlyOnce: Commits {
    private let delivery: DeliveryState
    private let publisher: Publisher

    init(_ delivery: DeliveryState, _ publisher: Publisher) {
        self.delivery = delivery
        self.publisher = publisher
    }

    func commitDue(_ consumer: Consumer, _ now: ContinuousClock.Instant) {}

    func commitNow(_ consumer: Consumer, _ places: Set<TopicPartition>?, timeoutMs: Int, serves: Bool) -> Bool {
        let deadline = Deadline(.milliseconds(timeoutMs), after: .now)
        guard let number = delivery.ask({ $0.numberOfNextCommit(places) }) else { return true }
        while !isMade(number, places) {
            guard !deadline.isOver(.now) else { return false }
            publisher.perform(delivery.decide { $0.retry(now: .now) })
            publisher.pump()
            if serves { delivery.waitForChange(milliseconds: 5) } else { nap() }
        }
        return true
    }

    /// Whether the commit was made, or another said as much.
    private func isMade(_ number: Int, _ places: Set<TopicPartition>?) -> Bool {
        delivery.decide { $0.hurryCommit(number) || $0.numberOfNextCommit(places) == nil }
    }
}
