import Kafka
import Telemetry

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

/// A record has a header whose name is nearly right, and not the right one. Counted for each record, said once of each name.
struct HeaderNearlyRight: Event {
    let found: String
    let meant: String
    var name: String { "header_nearly_right" }
    var level: EventLevel { .warning }
    var message: String { "a header is not read, as its name is not quite right; write it as `meant` has it" }
    var fields: [(name: String, value: FieldValue)] { [("found", .text(found)), ("meant", .text(meant))] }
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
