import Admin
import Extraction
import Foundation
import Kafka
import Normalization
import Pages
import Pipeline
import Telemetry
import Wire
import Worker

/// `galley demo`: an embedded broker, sample pages, the worker, and what came of them.
struct DemoCommand {
    private static let topics = ["pages.raw": 4, "articles": 4, "articles.rejected": 1, "pages.raw.dlq": 1]

    let limits: Limits
    let bodies: BodyOptions
    /// Pages worked on at once.
    let permits: Int
    let isQuiet: Bool

    /// Runs the whole way once.
    ///
    /// - Returns: whether every page had exactly one outcome.
    func run() throws -> Bool {
        let samples = SamplePage.all
        let kafka = try EmbeddedKafka(topics: Self.topics)
        defer { kafka.stop() }
        let client = ClientSettings(brokers: kafka.brokers)
        say("embedded broker at \(kafka.brokers)")
        try load(samples, client)
        say("\(samples.count) sample pages are on pages.raw; the worker starts")
        let worker = try work(samples.count, client)
        let outcomes = try read(samples, client)
        show(samples, outcomes, worker)
        return outcomes.count == samples.count - 1 && worker.balance.input == samples.count
            && worker.balance.inFlight == 0
    }

    private func say(_ line: String) {
        if !isQuiet { Terminal.note("galley: \(line)") }
    }

    private func load(_ samples: [SamplePage], _ client: ClientSettings) throws {
        let loader = try PageLoader(client: client, topic: "pages.raw")
        for (index, sample) in samples.enumerated() {
            try loader.send(
                key: sample.url ?? sample.name, value: sample.body, headers: sample.headers, token: UInt64(index + 1))
        }
        _ = try loader.finish()
    }

    private func work(_ count: Int, _ client: ClientSettings) throws -> WorkerStatus {
        var settings = WorkerSettings(
            client: client, group: "galley-demo", permits: permits)
        settings.stop = .afterRecords(count)
        settings.version = Engine.version.version
        // The embedded broker's group takes a session time-out to form.
        settings.sessionTimeoutMs = 3000
        settings.heartbeatMs = 300
        let limits = limits
        let engine = try Engine(bodies)
        let telemetry = Telemetry(level: .error)
        let journal = PageJournal(metrics: telemetry.metrics)
        let worker = Worker(settings, telemetry: telemetry) {
            PageWorkFactory.make(
                engine, options: { PagePipeline.Options(limits: limits) }, group: "galley-demo", journal: journal)
        }
        let signals = StopSignals { _ in worker.stop() }
        defer { withExtendedLifetime(signals) {} }
        worker.run()
        return worker.status
    }

    /// Outcomes by the sample's name, as they stand on the output topics.
    private func read(_ samples: [SamplePage], _ client: ClientSettings) throws -> [String: OutcomeRow] {
        let reader = TopicReader(client: client)
        var names: [String: String] = [:]
        for record in try reader.records(of: ["pages.raw"]) {
            let name = record.headers.first { $0.name == "ce_id" }?.value.map { String(decoding: $0, as: UTF8.self) }
            names["\(record.partition):\(record.offset)"] = name
        }
        var rows: [String: OutcomeRow] = [:]
        for record in try reader.records(of: ["articles", "articles.rejected", "pages.raw.dlq"]) {
            let outcome = OutcomeRecord(record)
            guard let origin = outcome.origin, let name = names["\(origin.partition):\(origin.offset)"] else {
                continue
            }
            var row = outcome.row
            row.page = name
            rows[name] = row
        }
        return rows
    }

    private func show(_ samples: [SamplePage], _ outcomes: [String: OutcomeRow], _ worker: WorkerStatus) {
        let rows = samples.map { sample in
            outcomes[sample.name]
                ?? OutcomeRow(page: sample.name, outcome: "skipped", title: "a null value: nothing to publish")
        }
        Terminal.output(line: "")
        EventTable(rows: rows).lines(columns: Terminal.columns).forEach { Terminal.output(line: $0) }
        let balance = worker.balance
        Terminal.output(line: "")
        Terminal.output(
            line: "\(balance.input) pages in = \(balance.articles) articles + \(balance.rejected) rejected"
                + " + \(balance.deadLetters) dead-lettered + \(balance.skipped) skipped")
        Terminal.output(line: "Next: galley extract FILE --format pretty, galley run --help")
    }
}
