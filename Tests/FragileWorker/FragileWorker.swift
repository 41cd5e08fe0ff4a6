import Dispatch
import Kafka
import Telemetry
import Wire
import Worker

/// A worker whose process a page can end: `fragile-worker BROKERS ATTEMPTS` reads `pages.raw` until it is killed, as part of
/// the group `galley`. A value that begins with `trap` traps; any other is an article as it stands.
@main struct FragileWorker {
    static func main() {
        let arguments = CommandLine.arguments
        guard arguments.count == 3, let attempts = Int(arguments[2]) else {
            fatalError("fragile-worker BROKERS ATTEMPTS")
        }
        var settings = WorkerSettings(client: ClientSettings(brokers: arguments[1]), group: "galley", permits: 2)
        settings.sessionTimeoutMs = 6000
        settings.heartbeatMs = 200
        settings.commitInterval = .milliseconds(50)
        settings.lingerMs = 1
        settings.attempts = attempts
        let worker = Worker(settings, telemetry: Telemetry(level: .error)) {
            { record, _ in
                let value = record.value ?? []
                if value.starts(with: Array("trap".utf8)) { fatalError("the page ends its worker") }
                return .article(OutboundRecord(key: record.key, value: value))
            }
        }
        let signals = StopSignals { _ in worker.stop() }
        defer { withExtendedLifetime(signals) {} }
        worker.run()
    }
}
