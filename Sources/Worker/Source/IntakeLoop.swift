import Flow
import Kafka
import Synchronization
import Telemetry
import Wire

/// The rounds of the polling thread: poll a record, hand it on; pause and resume; commit; keep time. Everything it owns
/// is touched by this one thread only, rebalance handlers included, as they run inside poll.
final class IntakeLoop {
    let worker: Worker
    let publisher: Publisher
    let commits: any Commits
    let ends = Ends()
    private var consumer: Consumer
    private var round: RebalanceWatch
    private var rebalance: Rebalance?
    private var suspects: SuspectPages?
    private var early = HeldBackPages()
    private var lostPlaces: LostPlaces
    /// Partitions that ended before their range does, and since when.
    private var shortPlaces: [TopicPartition: ContinuousClock.Instant] = [:]
    private var pace: Pace?
    private var isHeldBack = false
    private var joining = JoinReport()
    private var taken = 0
    private var shutSince: ContinuousClock.Instant?
    private var lastTick = ContinuousClock.now
    private var progress: ProgressReport
    private var nearMisses = NearMissWatch()
    private var isStarted = false
    private var isRefused = false
    /// Why reading cannot go on, once it cannot.
    private(set) var failure: ExitReason?
    /// Whether the stop condition holds.
    private(set) var isFinished = false

    var delivery: DeliveryState { worker.delivery }
    var settings: WorkerSettings { worker.settings }
    var telemetry: Telemetry { worker.telemetry }

    /// Makes the clients; they connect in the background.
    init(_ worker: Worker) throws(KafkaFault) {
        self.worker = worker
        publisher = try Publisher(worker)
        consumer = try IntakeLoop.makeConsumer(worker)
        round = RebalanceWatch(worker.settings.consumer.assignor)
        commits =
            worker.settings.isExactlyOnce
            ? ExactlyOnce(worker.delivery, publisher) : AtLeastOnce(worker.delivery, worker.telemetry)
        publisher.start()
        lostPlaces = LostPlaces(worker.settings)
        pace = worker.settings.pagesPerSecond.map { Pace(perSecond: $0) }
        progress = ProgressReport(worker.settings)
    }

    private static func makeConsumer(_ worker: Worker) throws(KafkaFault) -> Consumer {
        try Consumer(worker.settings.consumer) { [weak worker] in worker?.hear($0, from: "consumer") }
    }

    // MARK: Turns

    /// Joins the group.
    func start() {
        isStarted = true
        publisher.clerk?.serve(consumer)
        round = RebalanceWatch(settings.consumer.assignor)
        suspects = SuspectPages(worker, consumer, commits, round)
        let rebalance = Rebalance(worker, consumer, publisher, commits, ends, round)
        self.rebalance = rebalance
        do throws(KafkaFault) {
            try consumer.subscribe(settings.inputTopics) { rebalance.handle($0) }
        } catch {
            telemetry.emit(InputFault(fault: error))
        }
    }

    private func holdsStopCondition() -> Bool {
        switch settings.stop {
        case .never: worker.isToldToFinish
        case .afterRecords(let count): taken >= count
        case .atEnd: ends.areReached(delivery)
        }
    }

    /// One round: at most one record.
    func round(_ now: ContinuousClock.Instant) {
        if lastTick.duration(to: now) >= .milliseconds(20) {
            lastTick = now
            tick(now)
        }
        if let wait = handsFull(now) { return waitForRoom(milliseconds: wait) }
        if let wait = pace?.wait(now) { return holdBack(wait) }
        isHeldBack = false
        applyPauses()
        poll(timeoutMs: shutSince == nil ? 50 : 10)
    }

    private func tick(_ now: ContinuousClock.Instant) {
        let isMoving = round.isUnderWay(now)
        let isConnected = worker.board.withLock { $0.isConnected }
        let (rewinds, actions) = delivery.decide { machine in
            (machine.isGroupMoving, machine.isClusterSeen) = (isMoving, isConnected)
            return (machine.rewinds(), machine.tick(now: now))
        }
        rewinds.forEach(rewind)
        publisher.perform(actions)
        publisher.pump()
        isFinished = isFinished || holdsStopCondition()
        if !isMoving { commits.commitDue(consumer, now) }
        if let rebalance, rebalance.isUnknown.exchange(false, ordering: .relaxed) {
            // A worker that stops does not join again.
            guard !worker.isAskedToStop else { return }
            return rebuild(.timedOut("the group did not tell what it has committed"))
        }
        early.release(now, mayBegin: mayBegin).forEach(submit)
        lostPlaces.find(consumer, delivery, now).forEach { telemetry.emit($0) }
        failure = failure ?? shortened(now)
        failure = failure ?? lostPlaces.end.map { .inputGone($0) }
        let holdsNothing = delivery.ask { $0.ledger.assigned.isEmpty }
        if let wait = joining.report(isWaiting: holdsNothing && !round.isAssigned, settings.group, now) {
            // A refused right is what the group waits for.
            if let refusal = worker.board.withLock({ $0.refusal }) {
                telemetry.emit(InputFault(fault: refusal))
            } else {
                telemetry.emit(wait)
            }
        }
        worker.watchForHangs(now)
        progress.report(worker, consumer, now)
    }

