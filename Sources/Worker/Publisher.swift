import Flow
import Kafka
import Pages
import Synchronization
import Telemetry
import Wire

/// A page's outcome on its way to the broker.
struct Shipment: Sendable {
    let ticket: Ticket
    let kind: OutcomeKind
    let topic: String
    let record: OutboundRecord
    /// How often the broker, or the producer, did not take it.
    var failures = 0
    /// Whether its partition is held for it.
    var isHolding = false
}

/// Publishes outcomes and sees to it that each is acknowledged: what the broker does not take now waits here and is
/// produced again; what it will never take becomes a dead letter; nothing is dropped.
///
/// Records leave in the order they come: once one is parked because the producer's queue is full, those after it are
/// parked behind it.
final class Publisher: Sendable {
    private struct State {
        var producer: Producer?
        var lastToken: UInt64 = 0
        var underWay: [UInt64: Shipment] = [:]
        /// Waiting for room in the producer's queue.
        var parked = FIFO<Shipment>()
        /// Refused, waiting for their time.
        var delayed: [(due: ContinuousClock.Instant, shipment: Shipment)] = []
        var backoffs: [String: Backoff] = [:]
        var broken: KafkaFault?
        var nextRebuild: ContinuousClock.Instant?
        /// When something was last delivered, or began to wait.
        var lastProgress = ContinuousClock.now
        var isStalled = false
        var isClosed = false
    }

    private let state: Mutex<State>
    private let settings: WorkerSettings
    private let accounts: Accounts
    private let telemetry: Telemetry
    private let deadLetters: DeadLetterEncoder

    init(_ settings: WorkerSettings, accounts: Accounts, telemetry: Telemetry) throws(KafkaFault) {
        self.settings = settings
        self.accounts = accounts
        self.telemetry = telemetry
        deadLetters = DeadLetterEncoder(connectorName: settings.group, version: settings.version)
        state = Mutex(State())
        let producer = try makeProducer()
        state.withLock { $0.producer = producer }
    }

    private func makeProducer() throws(KafkaFault) -> Producer {
        let telemetry = telemetry
        return try Producer(
            settings.producer, onEvent: { telemetry.emit(ClientSaid(client: "producer", event: $0)) },
            onDelivery: { [weak self] report in self?.reported(report) })
    }

    // MARK: In

    /// Publishes a page's outcome, or finishes the page when there is nothing to publish.
    func publish(_ ticket: Ticket, _ outcome: PageOutcome) {
        switch outcome {
        case .article(let record): ship(ticket, .article, record)
        case .rejected(let record): ship(ticket, .rejected, record)
        case .deadLetter(let record): ship(ticket, .deadLetter, record)
        case .skipped: finish(ticket, .skipped)
        }
    }

    private func ship(_ ticket: Ticket, _ kind: OutcomeKind, _ record: OutboundRecord) {
        guard let topic = record.topic ?? settings.topic(of: kind), accounts.isCurrent(ticket) else {
            return finish(ticket, kind)
        }
        send(Shipment(ticket: ticket, kind: kind, topic: topic, record: record))
    }

    private func finish(_ ticket: Ticket, _ kind: OutcomeKind) {
        if accounts.finish(ticket, kind) {
            telemetry.emit(PageFinished(kind: kind))
        } else {
            telemetry.emit(LateCompletion(place: ticket.place, offset: ticket.offset))
        }
    }

    /// Hands a shipment to the producer, or parks it behind those that wait already.
    private func send(_ shipment: Shipment) {
        let refusal = state.withLock { state -> KafkaFault? in
            if !state.parked.isEmpty || state.broken != nil {
                state.parked.append(shipment)
                return nil
            }
            return produce(shipment, &state)
        }
        if let refusal { refused(shipment, refusal) }
    }

