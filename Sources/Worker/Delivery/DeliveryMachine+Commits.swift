import Flow
import Kafka

/// What one commit says of one partition.
struct DueCommit: Sendable {
    let place: TopicPartition
    let epoch: Epoch
    let point: CommitPoint

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

    /// The commit that is due at intervals, if one is.
    mutating func commitDue(now: ContinuousClock.Instant) -> CommitOrder? {
        if let last = commits.last, last.duration(to: now) < rules.commitInterval { return nil }
        guard case .order(let order) = orderCommit(nil, now: now) else { return nil }
        commits.last = now
        return order
    }

    /// A commit of some partitions, or all, now.
    mutating func orderCommit(_ places: Set<TopicPartition>?, now: ContinuousClock.Instant) -> CommitAnswer {
        guard commits.isFree(now) else { return .busy }
        let due = ledger.dueCommits().compactMap { place, point -> DueCommit? in
            guard places?.contains(place) ?? true else { return nil }
            return ledger.epoch(of: place).map { DueCommit(place: place, epoch: $0, point: point) }
        }
        guard !due.isEmpty else { return .nothing }
        commits.number += 1
        commits.since = now
        return .order(CommitOrder(number: commits.number, due: due))
    }

    /// How a commit went. Late answers of one that was given up count as they come.
    mutating func committed(_ order: CommitOrder, _ fault: KafkaFault?) {
        if order.number == commits.number { commits.since = nil }
        for commit in order.due where ledger.isCurrent(commit.place, commit.epoch) {
            if fault == nil, order.number == commits.number {
                ledger.committed(commit.place, commit.point)
            } else {
                ledger.commitFailed(commit.place)
            }
        }
    }
}