    /// How long a partition may end before its range does: a new leader may know less for a moment.
    private static let shortPatience = Duration.seconds(30)

    /// Says that a range cannot be read to its end, where its topic has become shorter: it is another one now.
    private func shortened(_ now: ContinuousClock.Instant) -> ExitReason? {
        for (place, since) in shortPlaces where since.duration(to: now) >= IntakeLoop.shortPatience {
            guard delivery.ask({ $0.isToBeRead(place) }), let end = settings.range?.parts[place]?.upperBound else {
                shortPlaces[place] = nil
                continue
            }
            // A transaction that is open holds back what is there; and where no broker tells, it is asked again.
            shortPlaces[place] = now
            guard let marks = try? consumer.watermarks([place], timeoutMs: 2000)[place] else { continue }
            if marks.high < end { return .inputGone(GoneRecords(place: place, expected: end, found: marks.high)) }
        }
        return nil
    }

    /// Reads a partition again whose dead letters were put back.
    private func rewind(_ target: PartitionOffset) {
        do throws(KafkaFault) {
            try consumer.seek([target])
        } catch {
            telemetry.emit(InputFault(fault: error))
            lostPlaces.add(target.topicPartition, at: target.offset)
        }
        telemetry.emit(PartitionReleased(place: target.topicPartition))
    }

    /// Over a mark, polling waits a little for pages to end before it pauses partitions: a pause throws away what was
    /// fetched. Returns how long to wait, `nil` to poll.
    private func handsFull(_ now: ContinuousClock.Instant) -> Int? {
        let (isShut, isStopping) = delivery.ask { ($0.isShut, $0.isStopping) }
        guard isShut else {
            shutSince = nil
            return nil
        }
        let since = shutSince ?? now
        shutSince = since
        return !isStopping && since.duration(to: now) < settings.holdBeforePause ? 10 : nil
    }

    /// Waits until pages may begin again. Where a commit is waited for, this thread takes its answer.
    private func waitForRoom(milliseconds: Int) {
        if delivery.ask({ $0.isOverUncommitted }) {
            consumer.serve(timeoutMs: milliseconds)
        } else {
            delivery.waitForChange(milliseconds: milliseconds)
        }
    }

    /// Waits for the next page's turn; where that is long, with all partitions paused and polling going on, as the group would miss
    /// a member that does not.
    private func holdBack(_ wait: Duration) {
        guard wait > .seconds(1) else {
            return delivery.waitForChange(milliseconds: min(20, max(1, Int(seconds(wait) * 1000))))
        }
        if !isHeldBack {
            isHeldBack = true
            do throws(KafkaFault) {
                try consumer.pause(delivery.ask { $0.ledger.assigned }.sorted())
            } catch {
                telemetry.emit(InputFault(fault: error))
            }
        }
        delivery.decide { $0.arePausesStale = true }
        poll(timeoutMs: 20)
    }

    private func applyPauses() {
        guard let wanted = delivery.decide({ $0.pauses() }) else { return }
        let paused = consumer.paused
        do throws(KafkaFault) {
            try consumer.pause(wanted.subtracting(paused).sorted())
            try consumer.resume(paused.subtracting(wanted).sorted())
        } catch {
            telemetry.emit(InputFault(fault: error))
            delivery.decide { $0.arePausesStale = true }
        }
    }

    private func poll(timeoutMs: Int) {
        do throws(KafkaFault) {
            guard let event = try consumer.poll(timeoutMs: timeoutMs) else { return }
            switch event {
            case .record(let record): take(record)
            case .endOfPartition(let place, let offset):
                delivery.decide { $0.metEnd(place, at: offset) }
                if let end = settings.range?.parts[place]?.upperBound, offset < end { shortPlaces[place] = .now }
            case .fault(let fault): met(fault)
            }
        } catch {
            rebuild(error)
        }
    }

