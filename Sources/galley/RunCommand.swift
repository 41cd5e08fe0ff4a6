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
        var settings = try workerSettings()
        let group = settings.group
        let engine = try Engine(configuration.bodyOptions)
        let telemetry = configuration.telemetry
        let formats = try WireFormats(configuration, telemetry)
        settings.prepare = { formats.prepare() }
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
        let worker = Worker(settings, telemetry: telemetry) {
            PageWorkFactory.make(
                engine, options: { formats.options }, group: group, journal: journal, spans: spans)
        }
        let admin = try adminPort(of: worker, settings, journal, engine, formats, telemetry)
        try admin?.start()
        defer { admin?.stop() }
        let signals = StopSignals { _ in worker.stop() }
        defer { withExtendedLifetime(signals) {} }
        return Self.code(of: worker.run())
    }

    private func adminPort(
        of worker: Worker, _ settings: WorkerSettings, _ journal: PageJournal, _ engine: Engine,
        _ formats: WireFormats, _ telemetry: Telemetry
    ) throws -> AdminPort? {
        guard let address = configuration.adminAddress.flatMap({ HTTPAddress($0) }) else { return nil }
        ProcessMetrics.publish(in: telemetry.metrics)
        let finder = RecordFinder(settings.client, topics: settings.inputTopics, group: settings.group)
        let options = formats.explaining(configuration.pageLimits.explained)
        let routes = AdminRoutes(
            AdminRoutes.Sources(
                status: { worker.status }, metrics: telemetry.metrics, journal: journal, version: settings.version,
                find: { place, offset in try finder.find(place, offset) },
                explain: { record in try engine.makePipeline(options).explanation(of: record) }))
        return AdminPort(address, routes, telemetry: telemetry)
    }

    private static func code(of reason: ExitReason) -> ExitCode {
        switch reason {
        case .stopped, .finished: .done
        // What was not finished in time is read again by the next worker: nothing is lost, so this is an orderly end too.
        case .drainExpired: .done
        case .startFailed(.brokerAway): .unavailable
        case .startFailed: .configuration
        // Only of a range, which this is not.
        case .inputGone: .failed
        }
    }
}

extension RunCommand {
    private func workerSettings() throws -> WorkerSettings {
        var settings = try configuration.workerSettings()
        settings.instanceID = configuration.input.instanceID
        settings.start = configuration.input.start == .earliest ? .earliest : .latest
        if configuration.delivery.mode == .exactlyOnce {
            // Two workers on one host need ids of their own: each would shut the other out.
            settings.transactionalID =
                configuration.delivery.transactionalID
                ?? "\(settings.group)-\(ProcessInfo.processInfo.hostName)"
        }
        settings.stop = configuration.options.untilEnd ? .atEnd : .never
        return settings
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
