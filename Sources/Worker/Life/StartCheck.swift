import Kafka
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
        let admin = try Admin(settings.client) { telemetry.emit(ClientSaid(client: "start", event: $0)) }
        defer { admin.close(deadlineMs: 1000) }
        do throws(KafkaFault) {
            try admin.probe(timeoutMs: StartCheck.timeoutMs)
            return try missing(admin)
        } catch {
            return error.isAuthorization ? .refused(detail: error.description) : .brokerAway(detail: error.description)
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

    private var topics: [String] {
        var seen: Set<String> = []
        let all = settings.inputTopics + [settings.outputTopic, settings.rejectedTopic, settings.deadLetterTopic]
        return all.filter { seen.insert($0).inserted }
    }
}
