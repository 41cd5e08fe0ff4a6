import Extraction
import Foundation
import HTTP
import Kafka
import Normalization
import Pages
import Pipeline
import Synchronization
import Telemetry
import Wire

@testable import Admin
@testable import Worker

/// An admin port over a worker that is made up: its status is set by the test, its topic holds the pages that were put on it.
final class AdminWorld: Sendable {
    let metrics = MetricRegistry()
    let journal: PageJournal
    let routes: AdminRoutes
    private let state: Shared<WorkerStatus>
    private let records: Shared<[InboundRecord]>
    let makePipeline: @Sendable () -> PagePipeline

    static let loopback = HTTPAddress(host: "127.0.0.1", port: 0)

    init() throws {
        let (state, records) = (Shared(AdminWorld.running), Shared<[InboundRecord]>([]))
        let bodies = BodyExtractor(model: try ExtractionModel.embedded(), options: BodyOptions())
        let makePipeline: @Sendable () -> PagePipeline = {
            PagePipeline(
                extractor: Extractor(bodyExtractor: bodies),
                normalizer: Normalizer(version: ExtractorVersion(version: "1.0.0", rulesetSerial: 1)))
        }
        journal = PageJournal(metrics: metrics)
        (self.state, self.records, self.makePipeline) = (state, records, makePipeline)
        routes = AdminRoutes(
            AdminRoutes.Sources(
                status: { state.value }, metrics: metrics, journal: journal, version: "1.2.3",
                find: { place, offset in
                    if offset == 666 { throw KafkaFault.timedOut("no broker") }
                    return records.value.first {
                        $0.topic == place.topic && $0.partition == place.partition && $0.offset == offset
                    }
                },
                explain: { try makePipeline().explanation(of: $0) }))
        metrics.register(MetricFamily.worker)
    }

    /// The status, for a test to change.
    var status: WorkerStatus {
        get { state.value }
        set { state.set(newValue) }
    }

    /// Puts a page on the topic and has it worked on.
    func put(_ body: String, url: String? = nil) {
        let headers = url.map { [WireHeader("ce_subject", $0)] } ?? []
        let record = InboundRecord(
            topic: "pages.raw", partition: 0, offset: Int64(records.value.count), value: Array(body.utf8),
            headers: headers)
        records.set(records.value + [record])
        let pipeline = makePipeline()
        let outcome = pipeline.process(record)
        journal.note(outcome, of: record, url: pipeline.pageURL, times: pipeline.times)
        switch outcome {
        case .article: status.balance.count(.article)
        case .rejected: status.balance.count(.rejected)
        case .dead: status.balance.count(.deadLetter)
        case .tombstone: status.balance.count(.skipped)
        }
        status.balance.input += 1
    }

    /// What is behind a path.
    func get(_ path: String, host: String? = "127.0.0.1:9464", at address: HTTPAddress = loopback) -> HTTPResponse {
        switch routes.answer(HTTPRequest(path: path, host: host), at: address) {
        case .now(let response): response
        case .later(let work): work()
        }
    }

    /// A worker that runs and reads one partition.
    static let running = WorkerStatus(
        state: "running", balance: Balance(), inFlightBytes: 1 << 20, inFlightLimit: 32 << 20,
        assigned: [TopicPartition(topic: "pages.raw", partition: 0)], pauses: [], held: [],
        partitions: [
            PartitionStatus(
                place: TopicPartition(topic: "pages.raw", partition: 0), frontier: 7, position: 9, end: 20, inFlight: 2,
                lagSeconds: 4.5)
        ], stuck: [],
        brokers: [BrokerStatus(client: "consumer", name: "kafka:9092/1", isUp: true, roundTrip: 0.002)], waitsFor: nil,
        uptime: 12, secondsSinceLoop: 0.05)

    /// A page that asks to log in.
    static let login = """
        <!DOCTYPE html><html lang="en"><head><title>Log in</title></head><body><main><h1>Log in</h1>
        <form method="post"><label>E-mail <input type="email"></label><label>Password <input type="password"></label>
        <button>Log in</button></form><p><a href="/register">Create an account</a></p></main></body></html>
        """

    /// A page that is an article, with a title of the test's.
    static func article(title: String) -> String {
        let paragraphs = (1...6).map { number in
            "<p>The harbour baths open again on the \(number)th of May after two years of repairs, the town council said on "
                + "Monday evening, and swimmers who had waited on the quay were the first to hear of it.</p>"
        }
        return
            "<!DOCTYPE html><html lang=\"en\"><head><title>\(title)</title><meta property=\"og:type\" content=\"article\"></head>"
            + "<body><article><h1>\(title)</h1>\(paragraphs.joined())</article></body></html>"
    }
}

/// A value behind a lock.
final class Shared<Value: Sendable>: Sendable {
    private let state: Mutex<Value>

    init(_ value: Value) { state = Mutex(value) }

    var value: Value { state.withLock { $0 } }

    func set(_ value: Value) { state.withLock { $0 = value } }
}

extension HTTPResponse {
    var text: String { String(decoding: body, as: UTF8.self) }

    func json() throws -> [String: Any] {
        try JSONSerialization.jsonObject(with: Data(body)) as? [String: Any] ?? [:]
    }
}
