import Foundation
import Normalization
import Settings
import Worker

/// `galley run`: the worker, until it is told to stop.
struct RunCommand {
    let configuration: Configuration

    /// Runs; the reason why it ended gives the code.
    func run() throws -> ExitCode {
        let settings = try workerSettings()
        let (limits, format, group) = (configuration.pageLimits, configuration.inputFormat, settings.group)
        let engine = try Engine(configuration.bodyOptions)
        let worker = Worker(settings, telemetry: configuration.telemetry) {
            PageWorkFactory.make(engine, limits: limits, format: format, group: group)
        }
        let signals = StopSignals { _ in worker.stop() }
        defer { withExtendedLifetime(signals) {} }
        return Self.code(of: worker.run())
    }

    private func workerSettings() throws -> WorkerSettings {
        var settings = WorkerSettings(
            client: try configuration.client(), inputTopics: configuration.input.topics,
            group: configuration.input.group, outputTopic: configuration.output.topic,
            rejectedTopic: configuration.output.rejectedTopic,
            deadLetterTopic: configuration.output.deadLettersTopic, permits: configuration.permits)
        settings.start = configuration.input.start == .earliest ? .earliest : .latest
        settings.memoryBytes = configuration.limits.memoryBytes
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
