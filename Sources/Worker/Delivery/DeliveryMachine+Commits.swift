import Flow
import Kafka

/// What one commit says of one partition.
struct DueCommit: Sendable {
    let place: TopicPartition
    let epoch: Epoch
    let point: CommitPoint
    /// How many finished pages of this assignment it tells of.
    let finished: Int

    var offset: PartitionOffset { PartitionOffset(place, offset: point.offset, metadata: point.metadata) }
}

/// A commit to be made, and its number, which its answer bears.
struct CommitOrder: Sendable {
    let number: Int
    let due: [DueCommit]

    var offsets: [PartitionOffset] { due.map(\.offset) }
}

/// One commit at a time, whoever makes it, so that none overtakes another.
struct CommitTurn: Sendable {
    var number = 0
    /// The number of the last transaction's commit that was carried out.
    var settled = 0
    /// Since when the commit with this number is under way.
    var since: ContinuousClock.Instant?
    var last: ContinuousClock.Instant?
    /// Whether the last one was refused: the next one keeps the interval.
    var hasFailed = false

    /// A commit without an answer for so long is given up; the next one says more.
    static let patience = Duration.seconds(30)

    func isFree(_ now: ContinuousClock.Instant) -> Bool {
        since.map { $0.duration(to: now) >= CommitTurn.patience } ?? true
    }
}

extension DeliveryMachine {
    /// What an orderer of a commit gets.
    enum CommitAnswer: Sendable {
        /// Make it, and say with ``committed(_:_:)`` how it went.
        case order(CommitOrder)
        /// Nothing is to be said.
        case nothing
        /// Another is under way.
        case busy
    }

    /// The commit that is due at intervals, or earlier where many pages wait for it, if one is.
    mutating func commitDue(now: ContinuousClock.Instant) -> CommitOrder? {
        if let last = commits.last, last.duration(to: now) < rules.commitInterval, !isCommitPressing { return nil }
        guard case .order(let order) = orderCommit(nil, now: now) else { return nil }
        commits.last = now
        return order
    }

    /// A commit of some partitions, or all, now.
    mutating func orderCommit(_ places: Set<TopicPartition>?, now: ContinuousClock.Instant) -> CommitAnswer {
        guard commits.isFree(now) else { return .busy }
        let due = ledger.due.filter { places?.contains($0.place) ?? true }
        guard !due.isEmpty else { return .nothing }
        commits.number += 1
        commits.since = now
        return .order(CommitOrder(number: commits.number, due: due))
    }

    /// How a commit went. Late answers of one that was given up count as they come.
    mutating func committed(_ order: CommitOrder, _ fault: KafkaFault?) {
        if order.number == commits.number {
            commits.since = nil
            commits.hasFailed = fault != nil
        }
        for commit in order.due where ledger.isCurrent(commit.place, commit.epoch) {
            if fault == nil, order.number == commits.number {
                ledger.committed(commit.place, commit.point, finished: commit.finished)
            } else {
                ledger.commitFailed(commit.place)
            }
        }
        noteUncommitted()
    }

    // MARK: What would be repeated

    /// Pages begun that no commit tells of: what another owner would do again.
    var uncommitted: Int { ledger.inFlight + ledger.unsettled }

    /// Looks again whether more pages may begin before a commit tells of some.
    mutating func noteUncommitted() {
        let most = rules.mostUncommitted
        // Not one page at a time: once shut, a quarter has to go.
        let isOver = uncommitted >= (isOverUncommitted ? max(1, most - most / 4) : most)
        guard isOver != isOverUncommitted else { return }
        isOverUncommitted = isOver
        arePausesStale = true
    }

    /// Whether so many finished pages wait for a commit that it is made before its time.
    private var isCommitPressing: Bool { !commits.hasFailed && ledger.unsettled >= max(1, rules.mostUncommitted / 2) }
}

extension OffsetLedger<TopicPartition> {
    /// What a commit of all partitions would say now.
    var due: [DueCommit] {
        dueCommits().compactMap { place, point in
            epoch(of: place).map { DueCommit(place: place, epoch: $0, point: point, finished: finished(place)) }
        }
    }
}
