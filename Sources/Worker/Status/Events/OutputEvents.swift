import Kafka
import Telemetry

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
