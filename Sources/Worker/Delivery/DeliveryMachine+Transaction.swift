import Flow
import Kafka

/// The transaction of exactly-once delivery: what it holds and how far it is.
///
/// Outcomes and the offsets of their pages are committed together, so a page is finished by the commit, not by the report of its
/// record. Until then its shipment is kept: a transaction that is aborted puts all of its shipments back in line, and no page is
/// worked on twice.
struct Transaction: Sendable {
    enum State: Sendable {
        /// None is open.
        case closed
        /// The producer is being asked to open one.
        case opening
        /// Records enter it.
        case open(since: ContinuousClock.Instant)
        /// No more records enter: it is committed once those under way are delivered.
        case draining
        /// It is being committed, or will be again at this time.
        case committing(CommitOrder, again: ContinuousClock.Instant?)
        /// It is being aborted, or will be again at this time.
        case aborting(again: ContinuousClock.Instant?)
        /// Its commit was not answered by a producer that broke: the group's offsets are asked whether it was carried out.
        case asking(CommitOrder, again: ContinuousClock.Instant?)
    }

    var state = State.closed
    /// What was delivered in it, in that order.
    var delivered: [Shipment] = []
    /// Whether it may no longer be committed: a record of it was refused, or a page of it is another worker's.
    var mustAbort = false
    /// Whether a commit is wanted before its time.
    var isUrgent = false
    /// Whether offsets are to be committed though no record waits.
    var wantsOffsets = false

    /// Between two tries of what failed and may be tried again.
    static let pause = Duration.milliseconds(200)

    var isClosed: Bool {
        if case .closed = state { return true }
        return false
    }

    /// Whether a call is under way that ends it.
    var isEnding: Bool {
        switch state {
        case .committing, .aborting, .asking: true
        case .closed, .opening, .open, .draining: false
        }
    }

    /// Whether records may enter.
    var isOpen: Bool {
        if case .open = state { return true }
        return false
    }
}

extension DeliveryMachine {
    // MARK: Opening

    /// Whether a transaction has to be opened before anything is produced; who asks does it, and says how with
    /// ``began(_:now:)``.
    mutating func mustBegin() -> Bool {
        guard case .working = producer, let open = transaction, open.isClosed, !ready.isEmpty || open.wantsOffsets
        else {
            return false
        }
        transaction?.state = .opening
        return true
    }

    /// How a transaction's opening went.
    mutating func began(_ fault: KafkaFault?, now: ContinuousClock.Instant) -> [Action] {
        guard case .opening? = transaction?.state else { return [] }
        guard let fault else {
            transaction?.state = .open(since: now)
            return advanceTransaction(now: now)
        }
        transaction?.state = .closed
        breakProducer(fault, now)
        return []
    }

    // MARK: Ending

    /// The number of the commit that will say what is to be said now of these partitions, or of any; `nil` when nothing is.
    func numberOfNextCommit(_ places: Set<TopicPartition>?) -> Int? {
        let isDelivered = transaction?.delivered.contains { places?.contains($0.ticket.place) ?? true } ?? false
        let owes = isDelivered || (places ?? ledger.assigned).contains { ledger.dueCommit($0) != nil }
        return owes ? commits.number + 1 : nil
    }

    /// Whether a commit with this number, or one after it, is carried out; has it made as soon as can be when not.
    mutating func hurryCommit(_ number: Int) -> Bool {
        guard commits.settled < number else { return true }
        transaction?.isUrgent = true
        return false
    }

    /// Takes the transaction a step further, when it is time.
    mutating func advanceTransaction(now: ContinuousClock.Instant) -> [Action] {
        guard let turn = transaction, case .working = producer else { return [] }
        switch turn.state {
        case .closed:
            let isTime = commits.last.map { $0.duration(to: now) >= rules.commitInterval } ?? true
            transaction?.wantsOffsets = (isTime || turn.isUrgent) && !isGroupMoving && !ledger.dueCommits().isEmpty
            return []
        case .opening: return []
        case .open: return turn.mustAbort ? abort(now) : drain(turn, now)
        case .draining: return turn.mustAbort ? abort(now) : commitDrained(now)
        case .committing(let order, let again?) where again <= now:
            transaction?.state = .committing(order, again: nil)
            return [.commitTransaction(order)]
        case .aborting(let again?) where again <= now:
            transaction?.state = .aborting(again: nil)
            return [.abortTransaction]
        case .asking(let order, let again?) where again <= now:
            transaction?.state = .asking(order, again: nil)
            return [.askCommitted(order)]
        case .committing, .aborting, .asking: return []
        }
    }

    private mutating func abort(_ now: ContinuousClock.Instant) -> [Action] {
        if !awaitsBroker { lastProgress = now }
        transaction?.state = .aborting(again: nil)
        return [.abortTransaction]
    }

