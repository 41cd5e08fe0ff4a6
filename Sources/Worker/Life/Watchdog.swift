import Dispatch
import Flow
import Synchronization

/// Makes the end of the process bounded, whatever hangs: once armed it calls `bite` at its deadline, from a thread of
/// its own, unless it was called off.
final class Watchdog: Sendable {
    private let timer = Mutex<(any DispatchSourceTimer)?>(nil)
    private let bite: @Sendable () -> Void

    init(bite: @escaping @Sendable () -> Void) { self.bite = bite }

    /// Bites at this moment; a second arming replaces the first.
    func arm(_ deadline: Deadline, now: ContinuousClock.Instant) {
        let bite = bite
        let milliseconds = deadline.remainingMs(now, most: 1_000_000_000)
        timer.withLock { timer in
            timer?.cancel()
            let made = DispatchSource.makeTimerSource(queue: .global(qos: .userInteractive))
            made.setEventHandler { bite() }
            made.schedule(deadline: .now() + .milliseconds(milliseconds))
            made.resume()
            timer = made
        }
    }

    /// Calls it off.
    func disarm() {
        timer.withLock { timer in
            timer?.cancel()
            timer = nil
        }
    }
}
