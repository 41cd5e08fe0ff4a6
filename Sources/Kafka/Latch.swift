import Dispatch
import Synchronization

/// Shut until it is opened, for good; any number of threads may wait for it.
final class Latch: Sendable {
    private let group = DispatchGroup()
    private let isOpen = Atomic(false)

    init() { group.enter() }

    /// Lets every waiter through; more than once does nothing.
    func open() {
        if !isOpen.exchange(true, ordering: .acquiringAndReleasing) { group.leave() }
    }

    /// Waits at most so long.
    /// - Returns: whether the gate is open.
    func wait(milliseconds: Int) -> Bool {
        group.wait(timeout: .now() + .milliseconds(max(0, milliseconds))) == .success
    }

    /// A group that was entered and not left keeps itself alive.
    deinit { open() }
}
