import Dispatch
import Flow
import Kafka
import Pages
import Synchronization
import Telemetry
import Wire

/// Hands the machine's shipments to the producer and the producer's reports to the machine.
final class Publisher: Sendable {
    /// Held while records are handed over, so that they leave in the machine's order; not while a producer ends, whose
    /// reports come by a thread that may wait for it.
    private let producer: Mutex<Producer?>
    /// Waits for brokers where delivery is exactly-once; else `nil`.
    let clerk: TransactionClerk?
    private let settings: WorkerSettings
    private let delivery: DeliveryState
    private let telemetry: Telemetry

    private let onEvent: ClientEventHandler

    init(_ worker: Worker) throws(KafkaFault) {
        settings = worker.settings
        delivery = worker.delivery
        telemetry = worker.telemetry
        onEvent = { [weak worker] in worker?.hear($0, from: "producer") }
        producer = Mutex(nil)
        clerk = settings.isExactlyOnce ? TransactionClerk(atStep: settings.atTransactionStep) : nil
        let made = try makeProducer()
        producer.withLock { $0 = made }
    }

    /// Has the first producer of exactly-once delivery take its transactional id over.
    func start() {
        guard let clerk else { return }
        clerk.order { [self] in
            let first = producer.withLock { $0.take() }
            install(first)
        }
    }

    private func makeProducer() throws(KafkaFault) -> Producer {
        try Producer(
            settings.producer, onEvent: onEvent,
            onDelivery: { [weak self] report in self?.reported(report) })
    }

    /// Publishes a page's outcome, or finishes the page when there is nothing to publish.
    func publish(_ ticket: Ticket, _ outcome: WorkResult) {
        perform(delivery.decide { $0.ship(ticket, outcome.kind, outcome.record) })
        pump()
    }

    /// Produces what may be produced, as far as the producer takes it.
    func pump() {
        producer.withLock { producer in
            guard let producer else { return }
            if let clerk, delivery.decide({ $0.mustBegin() }) {
                perform(delivery.decide { [fault = clerk.open(producer)] in $0.began(fault, now: .now) })
            }
            while let (token, shipment) = delivery.decide({ $0.next(now: .now) }) {
                let answer = Publisher.produce(shipment, token, producer)
                perform(delivery.decide { $0.produced(token, answer, now: .now) })
            }
        }
    }

    private static func produce(
        _ shipment: Shipment, _ token: UInt64, _ producer: Producer
    ) -> DeliveryMachine.ProduceAnswer {
        do throws(KafkaFault) {
            let record = shipment.record
            try producer.produce(
                topic: shipment.topic, key: record.key, value: record.value,
                headers: record.headers.map(Header.init),
                timestampMs: record.timestampMs, token: token)
            return .accepted
        } catch {
            return error.isQueueFull ? .queueFull : .refused(error)
        }
    }

    private func reported(_ report: DeliveryReport) {
        var fault: KafkaFault?
        if case .failure(let failure) = report.result { fault = failure }
        perform(delivery.decide { $0.reported(report.token, fault, now: .now) })
        pump()
    }

    /// Carries out, or says, what the machine decided.
    func perform(_ actions: [DeliveryMachine.Action]) {
        for action in actions {
            switch action {
            case .finished(let kind, let since):
                telemetry.emit(PageFinished(kind: kind, after: since.duration(to: .now)))
            case .late(let place, let offset): telemetry.emit(LateCompletion(place: place, offset: offset))
            case .outputAway(let topic, let fault): telemetry.emit(OutputAway(topic: topic, fault: fault))
            case .outputBack(let topic): telemetry.emit(OutputBack(topic: topic))
            case .outputStalled(let waiting):
                telemetry.emit(OutputStalled(waiting: waiting, after: settings.stallAfter))
            case .held(let place, let topic, let fault):
                telemetry.emit(PartitionHeld(place: place, topic: topic, fault: fault))
            case .released(let place): telemetry.emit(PartitionReleased(place: place))
            case .unpublishable(let place, let offset, let fault):
                telemetry.emit(Unpublishable(place: place, offset: offset, fault: fault))
            case .retried(let topic, let failures, let fault):
                telemetry.emit(PublishRetry(topic: topic, failures: failures, fault: fault))
            case .rebuildProducer(let fault): rebuild(fault)
            case .commitTransaction, .abortTransaction, .askCommitted: transact(action)
            case .transactionCommitted: telemetry.metrics.counter(.transactions, "committed").add()
            case .transactionAborted: telemetry.emit(TransactionAborted())
            case .commitFailed(let fault): telemetry.emit(CommitFailed(fault: fault))
            }
        }
    }