    private mutating func drain(_ turn: Transaction, _ now: ContinuousClock.Instant) -> [Action] {
        guard case .open(let since) = turn.state else { return [] }
        let isIdle = ready.isEmpty && underWay.isEmpty && ledger.inFlight == turn.delivered.count
        let isDue = since.duration(to: now) >= rules.commitInterval
        // Not before what is in line is in it: a budget that is shut would else be shut for ever.
        let isPressed = ready.isEmpty && (budget.isShut || isStopping || !leaving.isEmpty)
        guard isIdle || isDue || isPressed || turn.isUrgent || turn.wantsOffsets else { return [] }
        transaction?.state = .draining
        return commitDrained(now)
    }

    private mutating func commitDrained(_ now: ContinuousClock.Instant) -> [Action] {
        // While the group moves, offsets would be refused; not by a revocation that is under way.
        guard underWay.isEmpty, !isGroupMoving || !leaving.isEmpty else { return [] }
        let order = transactionOrder()
        lastProgress = now
        transaction?.state = .committing(order, again: nil)
        return [.commitTransaction(order)]
    }

    /// The offsets as they stand once the transaction is committed.
    private mutating func transactionOrder() -> CommitOrder {
        var after = ledger
        for shipment in transaction?.delivered ?? [] {
            let ticket = shipment.ticket
            _ = after.finish(
                ticket.place, ticket.offset, epoch: ticket.epoch, adding: sums(of: ticket, shipment.kind))
        }
        commits.number += 1
        return CommitOrder(number: commits.number, due: after.due)
    }

    // MARK: Answers

    /// How the commit of the transaction went.
    mutating func committedTransaction(
        _ order: CommitOrder, _ fault: KafkaFault?, now: ContinuousClock.Instant
    ) -> [Action] {
        guard case .committing(let current, _)? = transaction?.state, current.number == order.number else { return [] }
        guard let fault else { return settleTransaction(order, now) }
        if fault.isFatal || !fault.isRetriable && !fault.requiresAbort {
            breakProducer(fault, now)
        } else if fault.requiresAbort {
            transaction?.state = .aborting(again: nil)
            return [.commitFailed(fault), .abortTransaction]
        } else {
            transaction?.state = .committing(order, again: now + Transaction.pause)
        }
        return [.commitFailed(fault)]
    }

    /// How the abort of the transaction went.
    mutating func abortedTransaction(_ fault: KafkaFault?, now: ContinuousClock.Instant) -> [Action] {
        guard case .aborting? = transaction?.state else { return [] }
        guard let fault else { return [.transactionAborted] + putBackTransaction() }
        if fault.isRetriable, !fault.isFatal {
            transaction?.state = .aborting(again: now + Transaction.pause)
        } else {
            breakProducer(fault, now)
        }
        return []
    }

    /// What the group has committed of a commit that no one answered; `nil` when that was not told.
    mutating func toldCommitted(
        _ order: CommitOrder, _ committed: [TopicPartition: PartitionOffset]?, now: ContinuousClock.Instant
    ) -> [Action] {
        guard case .asking(let current, _)? = transaction?.state, current.number == order.number else { return [] }
        guard let committed else {
            transaction?.state = .asking(order, again: now + Transaction.pause)
            return []
        }
        // A commit is carried out as a whole: any partition that is still ours tells.
        let isDone = order.due.contains { commit in
            ledger.isCurrent(commit.place, commit.epoch) && committed[commit.place]?.offset == commit.point.offset
                && (committed[commit.place]?.metadata ?? "") == commit.point.metadata
        }
        return isDone ? settleTransaction(order, now) : putBackTransaction()
    }

    /// The transaction is committed: its pages are finished.
    private mutating func settleTransaction(_ order: CommitOrder, _ now: ContinuousClock.Instant) -> [Action] {
        let delivered = transaction?.delivered ?? []
        transaction = Transaction()
        (commits.last, commits.settled) = (now, order.number)
        rebuilds.succeeded()
        let actions =
            [.transactionCommitted] + progressed(rules.outputTopic) + delivered.flatMap { finish($0.ticket, $0.kind) }
        for commit in order.due where ledger.isCurrent(commit.place, commit.epoch) {
            ledger.committed(commit.place, commit.point, finished: commit.finished)
        }
        return actions
    }

    /// The transaction is gone: what it held is in line again, in order; pages of partitions that have gone are their next
    /// owners'.
    mutating func putBackTransaction() -> [Action] {
        let held = (transaction?.delivered ?? []) + underWay.keys.sorted().compactMap { takeUnderWay($0) }
        transaction = Transaction()
        return progressed(rules.outputTopic) + held.flatMap { again($0) }
    }

    /// A shipment that no broker has any more goes back in line, unless its partition has gone.
    mutating func again(_ shipment: Shipment) -> [Action] {
        guard isCurrent(shipment.ticket) else { return settled(shipment) + finish(shipment.ticket, shipment.kind) }
        enter(shipment)
        return []
    }
}