    private func take(_ record: ConsumedRecord) {
        guard !isFull else { return }
        let ticket = delivery.decide { machine -> Ticket? in
            // Records that come in spite of a stop stay uncommitted: the partition's next owner reads them.
            guard !machine.isStopping else { return nil }
            return machine.begin(
                record.topicPartition, InboundRecord(record), offset: record.offset, bytes: record.byteCount, now: .now)
        }
        guard let ticket else { return }
        taken += 1
        pace?.begin(.now)
        if isRefused {
            // The right was granted again.
            isRefused = false
            worker.board.withLock { $0.refusal = nil }
        }
        telemetry.metrics.counter(.inputBytes).add(record.byteCount)
        nearMisses.look(at: ticket.record.headers, telemetry)
        progress.saw(record)
        if early.keeps(ticket, .now, mayBegin: mayBegin) { return }
        submit(ticket)
    }

    private func mayBegin(_ ticket: Ticket) -> Bool { delivery.ask { $0.mayBegin(ticket) } }

    private func submit(_ ticket: Ticket) { worker.submit(ticket, publisher: publisher, suspects: suspects) }

    private var isFull: Bool {
        if case .afterRecords(let count) = settings.stop { return taken >= count }
        return false
    }

    // MARK: Faults

    private func met(_ fault: KafkaFault) {
        if fault.isOffsetReset, let place = fault.topicPartition { return lostPlaces.add(place, at: nil) }
        if fault.isAuthorization {
            isRefused = true
            worker.board.withLock { $0.refusal = fault }
        }
        telemetry.emit(InputFault(fault: fault))
    }

    /// A broken consumer is replaced: its partitions are ended as if lost, the new one joins the group.
    private func rebuild(_ fault: KafkaFault) {
        telemetry.emit(ConsumerRebuilt(fault: fault))
        consumer.close(deadlineMs: 3000)
        let actions = delivery.decide { machine in machine.ledger.assigned.sorted().flatMap { machine.end($0) } }
        publisher.perform(actions)
        do throws(KafkaFault) {
            consumer = try IntakeLoop.makeConsumer(worker)
            if isStarted { start() }
        } catch {
            telemetry.emit(InputFault(fault: error))
        }
        // A consumer that breaks at once again must not become a busy loop.
        delivery.waitForChange(milliseconds: 1000)
    }

    // MARK: End

    /// Milliseconds kept for leaving the group.
    private static let leaveMs = 1000

    /// Commits what is finished, leaves the group, frees the clients.
    ///
    /// While the group rebalances a commit is refused; polling takes part in the rebalance, after which the commit is
    /// made again, or the partitions have gone and it is another member's.
    func close(_ deadline: Deadline) {
        func isTime() -> Bool { deadline.remainingMs(.now) > IntakeLoop.leaveMs }
        rebalance?.hurry(Deadline(deadline.instant - .milliseconds(IntakeLoop.leaveMs)))
        while isStarted, round.isUnderWay(.now), isTime() { poll(timeoutMs: 50) }
        delivery.decide { $0.giveUp(nil) }
        while !commits.commitNow(
            consumer, nil, timeoutMs: max(500, deadline.remainingMs(.now, most: 6000) / 2), serves: true), isTime()
        {
            poll(timeoutMs: 100)
        }
        // What is not acknowledged now is given up: its partition's next owner does it again.
        publisher.close(deadlineMs: max(200, deadline.remainingMs(.now) / 3))
        rebalance?.hurry(Deadline(.now))
        consumer.close(deadlineMs: max(200, deadline.remainingMs(.now)))
    }
}

/// The ends that partitions had when they were assigned.
final class Ends: Sendable {
    private let ends = Mutex<[TopicPartition: Int64]>([:])

    func set(_ place: TopicPartition, _ end: Int64) { ends.withLock { $0[place] = $0[place] ?? end } }

    /// Whether partitions are assigned and each was read to its end.
    func areReached(_ delivery: DeliveryState) -> Bool {
        let ends = ends.withLock { $0 }
        return delivery.ask { machine in
            let assigned = machine.ledger.assigned
            return !assigned.isEmpty
                && assigned.allSatisfy { place in
                    guard let end = ends[place] else { return false }
                    return end == 0 || (machine.ledger.position(place) ?? 0) >= end
                }
        }
    }
}