    /// Produces under the lock, so that records leave in order; a full queue parks the record and shuts intake.
    private func produce(_ shipment: Shipment, _ state: inout State) -> KafkaFault? {
        guard let producer = state.producer, !state.isClosed else {
            state.parked.append(shipment)
            return nil
        }
        state.lastToken += 1
        let token = state.lastToken
        if state.underWay.isEmpty { state.lastProgress = .now }
        state.underWay[token] = shipment
        do throws(KafkaFault) {
            let record = shipment.record
            try producer.produce(
                topic: shipment.topic, key: record.key, value: record.value,
                headers: record.headers.map { Header(name: $0.name, value: $0.value) },
                timestampMs: record.timestampMs, token: token)
            return nil
        } catch {
            state.underWay[token] = nil
            guard error.isQueueFull else { return error }
            state.parked.prepend(shipment)
            accounts.shut(.producerFull)
            return nil
        }
    }

    /// Produces what was parked, as far as the queue takes it.
    private func pump() {
        while true {
            let step = state.withLock { state -> (shipment: Shipment, refusal: KafkaFault)? in
                while state.broken == nil, !state.isClosed, let shipment = state.parked.popFirst() {
                    let waiting = state.parked.count
                    if let refusal = produce(shipment, &state) { return (shipment, refusal) }
                    if state.parked.count > waiting { return nil }
                }
                if state.parked.isEmpty { accounts.open(.producerFull) }
                return nil
            }
            guard let step else { return }
            refused(step.shipment, step.refusal)
        }
    }

    // MARK: Out

    private func reported(_ report: DeliveryReport) {
        let (shipment, wasStalled) = state.withLock { state in
            let shipment = state.underWay.removeValue(forKey: report.token)
            guard shipment != nil, case .success = report.result else { return (shipment, false) }
            state.lastProgress = .now
            defer { state.isStalled = false }
            return (shipment, state.isStalled)
        }
        // A report of a producer that was replaced: its records are under way again.
        guard let shipment else { return }
        if wasStalled, accounts.open(.outputStalled) { telemetry.emit(OutputBack(topic: shipment.topic)) }
        switch report.result {
        case .success: delivered(shipment)
        case .failure(let fault): refused(shipment, fault)
        }
        pump()
    }

    private func delivered(_ shipment: Shipment) {
        if shipment.failures > 0 { recovered(shipment) }
        finish(shipment.ticket, shipment.kind)
    }

    private func recovered(_ shipment: Shipment) {
        if shipment.isHolding {
            if accounts.releaseDeadLetter(shipment.ticket) {
                telemetry.emit(PartitionReleased(place: shipment.ticket.place))
            }
        } else if accounts.open(.outputAway(topic: shipment.topic)) {
            telemetry.emit(OutputBack(topic: shipment.topic))
        }
        state.withLock { $0.backoffs[shipment.topic] = nil }
    }

    private func refused(_ shipment: Shipment, _ fault: KafkaFault) {
        switch DeliveryVerdict(fault, kind: shipment.kind) {
        case .deadLetter: becomeDeadLetter(shipment, fault)
        case .outputAway:
            if accounts.shut(.outputAway(topic: shipment.topic)) {
                telemetry.emit(OutputAway(topic: shipment.topic, fault: fault))
            }
            tryAgain(shipment, fault)
        case .holdPartition:
            var shipment = shipment
            if !shipment.isHolding {
                shipment.isHolding = true
                if accounts.holdForDeadLetter(shipment.ticket) {
                    telemetry.emit(PartitionHeld(place: shipment.ticket.place, topic: shipment.topic, fault: fault))
                }
            }
            tryAgain(shipment, fault)
        case .rebuild:
            state.withLock { state in
                state.broken = state.broken ?? fault
                state.parked.append(shipment)
            }
        }
    }

    private func becomeDeadLetter(_ shipment: Shipment, _ fault: KafkaFault) {
        telemetry.emit(Unpublishable(place: shipment.ticket.place, offset: shipment.ticket.offset, fault: fault))
        let input = shipment.ticket.record
        let reason = PageFault(.unpublishable, stage: "publish", "\(shipment.topic): \(fault)")
        let letter = deadLetters.record(input, fault: reason, attempts: DeadLetterEncoder.attempts(of: input) + 1)
        ship(shipment.ticket, .deadLetter, letter)
    }