    private func rebuild(_ fault: KafkaFault) {
        // Why none could be made was said.
        if fault != .notMade { telemetry.emit(ProducerRebuilt(fault: fault)) }
        guard let clerk else { return replace() }
        if fault == .silent { clerk.abandonCalls() }
        clerk.order { self.replace() }
    }

    private func replace() {
        if let broken = producer.withLock({ $0.take() }) { Publisher.retire(broken) }
        install(try? makeProducer())
    }

    /// Closes a producer on a queue of its own: calls on one that hangs may not come back, whatever time they are given.
    private static func retire(_ broken: Producer) {
        let isClosed = DispatchSemaphore(value: 0)
        DispatchQueue(label: "galley.retired-producer").async {
            _ = broken.close(deadlineMs: 1000)
            isClosed.signal()
        }
        _ = isClosed.wait(timeout: .now() + .milliseconds(1500))
    }

    /// Puts a producer in its place, once no other has its transactional id.
    private func install(_ fresh: Producer?) {
        var fresh = fresh
        if let made = fresh, let fault = clerk?.begin(with: made) {
            telemetry.emit(TransactionalIDWaits(fault: fault))
            _ = made.close(deadlineMs: 1000)
            fresh = nil
        }
        producer.withLock { $0 = fresh }
        perform(delivery.decide { [isMade = fresh != nil] in $0.rebuilt(isMade, now: .now) })
        pump()
    }

    /// Has the clerk do what waits for brokers, and tells the machine how it went.
    private func transact(_ action: DeliveryMachine.Action) {
        guard let clerk else { return }
        clerk.order { [self] in
            let current = producer.withLock { $0 }
            switch action {
            case .commitTransaction(let order):
                let fault = clerk.commit(order, current)
                perform(delivery.decide { $0.committedTransaction(order, fault, now: .now) })
            case .abortTransaction:
                let fault = clerk.abort(current)
                perform(delivery.decide { $0.abortedTransaction(fault, now: .now) })
            case .askCommitted(let order):
                let committed = clerk.committed(order)
                perform(delivery.decide { $0.toldCommitted(order, committed, now: .now) })
            default: break
            }
            pump()
        }
    }

    /// Frees the producer. What is not delivered by then is given up: its offsets are not committed.
    func close(deadlineMs: Int) {
        let last = producer.withLock { $0.take() }
        if let clerk, let last {
            // Readers would wait for a transaction that is left open.
            let isAborted = DispatchSemaphore(value: 0)
            clerk.order {
                _ = clerk.abort(last)
                isAborted.signal()
            }
            _ = isAborted.wait(timeout: .now() + .milliseconds(deadlineMs / 2))
        }
        _ = last?.close(deadlineMs: deadlineMs)
    }
}

extension Header {
    /// A header of an event or a dead letter, its name byte for byte.
    init(_ header: WireHeader) {
        self.init(name: header.name, value: header.value)
        malformedName = header.malformedName
    }
}

extension WorkResult {
    /// What is to be published; `nil` for nothing.
    var record: OutboundRecord? {
        switch self {
        case .article(let record), .rejected(let record), .deadLetter(let record): record
        case .skipped: nil
        }
    }
}
