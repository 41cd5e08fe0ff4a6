import Admin
import Foundation
import HTTP
import Normalization
import Pages
import Pipeline
import Settings
import Telemetry
import Worker

/// `galley run`: the worker, until it is told to stop.
struct RunCommand {
    let configuration: Configuration

    /// Runs; the reason why it ended gives the code.
    func run() throws -> ExitCode {
        let settings = try workerSettings()
        let (limits, format, group) = (configuration.pageLimits, configuration.inputFormat, settings.group)
        let engine = try Engine(configuration.bodyOptions)
        let telemetry = configuration.telemetry
        let journal = PageJournal(metrics: telemetry.metrics)
        let spans = try configuration.traces.map { traces in
            traces.authorization.map(telemetry.conceal)
            return try SpanExporter(
                to: traces.endpoint, authorization: traces.authorization, caFile: traces.caFile,
                version: settings.version,
                telemetry)
        }
        spans?.start()
        defer { spans?.stop() }
        let traces = TracePolicy(ratio: configuration.traces?.ratio ?? 0)
        let worker = Worker(settings, telemetry: telemetry) {
            PageWorkFactory.make(
                engine, limits: limits, format: format, group: group, journal: journal, traces: traces, spans: spans)
        }
        let admin = try adminPort(of: worker, settings, journal, engine, telemetry)
        try admin?.start()
        defer { admin?.stop() }
        let signals = StopSignals { _ in worker.stop() }
        defer { withExtendedLifetime(signals) {} }
        return Self.code(of: worker.run())
    }

    private func adminPort(
        of worker: Worker, _ settings: WorkerSettings, _ journal: PageJournal, _ engine: Engine, _ telemetry: Telemetry
    ) throws -> AdminPort? {
        guard let address = configuration.adminAddress.flatMap({ HTTPAddress($0) }) else { return nil }
        ProcessMetrics.publish(in: telemetry.metrics)
        let finder = RecordFinder(settings.client, topics: settings.inputTopics, group: settings.group)
        let limits = configuration.pageLimits.explained
        let format = configuration.inputFormat
        let routes = AdminRoutes(
            AdminRoutes.Sources(
                status: { worker.status }, metrics: telemetry.metrics, journal: journal, version: settings.version,
                find: { place, offset in try finder.find(place, offset) },
                explain: { record in
                    try engine.makePipeline(limits: limits, format: format).explanation(of: record)
                }))
        return AdminPort(address, routes, telemetry: telemetry)
    }

    private func workerSettings() throws -> WorkerSettings {
        var settings = WorkerSettings(
            client: try configuration.client(), inputTopics: configuration.input.topics,
            group: configuration.input.group, outputTopic: configuration.output.topic,
            rejectedTopic: configuration.output.rejectedTopic,
            deadLetterTopic: configuration.output.deadLettersTopic, permits: configuration.permits)
        settings.instanceID = configuration.input.instanceID
        settings.start = configuration.input.start == .earliest ? .earliest : .latest
        settings.memoryBytes = configuration.limits.memoryBytes
        // Beside the page its key, what a dead letter adds, and what the protocol takes; librdkafka's most is a little below 1 GB.
        let limits = configuration.limits
        settings.largestRecordBytes = min(limits.pageBytes + limits.headerBytes + (128 << 10), 1_000_000_000)
        settings.drain = .seconds(configuration.delivery.drainSeconds)
        settings.commitInterval = .seconds(configuration.delivery.commitSeconds)
        if configuration.delivery.mode == .exactlyOnce {
            // Two workers on one host need ids of their own: each would shut the other out.
            settings.transactionalID =
                configuration.delivery.transactionalID
                ?? "\(settings.group)-\(ProcessInfo.processInfo.hostName)"
        }
        settings.attempts = configuration.output.attempts
        // Far beyond the page's own limit, which ends sound work that takes long.
        settings.hangAfter = .seconds(max(60, 6 * configuration.limits.pageSeconds))
        settings.stop = configuration.options.untilEnd ? .atEnd : .never
        settings.version = Engine.version.version
        return settings
    }

    private static func code(of reason: ExitReason) -> ExitCode {
        switch reason {
        case .stopped, .finished: .done
        // What was not finished in time is read again by the next worker: nothing is lost, so this is an orderly end too.
        case .drainExpired: .done
        case .startFailed(.brokerAway): .unavailable
        case .startFailed: .configuration
        }
    }
}

extension Limits {
    /// Those of a page that is explained beside the work: one larger than this is explained by `galley extract`.
    fileprivate var explained: Limits {
        var limits = self
        limits.pageBytes = min(pageBytes, 4 << 20)
        limits.nodes = min(nodes, 200_000)
        return limits
    }
}
