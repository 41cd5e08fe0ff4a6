import Flow
import Kafka
import Wire

extension DeliveryMachine {
    /// How the producer took a record.
    enum ProduceAnswer: Sendable {
        case accepted
        /// There is no room: it is produced again when there is.
        case queueFull
        case refused(KafkaFault)
    }

    // MARK: Into the producer

    /// A shipment takes its place: behind what waits for its topic, or in the line of what may be produced.
    mutating func enter(_ shipment: Shipment) {
        guard let outage = outages[shipment.topic], outage.due != nil else { return ready.insert(shipment) }
        wait(shipment)
        setLettersAside(shipment.topic)
    }

    /// The next record to produce, with the token its report must bear. Whoever takes it says with
    /// ``produced(_:_:now:)`` how it went before anybody takes another.
    mutating func next(now: ContinuousClock.Instant) -> (token: UInt64, shipment: Shipment)? {
        guard case .working = producer, mayTry, transaction?.isOpen ?? true, transaction?.mustAbort != true,
            let shipment = ready.popFirst()
        else { return nil }
        lastToken += 1
        if underWay.isEmpty { lastProgress = now }
        underWay[lastToken] = shipment
        underWayOf[shipment.topic, default: 0] += 1
        return (lastToken, shipment)
    }

    /// How the producer took a record.
    mutating func produced(_ token: UInt64, _ answer: ProduceAnswer, now: ContinuousClock.Instant) -> [Action] {
        switch answer {
        case .accepted:
            setQueueFull(false)
            return []
        case .queueFull:
            guard let shipment = takeUnderWay(token) else { return [] }
            enter(shipment)
            setQueueFull(!ready.isEmpty)
            mayTry = false
            return []
        case .refused(let fault):
            setQueueFull(false)
            return takeUnderWay(token).map { refused($0, fault, now) } ?? []
        }
    }

    // MARK: Reports

    /// The report of a record. One without a shipment is of a producer that was replaced: its records are in line again.
    mutating func reported(_ token: UInt64, _ fault: KafkaFault?, now: ContinuousClock.Instant) -> [Action] {
        mayTry = true
        guard let shipment = takeUnderWay(token) else { return [] }
        guard fault == nil else {
            return (fault.map { notDelivered(shipment, $0, now) } ?? []) + advanceTransaction(now: now)
        }
        lastProgress = now
        silentProducers = 0
        if transaction == nil { rebuilds.succeeded() }
        let actions = progressed(shipment.topic) + settled(shipment, isDelivered: true)
        guard transaction != nil, isCurrent(shipment.ticket) else {
            return actions + finish(shipment.ticket, shipment.kind) + advanceTransaction(now: now)
        }
        var delivered = shipment
        (delivered.isHeldUp, delivered.failures) = (false, 0)
        transaction?.delivered.append(delivered)
        return actions + advanceTransaction(now: now)
    }

    /// A record was not delivered. In a transaction that spoils it: nothing of it can be committed any more.
    private mutating func notDelivered(
        _ shipment: Shipment, _ fault: KafkaFault, _ now: ContinuousClock.Instant
    ) -> [Action] {
        guard let turn = transaction, !fault.isFatal else { return refused(shipment, fault, now) }
        // What an abort takes back was not refused.
        let isTakenBack = fault.isPurged || turn.mustAbort && !DeliveryVerdict.isAboutTheRecord(fault)
        transaction?.mustAbort = true
        return isTakenBack ? again(shipment) : refused(shipment, fault, now)
    }

    mutating func takeUnderWay(_ token: UInt64) -> Shipment? {
        guard let shipment = underWay.removeValue(forKey: token) else { return nil }
        let count = underWayOf[shipment.topic] ?? 0
        underWayOf[shipment.topic] = count > 1 ? count - 1 : nil
        if !awaitsBroker { setStalled(false) }
        return shipment
    }

    /// Whether an answer of the output's brokers is waited for.
    var awaitsBroker: Bool { !underWay.isEmpty || transaction?.isEnding == true }

    mutating func progressed(_ topic: String) -> [Action] {
        guard isStalled else { return [] }
        setStalled(false)
        return [.outputBack(topic: topic)]
    }

