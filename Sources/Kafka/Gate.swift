import Dispatch

/// Shut until it is opened, once; any number of threads may wait for it.
final class Gate: Sendable {
    private let group = DispatchGroup()

    init() { group.enter() }

    /// Lets every waiter through. To be called once.
    func open() { group.leave() }

    /// Waits at most so long.
    /// - Returns: whether the gate is open.
    func wait(milliseconds: Int) -> Bool {
        group.wait(timeout: .now() + .milliseconds(max(0, milliseconds))) == .success
    }
}
