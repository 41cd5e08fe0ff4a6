import Foundation
import HTTP
import Kafka
import TestSupport
import Testing

@testable import Admin
@testable import Telemetry
@testable import Worker

/// The list of log events in the reference.
@Suite("The list of events")
struct EventListTests {
    private static let place = TopicPartition(topic: "pages.raw", partition: 0)
    private static let fault = KafkaFault.timedOut("no answer")

    /// One of each, in the order of a worker's life.
    private static let all: [any Event] = [
        AdminPortOpen(address: HTTPAddress(host: "127.0.0.1", port: 9464)),
        AdminPortTaken(fault: .taken(address: "127.0.0.1:9464")),
        LibraryWarning(words: "words"),
        StartWaits(problem: .brokerAway(detail: ""), waited: .zero, isLast: false),
        StartWaits(problem: .topicsMissing(["articles"]), waited: .zero, isLast: true),
        FormatUnchecked(topic: "", detail: ""), RegistryWaits(detail: "", waited: .zero),
        WorkerState(state: "running", details: []), WorkerState(state: "draining", details: []),
        WorkerState(state: "flushed", details: []), WorkerState(state: "closed", details: []),
        WorkerState(state: "ended_by_force", details: []),
        GroupWaits(group: "galley", waited: .zero), Rebalanced(change: "assigned", partitions: [place], unfinished: 0),
        Progress(balance: Balance(), bytes: 0, lag: 0, pagesPerSecond: 0, waitingFor: ["output articles"]),
        PageFinished(kind: .article, after: .zero), LateCompletion(place: place, offset: 0),
        PageHangs(place: place, offset: 0, age: .zero), PageQuarantined(place: place, offset: 0, attempts: 3),
        OutputAway(topic: "articles", fault: fault), OutputStalled(waiting: 1, after: .zero),
        OutputBack(topic: "articles"),
        PartitionHeld(place: place, topic: "pages.raw.dlq", fault: fault), PartitionReleased(place: place),
        Unpublishable(place: place, offset: 0, fault: fault),
        PublishRetry(topic: "articles", failures: 1, fault: fault),
        ProducerRebuilt(fault: fault), ConsumerRebuilt(fault: fault), InputFault(fault: fault),
        HeaderNearlyRight(found: "ce-subject", meant: "ce_subject"),
        OffsetGone(place: place, expected: 1, chosen: 2), CommitFailed(fault: fault), TransactionAborted(),
        TransactionalIDWaits(fault: fault), ClientSaid(client: "consumer", event: .fault(fault)),
        SpansRefused(count: 3, reason: "the collector answered 503"), LinesHeldBack(heldBack: "input_fault", count: 3),
        FinalBalance(balance: Balance(), reason: "stopped"),
    ]

    private static let root = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "../..").standardized

    @Test("every kind of event of the sources is in it")
    func isWhole() throws {
        let files = FileManager.default.enumerator(
            at: Self.root.appending(path: "Sources"), includingPropertiesForKeys: nil)
        var found: Set<String> = []
        for case let file as URL in files ?? FileManager.DirectoryEnumerator() where file.pathExtension == "swift" {
            let text = try String(contentsOf: file, encoding: .utf8)
            for match in text.matches(of: /struct (\w+): Event \{/) { found.insert(String(match.1)) }
        }
        #expect(found.count > 25)
        #expect(found == Set(Self.all.map { String(describing: type(of: $0)) }))
    }

    @Test("names are words in lower case, and no field is called as a line's own")
    func followsTheRule() {
        for event in Self.all {
            #expect(event.name.wholeMatch(of: /[a-z]+(_[a-z]+)*/) != nil, "\(event.name)")
            #expect(
                event.fields.allSatisfy { !["time", "level", "event", "message"].contains($0.name) }, "\(event.name)")
        }
    }

    @Test("the reference lists them all; GALLEY_UPDATE=1 writes it anew")
    func isInTheReference() throws {
        let file = Self.root.appending(path: "deploy/reference/events.md")
        let rows = Self.all.map { event in
            let fields = event.fields.map { "`\($0.name)`" }.joined(separator: ", ")
            return "| `\(event.name)` | \(event.level.rawValue) | \(fields) | \(Self.meaning(of: event)) |"
        }
        let text = """
            # Events of the log

            Each line of the log, on standard error, is one event: as JSON an object with `time`, `level`, `event`, `message` and the fields
            below; on a terminal the same in words (`log.format`). Of a kind ten lines are written within ten seconds; the rest are counted
            and told of by `lines_held_back`. Lines of level debug are not held back. No line holds a secret or the text of a page.

            | event | level | fields | what happened |
            |---|---|---|---|
            \(rows.joined(separator: "\n"))

            """
        if ProcessInfo.processInfo.environment["GALLEY_UPDATE"] == "1" { try Data(text.utf8).write(to: file) }
        #expect(try String(contentsOf: file, encoding: .utf8) == text)
    }

    /// The message, where it does not consist of what the event is about.
    private static func meaning(of event: any Event) -> String {
        switch event.name {
        case "progress": "how far the work is"
        case "balance": "the ledger at the end"
        case "kafka_client":
            "librdkafka says something: a fault, or a line of its log; what it says while a broker is waited for is folded into `start_waits`"
        case "kafka_library": "the linked librdkafka is known to do wrong what the settings ask for"
        case "lines_held_back": "more lines of a kind were left out"
        default: event.message
        }
    }
}