    private func tryAgain(_ shipment: Shipment, _ fault: KafkaFault) {
        var shipment = shipment
        shipment.failures += 1
        state.withLock { state in
            let fresh = Backoff(first: settings.retry.first, last: settings.retry.last)
            // One wait for all that fail together: those that a batch brings down do not each double it.
            let pending = state.delayed.first { $0.shipment.topic == shipment.topic }?.due
            let due = pending ?? .now + state.backoffs[shipment.topic, default: fresh].failed()
            state.delayed.append((due, shipment))
        }
        telemetry.emit(PublishRetry(topic: shipment.topic, failures: shipment.failures, fault: fault))
    }

    // MARK: Time

    /// Produces again what is due, makes a new producer for a broken one, watches for silence. Called by the intake
    /// loop.
    func tick(_ now: ContinuousClock.Instant) {
        rebuildIfBroken(now)
        for shipment in takeDue(now) {
            // Its partition's next owner works on the page again: publishing it too would only make a duplicate.
            if accounts.isCurrent(shipment.ticket) { send(shipment) } else { finish(shipment.ticket, shipment.kind) }
        }
        pump()
        watchProgress(now)
    }

    private func takeDue(_ now: ContinuousClock.Instant) -> [Shipment] {
        state.withLock { state in
            guard !state.delayed.isEmpty else { return [] }
            let due = state.delayed.filter { $0.due <= now }.map(\.shipment)
            if !due.isEmpty { state.delayed.removeAll { $0.due <= now } }
            return due
        }
    }

    private func watchProgress(_ now: ContinuousClock.Instant) {
        let waiting = state.withLock { state -> Int? in
            guard !state.isStalled, !state.underWay.isEmpty,
                state.lastProgress.duration(to: now) >= settings.stallAfter
            else { return nil }
            state.isStalled = true
            return state.underWay.count
        }
        guard let waiting else { return }
        accounts.shut(.outputStalled)
        telemetry.emit(OutputStalled(waiting: waiting, after: settings.stallAfter))
    }

    /// Everything that the broken producer held is produced again by a new one. What the broker had already taken comes
    /// twice, with the same event id.
    private func rebuildIfBroken(_ now: ContinuousClock.Instant) {
        let broken = state.withLock { state -> (fault: KafkaFault, producer: Producer?)? in
            guard let fault = state.broken, state.nextRebuild.map({ $0 <= now }) ?? true else { return nil }
            defer { state.producer = nil }
            return (fault, state.producer)
        }
        guard let broken else { return }
        telemetry.emit(ProducerRebuilt(fault: broken.fault))
        let returned = state.withLock { state in
            let held = state.underWay.sorted { $0.key < $1.key }.map(\.value)
            state.underWay.removeAll()
            return held
        }
        _ = broken.producer?.close(deadlineMs: 1000)
        let fresh = try? makeProducer()
        state.withLock { state in
            for shipment in returned.reversed() { state.parked.prepend(shipment) }
            state.producer = fresh
            state.nextRebuild = now + settings.retry.first
            if fresh != nil { state.broken = nil }
        }
    }

    /// Records produced, parked or delayed and not acknowledged.
    var outstanding: Int {
        state.withLock { $0.underWay.count + $0.parked.count + $0.delayed.count }
    }

    /// Frees the producer. What is not delivered by then is given up: its offsets are not committed.
    func close(deadlineMs: Int) {
        let producer = state.withLock { state in
            state.isClosed = true
            return state.producer
        }
        _ = producer?.close(deadlineMs: deadlineMs)
    }
}

/// A queue at whose head one can also put back.
struct FIFO<Element> {
    private var front: [Element] = []
    private var back: [Element] = []

    var isEmpty: Bool { front.isEmpty && back.isEmpty }
    var count: Int { front.count + back.count }

    mutating func append(_ element: Element) { back.append(element) }

    mutating func prepend(_ element: Element) { front.append(element) }

    mutating func popFirst() -> Element? {
        if front.isEmpty {
            front = back.reversed()
            back = []
        }
        return front.popLast()
    }
}
