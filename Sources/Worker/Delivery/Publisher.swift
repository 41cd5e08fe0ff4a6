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
    private let settings: WorkerSettings
    private let accounts: Accounts
    private let telemetry: Telemetry

    init(_ settings: WorkerSettings, accounts: Accounts, telemetry: Telemetry) throws(KafkaFault) {
        self.settings = settings
        self.accounts = accounts
        self.telemetry = telemetry
        producer = Mutex(nil)
        let made = try makeProducer()
        producer.withLock { $0 = made }
    }

    private func makeProducer() throws(KafkaFault) -> Producer {
        let telemetry = telemetry
        return try Producer(
            settings.producer, onEvent: { telemetry.emit(ClientSaid(client: "producer", event: $0)) },
            onDelivery: { [weak self] report in self?.reported(report) })
    }

    /// Publishes a page's outcome, or finishes the page when there is nothing to publish.
    func publish(_ ticket: Ticket, _ outcome: PageOutcome) {
        perform(accounts.decide { $0.ship(ticket, outcome.kind, outcome.record) })
        pump()
    }

    /// Produces what may be produced, as far as the producer takes it.
    func pump() {
        producer.withLock { producer in
            guard let producer else { return }
            while let (token, shipment) = accounts.decide({ $0.next(now: .now) }) {
                let answer = Publisher.produce(shipment, token, producer)
                perform(accounts.decide { $0.produced(token, answer, now: .now) })
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
        perform(accounts.decide { $0.reported(report.token, fault, now: .now) })
        pump()
    }

    /// Carries out, or says, what the machine decided.
    func perform(_ actions: [DeliveryMachine.Action]) {
        for action in actions {
            switch action {
            case .finished(let kind): telemetry.emit(PageFinished(kind: kind))
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
            case .rewind: preconditionFailure("a partition is rewound by who reads it")
            }
        }
    }

    private func rebuild(_ fault: KafkaFault) {
        telemetry.emit(ProducerRebuilt(fault: fault))
        let broken = producer.withLock { $0.take() }
        _ = broken?.close(deadlineMs: 1000)
        let fresh = try? makeProducer()
        producer.withLock { $0 = fresh }
        perform(accounts.decide { $0.rebuilt(fresh != nil, now: .now) })
    }

    /// Frees the producer. What is not delivered by then is given up: its offsets are not committed.
    func close(deadlineMs: Int) {
        let last = producer.withLock { $0.take() }
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

extension PageOutcome {
    /// What is to be published; `nil` for nothing.
    var record: OutboundRecord? {
        switch self {
        case .article(let record), .rejected(let record), .deadLetter(let record): record
        case .skipped: nil
        }
    }
}