    private mutating func refused(_ shipment: Shipment, _ fault: KafkaFault, _ now: ContinuousClock.Instant) -> [Action]
    {
        // Its partition's next owner works on the page again: publishing it too would only make a duplicate.
        guard isCurrent(shipment.ticket) else { return settled(shipment) + finish(shipment.ticket, shipment.kind) }
        switch DeliveryVerdict(fault, kind: shipment.kind, isReduced: shipment.isReduced) {
        case .deadLetter(let isReduced): return becomeDeadLetter(shipment, fault, isReduced)
        case .again: return tryAgain(shipment, fault, now)
        case .rebuild:
            enter(shipment)
            breakProducer(fault, now)
            return []
        }
    }

    private mutating func becomeDeadLetter(_ shipment: Shipment, _ fault: KafkaFault, _ isReduced: Bool) -> [Action] {
        let actions = settled(shipment)
        var letter = shipment
        letter.kind = .deadLetter
        letter.record = letters(shipment, fault, isReduced)
        letter.topic = letter.record.topic ?? rules.deadLetterTopic
        (letter.failures, letter.isHeldUp, letter.isReduced) = (0, false, isReduced)
        enter(letter)
        return actions + [.unpublishable(shipment.ticket.place, offset: shipment.ticket.offset, fault)]
    }

    // MARK: Again

    private mutating func tryAgain(_ shipment: Shipment, _ fault: KafkaFault, _ now: ContinuousClock.Instant)
        -> [Action]
    {
        var shipment = shipment
        shipment.failures += 1
        let topic = shipment.topic
        let wasPausing = (outages[topic]?.others ?? 0) > 0
        let wasHolding = heldLetters[shipment.ticket.place] != nil
        var outage = outages[topic] ?? Outage(backoff: Backoff(first: rules.retry.first, last: rules.retry.last))
        // One wait for all that fail together: those that a batch brings down do not each double it.
        let isFirst = outage.due == nil
        if isFirst { outage.due = now + outage.backoff.failed() }
        outages[topic] = outage
        wait(shipment)
        // What stands in line behind it keeps its place there; from then on nothing of the topic enters the line.
        if isFirst {
            for other in ready.take(where: { $0.topic == topic }) { wait(other) }
            if ready.isEmpty { setQueueFull(false) }
        }
        setLettersAside(topic)
        var actions = [Action.retried(topic: topic, failures: shipment.failures, fault)]
        if shipment.kind == .deadLetter {
            if !wasHolding { actions.append(.held(shipment.ticket.place, topic: topic, fault)) }
        } else if !wasPausing {
            actions.append(.outputAway(topic: topic, fault))
        }
        return actions
    }

    /// Has a shipment wait for its topic, and count among what the outage is for.
    private mutating func wait(_ shipment: Shipment) {
        var shipment = shipment
        let (topic, place) = (shipment.topic, shipment.ticket.place)
        let isLetter = shipment.kind == .deadLetter
        if !shipment.isHeldUp {
            shipment.isHeldUp = true
            if isLetter {
                outages[topic]?.letters += 1
                heldLetters[place, default: 0] += 1
            } else {
                outages[topic]?.others += 1
            }
            arePausesStale = true
        }
        if isLetter { outages[topic]?.letterBytes += shipment.ticket.bytes }
        outages[topic]?.waiting.insert(shipment)
    }

    /// Takes shipments out of those that wait for a topic.
    mutating func takeWaiting(_ topic: String, where holds: (Shipment) -> Bool) -> [Shipment] {
        let taken = outages[topic]?.waiting.take(where: holds) ?? []
        for shipment in taken where shipment.kind == .deadLetter {
            outages[topic]?.letterBytes -= shipment.ticket.bytes
        }
        return taken
    }

    /// A shipment is pending no more under its topic; the last one that was held up ends the outage.
    mutating func settled(_ shipment: Shipment, isDelivered: Bool = false) -> [Action] {
        guard shipment.isHeldUp, var outage = outages[shipment.topic] else { return [] }
        var actions: [Action] = []
        if shipment.kind == .deadLetter {
            outage.letters -= 1
            let left = (heldLetters[shipment.ticket.place] ?? 1) - 1
            heldLetters[shipment.ticket.place] = left > 0 ? left : nil
            let isFree = left == 0 && setAside[shipment.ticket.place] == nil
            if isFree, isDelivered { actions.append(.released(shipment.ticket.place)) }
        } else {
            outage.others -= 1
            if outage.others == 0, isDelivered { actions.append(.outputBack(topic: shipment.topic)) }
        }
        outages[shipment.topic] = outage.isOver ? nil : outage
        arePausesStale = true
        return actions
    }

