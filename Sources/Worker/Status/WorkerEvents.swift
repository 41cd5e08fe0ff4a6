import Kafka
import Telemetry

/// A duration as seconds, for logs and metrics.
func seconds(_ duration: Duration) -> Double {
    let (seconds, attoseconds) = duration.components
    return Double(seconds) + Double(attoseconds) / 1e18
}

extension FieldValue {
    fileprivate static func fault(_ fault: KafkaFault) -> FieldValue { .text(fault.description) }
    fileprivate static func place(_ place: TopicPartition) -> FieldValue { .text(place.description) }
}

/// A page has its outcome; counted, not written.
struct PageFinished: Event {
    let kind: OutcomeKind
    /// Since the record was taken.
    let after: Duration
    var name: String { "page_finished" }
    var level: EventLevel { .debug }
    var message: String { "a page has its outcome" }
    var fields: [(name: String, value: FieldValue)] {
        [("outcome", .text(kind.rawValue)), ("seconds", .real(seconds(after)))]
    }
    func record(in metrics: MetricRegistry) {
        metrics.counter(.pages, kind.rawValue).add()
        metrics.histogram(.pageSeconds).observe(seconds(after))
    }
}

/// A page was finished after its partition had gone.
struct LateCompletion: Event {
    let place: TopicPartition
    let offset: Int64
    var name: String { "late_completion" }
    var level: EventLevel { .notice }
    var message: String { "a page was finished after its partition had gone; its next owner does it again" }
    var fields: [(name: String, value: FieldValue)] { [("partition", .place(place)), ("offset", .int(offset))] }
    func record(in metrics: MetricRegistry) {
        metrics.counter(.lateCompletions).add()
    }
}

/// A page ended its worker too often.
struct PageQuarantined: Event {
    let place: TopicPartition
    let offset: Int64
    let attempts: Int
    var name: String { "page_quarantined" }
    var level: EventLevel { .error }
    var message: String { "the page ended or hung its worker each time it was tried; it becomes a dead letter" }
    var fields: [(name: String, value: FieldValue)] {
        [("partition", .place(place)), ("offset", .int(offset)), ("attempts", .int(Int64(attempts)))]
    }
    func record(in metrics: MetricRegistry) {
        metrics.counter(.quarantined).add()
        metrics.counter(.deadLetters, "crash", "page").add()
    }
}

/// A page's work does not end.
struct PageHangs: Event {
    let place: TopicPartition
    let offset: Int64
    let age: Duration
    var name: String { "page_hangs" }
    var level: EventLevel { .error }
    var message: String {
        "the page's work does not end; the process ends by force, and tries the page alone next time"
    }
    var fields: [(name: String, value: FieldValue)] {
        [("partition", .place(place)), ("offset", .int(offset)), ("seconds", .int(age.components.seconds))]
    }
}

/// A topic refuses records.
struct OutputAway: Event {
    let topic: String
    let fault: KafkaFault
    var name: String { "output_away" }
    var level: EventLevel { .error }
    var message: String { "the topic takes no records; intake waits and tries again" }
    var fields: [(name: String, value: FieldValue)] { [("topic", .text(topic)), ("fault", .fault(fault))] }
}

/// Nothing was acknowledged for long.
struct OutputStalled: Event {
    let waiting: Int
    let after: Duration
    var name: String { "output_stalled" }
    var level: EventLevel { .error }
    var message: String { "no broker acknowledges records; intake waits" }
    var fields: [(name: String, value: FieldValue)] {
        [("records_waiting", .int(waiting)), ("seconds", .real(seconds(after)))]
    }
}

/// Records are taken again.
struct OutputBack: Event {
    let topic: String
    var name: String { "output_back" }
    var level: EventLevel { .notice }
    var message: String { "records are taken again; intake goes on" }
    var fields: [(name: String, value: FieldValue)] { [("topic", .text(topic))] }
}

/// A dead letter is refused: its partition waits.
struct PartitionHeld: Event {
    let place: TopicPartition
    let topic: String
    let fault: KafkaFault
    var name: String { "partition_held" }
    var level: EventLevel { .error }
    var message: String { "a dead letter is not taken; its partition holds until it is" }
    var fields: [(name: String, value: FieldValue)] {
        [("partition", .place(place)), ("topic", .text(topic)), ("fault", .fault(fault))]
    }
}

/// The dead letter was taken.
struct PartitionReleased: Event {
    let place: TopicPartition
    var name: String { "partition_released" }
    var level: EventLevel { .notice }
    var message: String { "the dead letters are taken; the partition goes on" }
    var fields: [(name: String, value: FieldValue)] { [("partition", .place(place))] }
}

/// A record will never be taken: its input becomes a dead letter.
struct Unpublishable: Event {
    let place: TopicPartition
    let offset: Int64
    let fault: KafkaFault
    var name: String { "unpublishable" }
    var level: EventLevel { .warning }
    var message: String { "the broker refuses a record for good; its page becomes a dead letter" }
    var fields: [(name: String, value: FieldValue)] {
        [("partition", .place(place)), ("offset", .int(offset)), ("fault", .fault(fault))]
    }
    func record(in metrics: MetricRegistry) { metrics.counter(.deadLetters, "unpublishable", "publish").add() }
}

/// A record is produced again.
struct PublishRetry: Event {
    let topic: String
    let failures: Int
    let fault: KafkaFault
    var name: String { "publish_retry" }
    var level: EventLevel { .debug }
    var message: String { "a record was not taken and is produced again" }
    var fields: [(name: String, value: FieldValue)] {
        [("topic", .text(topic)), ("failures", .int(failures)), ("fault", .fault(fault))]
    }
    func record(in metrics: MetricRegistry) {
        metrics.counter(.publishRetries, topic).add()
    }
}

