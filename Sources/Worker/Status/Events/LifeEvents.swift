import Kafka
public import Telemetry

/// The settings ask for something that the library is known to do wrong.
struct LibraryWarning: Event {
    let words: String
    var name: String { "kafka_library" }
    var level: EventLevel { .warning }
    var message: String { words }
    var fields: [(name: String, value: FieldValue)] { [("version", .text(KafkaLibrary.versionString))] }
}

/// What stands in the way of the start.
struct StartWaits: Event {
    let problem: StartProblem
    let waited: Duration
    let isLast: Bool
    var name: String { isLast ? "start_failed" : "start_waits" }
    var level: EventLevel { isLast ? .critical : .error }
    var message: String {
        switch problem {
        case .brokerAway:
            "waiting for a broker: none can be used. Check kafka.brokers, the network, the listener and its security"
        case .topicsMissing(let topics):
            "\(isLast ? "gave up" : "waiting") for topics that do not exist: \(topics.joined(separator: ", ")). "
                + "Create them, or correct the configuration"
        case .refused: "the login to the cluster fails, or a right is missing"
        case .registryAway:
            "waiting for the schema registry: it gives no answer. Check output.registry.url and the login"
        case .schemaMissing:
            "\(isLast ? "gave up" : "waiting") for a schema that is not registered. Register it: galley schema register"
        case .misconfigured: "the settings cannot work"
        }
    }
    var fields: [(name: String, value: FieldValue)] {
        var fields: [(name: String, value: FieldValue)] = [("seconds", .real(seconds(waited)))]
        switch problem {
        case .brokerAway(let detail), .refused(let detail), .registryAway(let detail), .schemaMissing(let detail),
            .misconfigured(let detail):
            fields.append(("detail", .text(detail)))
        case .topicsMissing(let topics): fields.append(("topics", .text(topics.joined(separator: " "))))
        }
        return fields
    }
}

/// The last records of an output topic could not be looked at, to see what format they have.
struct FormatUnchecked: Event {
    let topic: String
    let detail: String
    var name: String { "format_unchecked" }
    var level: EventLevel { .warning }
    var message: String {
        "the format of the records on \(topic) was not checked: it may not be read. Grant Read on it, or take care"
    }
    var fields: [(name: String, value: FieldValue)] { [("topic", .text(topic)), ("detail", .text(detail))] }
}

/// A page waits for the schema that its value names.
public struct RegistryWaits: Event {
    let detail: String
    let waited: Duration

    /// Makes the event.
    public init(detail: String, waited: Duration) {
        self.detail = detail
        self.waited = waited
    }

    /// `registry_waits`.
    public var name: String { "registry_waits" }
    /// An error: nobody's work goes on.
    public var level: EventLevel { .error }
    /// What is waited for.
    public var message: String {
        "waiting for the schema registry: pages that name a schema cannot be read without it. Nothing is lost"
    }
    /// For how long, and what the registry said.
    public var fields: [(name: String, value: FieldValue)] {
        [("seconds", .real(seconds(waited))), ("detail", .text(detail))]
    }
}

/// The worker passes from one state to the next.
struct WorkerState: Event {
    let state: String
    let details: [(name: String, value: FieldValue)]
    /// The state of a process that is about to end with work unfinished.
    static let endedByForce = "ended_by_force"
    var name: String { "worker_\(state)" }
    var level: EventLevel { state == WorkerState.endedByForce ? .critical : .info }
    var message: String { "the worker is \(state.split(separator: "_").joined(separator: " "))" }
    var fields: [(name: String, value: FieldValue)] { details }
}

/// How far the work is.
struct Progress: Event {
    let balance: Balance
    let bytes: Int
    let lag: Int64
    let pagesPerSecond: Double
    let waitingFor: [String]
    var name: String { "progress" }
    var level: EventLevel { .info }
    var message: String { "\(balance.input) pages, \(balance.articles) articles" }
    var fields: [(name: String, value: FieldValue)] {
        var fields: [(name: String, value: FieldValue)] = [
            ("ledger", .counts(balance.counts)), ("pages_per_second", .real((pagesPerSecond * 10).rounded() / 10)),
            ("lag", .int(lag)), ("inflight_bytes", .int(bytes)),
        ]
        if !waitingFor.isEmpty { fields.append(("paused_for", .text(waitingFor.joined(separator: ", ")))) }
        return fields
    }
}

/// The ledger at the end.
struct FinalBalance: Event {
    let balance: Balance
    let reason: String
    var name: String { "balance" }
    var level: EventLevel { .info }
    var message: String {
        "\(balance.input) pages in = \(balance.articles) articles + \(balance.rejected) rejected + "
            + "\(balance.deadLetters) dead letters + \(balance.skipped) skipped"
            + (balance.returned + balance.late == 0 ? "" : " + \(balance.returned + balance.late) given back")
            + (balance.inFlight == 0 ? "" : " + \(balance.inFlight) unfinished")
    }
    var fields: [(name: String, value: FieldValue)] {
        [("ledger", .counts(balance.counts)), ("reason", .text(reason))]
    }
}

/// A client of librdkafka has something to say.
struct ClientSaid: Event {
    let client: String
    let event: ClientEvent
    /// Whether another line says it.
    var isFolded = false
    var name: String { "kafka_client" }
    var kind: String {
        switch event {
        case .fault(let fault): "\(name) \(client) \(fault.name)"
        case .statistics: name
        case .log(let line): "\(name) \(client) \(line.facility)"
        }
    }
    var level: EventLevel {
        if isFolded { return .debug }
        return switch event {
        // Said where its producer is replaced.
        case .fault(let fault) where fault.isTransactionalIDAuthorization: .debug
        case .fault(let fault): fault.isFatal ? .error : .warning
        case .statistics: .debug
        // What failed comes as a fault too.
        case .log(let line): line.isFault ? .debug : ClientSaid.level(line.level)
        }
    }
    var message: String {
        switch event {
        case .fault(let fault): fault.description
        case .statistics: "figures"
        case .log(let line): line.message
        }
    }
    var fields: [(name: String, value: FieldValue)] { [("client", .text(client))] }
    func record(in metrics: MetricRegistry) {
        if case .statistics(let statistics) = event { statistics.record(as: client, in: metrics) }
    }

    /// librdkafka says "error" for every connection that a broker closes: a warning here.
    private static func level(_ level: ClientLogLevel) -> EventLevel {
        switch level {
        case .emergency, .alert, .critical: .error
        case .error, .warning: .warning
        case .notice: .notice
        case .info, .debug: .debug
        }
    }
}