    // MARK: Time

    /// Puts what is due back in line, notices silence and a producer to be replaced.
    mutating func tick(now: ContinuousClock.Instant) -> [Action] {
        retry(now: now) + noticeSilence(now)
    }

    /// Puts what is due back in line, and has a broken producer replaced.
    mutating func retry(now: ContinuousClock.Instant) -> [Action] {
        mayTry = true
        retryDue(now)
        return rebuildDue(now) + advanceTransaction(now: now)
    }

    private mutating func retryDue(_ now: ContinuousClock.Instant) {
        for (topic, outage) in outages {
            // Those that are still under way come first, whatever becomes of them.
            guard let due = outage.due, due <= now, underWayOf[topic] == nil else { continue }
            outages[topic]?.due = nil
            ready.insert(contentsOf: takeWaiting(topic) { _ in true })
        }
    }

    private mutating func noticeSilence(_ now: ContinuousClock.Instant) -> [Action] {
        guard awaitsBroker, let since = lastProgress else { return [] }
        let silence = since.duration(to: now)
        if case .working = producer, isStalled, isClusterSeen, silence >= rules.hungAfter * (1 << silentProducers) {
            silentProducers = min(silentProducers + 1, 3)
            breakProducer(.silent, now)
            return []
        }
        guard !isStalled, silence >= rules.stallAfter else { return [] }
        setStalled(true)
        return [.outputStalled(waiting: underWay.count + (transaction?.delivered.count ?? 0))]
    }

    private mutating func rebuildDue(_ now: ContinuousClock.Instant) -> [Action] {
        guard case .broken(let fault, let due) = producer, due <= now else { return [] }
        producer = .rebuilding(fault)
        return [.rebuildProducer(fault)]
    }

    /// The producer is of no more use: it is replaced at once when it had worked, else after a wait that grows.
    mutating func breakProducer(_ fault: KafkaFault, _ now: ContinuousClock.Instant) {
        guard case .working = producer else { return }
        let hadWorked = rebuilds.attempts == 0
        let wait = rebuilds.failed()
        producer = .broken(fault, nextRebuild: hadWorked ? now : now + wait)
    }

    /// Another producer took the place of the broken one, or none could be made. What the broken one held is in line
    /// again: what the broker had taken of it comes twice, with the same event id.
    mutating func rebuilt(_ isMade: Bool, now: ContinuousClock.Instant) -> [Action] {
        guard case .rebuilding(let fault) = producer else { return [] }
        producer = isMade ? .working : .broken(fault ?? .notMade, nextRebuild: now + rebuilds.failed())
        mayTry = true
        lastProgress = now
        guard let turn = transaction else {
            return underWay.keys.sorted().compactMap { takeUnderWay($0) }.flatMap { again($0) }
        }
        // Whatever the transaction was, the next producer has aborted it: but for a commit that may have been carried out.
        switch turn.state {
        case .committing(let order, _), .asking(let order, _):
            transaction?.state = .asking(order, again: isMade ? nil : now)
            return isMade ? [.askCommitted(order)] : []
        default: return putBackTransaction()
        }
    }

    // MARK: What pauses are derived from

    private mutating func setQueueFull(_ isFull: Bool) {
        guard isFull != isQueueFull else { return }
        isQueueFull = isFull
        arePausesStale = true
    }

    mutating func setStalled(_ isIt: Bool) {
        guard isIt != isStalled else { return }
        isStalled = isIt
        arePausesStale = true
    }

    /// Shipments pending.
    var outstanding: Int {
        ready.count + underWay.count + outages.values.reduce(0) { $0 + $1.waiting.count }
    }

    /// Takes every shipment of a partition out that is not under way: its next owner does those pages again.
    mutating func dropShipments(of place: TopicPartition) -> [Action] {
        var dropped = ready.take { $0.ticket.place == place }
        if ready.isEmpty { setQueueFull(false) }
        for topic in outages.keys { dropped += takeWaiting(topic) { $0.ticket.place == place } }
        // What is under way is pending until it is reported, but nothing is paused for it any more.
        for (token, shipment) in underWay where shipment.ticket.place == place && shipment.isHeldUp {
            _ = settled(shipment)
            underWay[token]?.isHeldUp = false
        }
        return dropped.flatMap { settled($0) + finish($0.ticket, $0.kind) }
    }
}
