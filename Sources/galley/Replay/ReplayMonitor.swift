import Dispatch
import Foundation
import Kafka
import Replay
import Synchronization

/// Watches how far a replay is, of all its processes together, shows it, and says when all is done.
final class ReplayMonitor: Sendable {
    private let plan: ReplayPlan
    private let client: ClientSettings
    private let isQuiet: Bool
    private let whenDone: @Sendable () -> Void
    private let isStopped = Atomic(false)
    private let wake = DispatchSemaphore(value: 0)
    private let ended = DispatchSemaphore(value: 0)
    private let last = Mutex<ReplayProgress?>(nil)

    /// - Parameter whenDone: called once every partition's range is committed, by whichever process.
    init(_ plan: ReplayPlan, _ client: ClientSettings, isQuiet: Bool, whenDone: @escaping @Sendable () -> Void) {
        self.plan = plan
        self.client = client
        self.isQuiet = isQuiet
        self.whenDone = whenDone
    }

    private static let askMs = 5000

    /// Begins to watch, on a thread of its own.
    func start() { Thread.detachNewThread { [self] in watch() } }

    /// Looks once more, and ends. Returns how far it is; `nil` when no broker tells.
    func stop() -> ReplayProgress? {
        isStopped.store(true, ordering: .relaxed)
        wake.signal()
        ended.wait()
        return last.withLock { $0 }
    }

    private func watch() {
        defer { ended.signal() }
        var screen = ReplayScreen(plan.name, isQuiet: isQuiet)
        var reader: ProgressReader?
        while !isStopped.load(ordering: .relaxed) {
            reader = reader ?? (try? ProgressReader(plan, client))
            if let progress = try? reader?.read(timeoutMs: ReplayMonitor.askMs) {
                last.withLock { $0 = progress }
                screen.show(progress)
                if progress.isDone { whenDone() }
            }
            _ = wake.wait(
                timeout: .now() + Double(screen.interval.components.seconds) + (screen.interval < .seconds(1) ? 0.5 : 0)
            )
        }
        // What is done stays done, should no broker tell it again.
        if last.withLock({ $0?.isDone ?? false }) == false {
            reader = reader ?? (try? ProgressReader(plan, client))
            if let progress = try? reader?.read(timeoutMs: ReplayMonitor.askMs) { last.withLock { $0 = progress } }
        }
        if let progress = last.withLock({ $0 }) { screen.end(progress) }
    }
}
