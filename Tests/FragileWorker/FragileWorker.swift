import Dispatch
import Glibc
import Kafka
import Synchronization
import Telemetry
import Wire
import Worker

/// A worker whose process ends where a test wants it to. It reads `pages.raw` as part of the group `galley` until it is stopped;
/// every page is an article as it stands.
///
///     fragile-worker BROKERS trap ATTEMPTS        a value that begins with `trap` traps
///     fragile-worker BROKERS plain MOST           pages of 2 ms, of which so many may be uncommitted
///     fragile-worker BROKERS once                 exactly-once
///     fragile-worker BROKERS once trap ATTEMPTS   both
///     fragile-worker BROKERS once STEP COUNT      exactly-once, killed when it comes to a step of a transaction so often
@main struct FragileWorker {
    static func main() {
        let arguments = Array(CommandLine.arguments.dropFirst())
        guard arguments.count >= 2 else { fatalError("fragile-worker BROKERS trap|plain|once ...") }
        var settings = WorkerSettings(client: ClientSettings(brokers: arguments[0]), group: "galley", permits: 2)
        settings.sessionTimeoutMs = 6000
        settings.heartbeatMs = 200
        settings.commitInterval = .milliseconds(50)
        settings.lingerMs = 1
        // Without a page that traps, the one that is tried alone as the process is killed is innocent.
        settings.attempts = arguments.contains("trap") ? arguments.last.flatMap { Int($0) } ?? 3 : 1000
        if arguments[1] == "once" {
            settings.transactionalID = "fragile"
            if arguments.count > 3, let step = TransactionStep(rawValue: arguments[2]), let count = Int(arguments[3]) {
                settings.atTransactionStep = dying(at: step, count: count)
            }
        }
        let isPlain = arguments[1] == "plain"
        if isPlain { settings.mostUncommitted = arguments.last.flatMap { Int($0) } ?? 50 }
        let worker = Worker(settings, telemetry: Telemetry(level: .error)) {
            { record, _ in
                if isPlain { usleep(2000) }
                let value = record.value ?? []
                if value.starts(with: Array("trap".utf8)) { fatalError("the page ends its worker") }
                return .article(OutboundRecord(key: record.key, value: value))
            }
        }
        let signals = StopSignals { _ in worker.stop() }
        defer { withExtendedLifetime(signals) {} }
        worker.run()
    }

    private static func dying(at last: TransactionStep, count: Int) -> @Sendable (TransactionStep) -> Void {
        let seen = Mutex(0)
        return { step in
            guard step == last else { return }
            let number = seen.withLock { seen in
                seen += 1
                return seen
            }
            if number == count { kill(getpid(), SIGKILL) }
        }
    }
}
