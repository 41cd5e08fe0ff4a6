import Kafka
import Telemetry

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