/// A client was broken for good and another took its place.
struct ProducerRebuilt: Event {
    let fault: KafkaFault
    var name: String { "producer_rebuilt" }
    var level: EventLevel { .error }
    var message: String { "the producer is unusable; another takes its place and produces again what it held" }
    var fields: [(name: String, value: FieldValue)] { [("fault", .fault(fault))] }
    func record(in metrics: MetricRegistry) { metrics.counter(.clientsRebuilt, "producer").add() }
}

/// The consumer was broken for good and another took its place.
struct ConsumerRebuilt: Event {
    let fault: KafkaFault
    var name: String { "consumer_rebuilt" }
    var level: EventLevel { .error }
    var message: String { "the consumer is unusable; another takes its place" }
    var fields: [(name: String, value: FieldValue)] { [("fault", .fault(fault))] }
    func record(in metrics: MetricRegistry) { metrics.counter(.clientsRebuilt, "consumer").add() }
}

/// Something failed on the input side that may pass.
struct InputFault: Event {
    let fault: KafkaFault
    var name: String { "input_fault" }
    var level: EventLevel { fault.isRetriable ? .warning : .error }
    var message: String { "reading met a fault" }
    var fields: [(name: String, value: FieldValue)] { [("fault", .fault(fault))] }
    func record(in metrics: MetricRegistry) {
        metrics.counter(.inputFaults, fault.name).add()
    }
}

/// The offset to read from is gone.
struct OffsetGone: Event {
    let place: TopicPartition
    let expected: Int64?
    let chosen: Int64
    var name: String { "offset_gone" }
    var level: EventLevel { .error }
    var message: String { "the offset to read from is not in the log; reading goes on elsewhere" }
    var fields: [(name: String, value: FieldValue)] {
        [("partition", .place(place)), ("expected", .int(expected ?? -1)), ("chosen", .int(chosen))]
    }
    func record(in metrics: MetricRegistry) {
        metrics.counter(.offsetsGone).add()
    }
}

/// Partitions came or went.
struct Rebalanced: Event {
    let change: String
    let partitions: [TopicPartition]
    let unfinished: Int
    var name: String { "rebalance" }
    var level: EventLevel { .info }
    var message: String { "partitions \(change)" }
    var fields: [(name: String, value: FieldValue)] {
        let names = partitions.sorted().map(\.description).joined(separator: " ")
        return [("partitions", .text(names)), ("unfinished", .int(unfinished))]
    }
    func record(in metrics: MetricRegistry) {
        metrics.counter(.rebalances, change).add()
    }
}

/// A producer could not take its transactional id over.
struct TransactionalIDWaits: Event {
    let fault: KafkaFault
    var name: String { "transactional_id_waits" }
    var level: EventLevel { .error }
    var message: String { "the producer could not take its transactional id over; it is tried again" }
    var fields: [(name: String, value: FieldValue)] { [("fault", .fault(fault))] }
}

/// A transaction was aborted.
struct TransactionAborted: Event {
    var name: String { "transaction_aborted" }
    var level: EventLevel { .warning }
    var message: String { "a transaction was aborted; what it held is produced again" }
    var fields: [(name: String, value: FieldValue)] { [] }
    func record(in metrics: MetricRegistry) {
        metrics.counter(.transactions, "aborted").add()
    }
}

/// The group takes its time.
struct GroupWaits: Event {
    let group: String
    let waited: Duration
    var name: String { "group_waits" }
    var level: EventLevel { .info }
    var message: String {
        "waiting for the group to assign partitions; after a member that ended without leaving that takes its session "
            + "timeout"
    }
    var fields: [(name: String, value: FieldValue)] {
        [("group", .text(group)), ("seconds", .real(seconds(waited)))]
    }
}

/// Offsets could not be committed.
struct CommitFailed: Event {
    let fault: KafkaFault
    var name: String { "commit_failed" }
    var level: EventLevel { .warning }
    var message: String { "offsets were not committed; they are committed again with the next" }
    var fields: [(name: String, value: FieldValue)] { [("fault", .fault(fault))] }
    func record(in metrics: MetricRegistry) {
        metrics.counter(.commits, "failed").add()
    }
}

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
        case .brokerAway: "waiting for a broker: none answers. Check kafka.brokers, the network and the listener"
        case .topicsMissing(let topics):
            "\(isLast ? "gave up" : "waiting") for topics that do not exist: \(topics.joined(separator: ", ")). "
                + "Create them, or correct the configuration"
        case .refused: "the cluster refuses the login or a right"
        case .misconfigured: "the settings cannot work"
        }
    }
    var fields: [(name: String, value: FieldValue)] {
        var fields: [(name: String, value: FieldValue)] = [("seconds", .real(seconds(waited)))]
        switch problem {
        case .brokerAway(let detail), .refused(let detail), .misconfigured(let detail):
            fields.append(("detail", .text(detail)))
        case .topicsMissing(let topics): fields.append(("topics", .text(topics.joined(separator: " "))))
        }
        return fields
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
        case .fault(let fault): fault.isFatal ? .error : .warning
        case .statistics: .debug
        // What failed comes as a fault too.
        case .log(let line): ["FAIL", "ERROR"].contains(line.facility) ? .debug : ClientSaid.level(line.level)
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
    private static func level(_ level: Kafka.LogLevel) -> EventLevel {
        switch level {
        case .emergency, .alert, .critical: .error
        case .error, .warning: .warning
        case .notice: .notice
        case .info, .debug: .debug
        }
    }
}
