import Kafka
import Synchronization
import Telemetry

/// Asks the cluster whether the worker can start: a broker that answers, topics that exist, rights.
struct StartCheck {
    private let settings: WorkerSettings
    private let telemetry: Telemetry

    init(_ settings: WorkerSettings, _ telemetry: Telemetry) {
        self.settings = settings
        self.telemetry = telemetry
    }

    private static let timeoutMs = 5000

    /// What is in the way, or `nil`.
    /// - Throws: a fault of the settings.
    func run() throws(KafkaFault) -> StartProblem? {
        let telemetry = telemetry
        let cause = StartCause()
        let admin = try Admin(settings.client) { event in
            cause.note(event)
            // Said once, in the line about what is waited for.
            telemetry.emit(ClientSaid(client: "start", event: event, isFolded: true))
        }
        defer { admin.close(deadlineMs: 1000) }
        do throws(KafkaFault) {
            try admin.probe(timeoutMs: StartCheck.timeoutMs)
            return try missing(admin) ?? otherFormat()
        } catch {
            let fault = cause.best ?? error
            return fault.isAuthorization ? .refused(detail: fault.description) : .brokerAway(detail: fault.description)
        }
    }

    private func missing(_ admin: Admin) throws(KafkaFault) -> StartProblem? {
        var missing: [String] = []
        for name in topics {
            let topic = try admin.topic(name, timeoutMs: StartCheck.timeoutMs)
            if let fault = topic.fault, fault.isAuthorization {
                return .refused(detail: "topic \(name): \(fault)")
            }
            if !topic.exists { missing.append(name) }
        }
        return missing.isEmpty ? nil : .topicsMissing(missing)
    }

    /// A topic whose newest records are in another format than what is to be written to it: its readers could not go on.
    private func otherFormat() -> StartProblem? {
        guard settings.publishes else { return nil }
        for (topic, format) in settings.formats.sorted(by: { $0.key < $1.key }) {
            do {
                guard let found = try OutputFormatCheck(settings.client).other(than: format, on: topic) else {
                    continue
                }
                return .misconfigured(detail: found)
            } catch {
                telemetry.emit(FormatUnchecked(topic: topic, detail: "\(error)"))
            }
        }
        return nil
    }

    private var topics: [String] {
        var seen: Set<String> = []
        let outputs = [settings.outputTopic, settings.rejectedTopic, settings.deadLetterTopic]
        return (settings.inputTopics + (settings.publishes ? outputs : [])).filter { seen.insert($0).inserted }
    }
}

/// What a client met while it was asked for a broker: why none answered, which the time-out of the question does not tell.
private final class StartCause: Sendable {
    private let fault = Mutex<KafkaFault?>(nil)

    /// The most telling one: a refused login before a connection that failed, that before the count of brokers that are down.
    var best: KafkaFault? { fault.withLock { $0 } }

    func note(_ event: ClientEvent) {
        switch event {
        case .fault(let fault): note(fault)
        // Later librdkafka (2.16) only logs that a listener closed the connection; 2.0.2 makes it a fault.
        case .log(let line) where line.facility == "FAIL": note(.transport(line.message))
        default: break
        }
    }

    private func note(_ new: KafkaFault) {
        fault.withLock { fault in
            guard let known = fault, StartCause.rank(known) >= StartCause.rank(new) else {
                fault = new
                return
            }
        }
    }

    private static func rank(_ fault: KafkaFault) -> Int {
        fault.isAuthorization ? 2 : fault.isAllBrokersDown ? 0 : 1
    }
}
