import Flow
import Kafka
import Synchronization
import Telemetry

/// Commits frontiers with their runs, one commit at a time so that none overtakes another.
///
/// Every commit is an explicit one: librdkafka's stored offsets lose the metadata (2.0.2), and a commit of theirs would
/// wipe the runs that an explicit one wrote.
final class Committer: Sendable {
    private struct UnderWay {
        var since: ContinuousClock.Instant?
        var last: ContinuousClock.Instant?
        var number = 0
    }

    private struct Due: Sendable {
        let place: TopicPartition
        let epoch: Epoch
        let point: CommitPoint
    }

    private let accounts: Accounts
    private let telemetry: Telemetry
    private let underWay = Mutex(UnderWay())

    init(_ accounts: Accounts, _ telemetry: Telemetry) {
        self.accounts = accounts
        self.telemetry = telemetry
    }

    /// A commit without an answer for so long is given up; the next one says more.
    private static let patience = Duration.seconds(30)

    /// Commits what is due in the background, at intervals.
    func commitDue(_ consumer: Consumer, every interval: Duration, _ now: ContinuousClock.Instant) {
        let isFree = underWay.withLock { state in
            if let since = state.since, since.duration(to: now) < Committer.patience { return false }
            return state.last.map { $0.duration(to: now) >= interval } ?? true
        }
        guard isFree else { return }
        let due = due(of: nil)
        guard !due.isEmpty else { return }
        let number = underWay.withLock { state in
            state.since = now
            state.last = now
            state.number += 1
            return state.number
        }
        do throws(KafkaFault) {
            try consumer.commitAsync(due.map(Committer.offset)) { [self] fault in
                underWay.withLock { if $0.number == number { $0.since = nil } }
                settle(due, fault)
            }
        } catch {
            underWay.withLock { $0.since = nil }
            settle(due, error)
        }
    }

    /// Commits some partitions, or all, and waits for the answer. Returns whether nothing is left to commit.
    @discardableResult
    func commitNow(_ consumer: Consumer, _ partitions: Set<TopicPartition>?, timeoutMs: Int) -> Bool {
        let due = due(of: partitions)
        guard !due.isEmpty else { return true }
        do throws(KafkaFault) {
            try consumer.commit(due.map(Committer.offset), timeoutMs: timeoutMs)
            settle(due, nil)
            return true
        } catch {
            settle(due, error)
            return false
        }
    }

    private func due(of partitions: Set<TopicPartition>?) -> [Due] {
        accounts.state.withLock { state in
            state.ledger.dueCommits().compactMap { place, point in
                guard partitions?.contains(place) ?? true else { return nil }
                return state.ledger.epoch(of: place).map { Due(place: place, epoch: $0, point: point) }
            }
        }
    }

    private func settle(_ due: [Due], _ fault: KafkaFault?) {
        accounts.state.withLock { state in
            for commit in due where state.ledger.isCurrent(commit.place, commit.epoch) {
                if fault == nil {
                    state.ledger.committed(commit.place, commit.point)
                } else {
                    state.ledger.commitFailed(commit.place)
                }
            }
        }
        if let fault { telemetry.emit(CommitFailed(fault: fault)) }
    }

    private static func offset(_ due: Due) -> PartitionOffset {
        PartitionOffset(due.place, offset: due.point.offset, metadata: due.point.metadata)
    }
}
