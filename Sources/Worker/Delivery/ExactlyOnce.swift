import Flow
import Kafka

/// Commits offsets in the transactions of the outcomes: by interval, by bytes and when nothing else is to be done, as the
/// machine has it.
final class ExactlyOnce: Commits {
    private let accounts: Accounts
    private let publisher: Publisher

    init(_ accounts: Accounts, _ publisher: Publisher) {
        self.accounts = accounts
        self.publisher = publisher
    }

    func commitDue(_ consumer: Consumer, _ now: ContinuousClock.Instant) {}

    func commitNow(_ consumer: Consumer, _ places: Set<TopicPartition>?, timeoutMs: Int, serves: Bool) -> Bool {
        let deadline = Deadline(.milliseconds(timeoutMs), after: .now)
        guard let number = accounts.ask({ $0.numberOfNextCommit(places) }) else { return true }
        while !isMade(number, places) {
            guard !deadline.isOver(.now) else { return false }
            publisher.perform(accounts.decide { $0.retry(now: .now) })
            publisher.pump()
            if serves { accounts.waitForChange(milliseconds: 5) } else { nap() }
        }
        return true
    }

    /// Whether the commit was made, or another said as much.
    private func isMade(_ number: Int, _ places: Set<TopicPartition>?) -> Bool {
        accounts.decide { $0.hurryCommit(number) || $0.numberOfNextCommit(places) == nil }
    }
}
