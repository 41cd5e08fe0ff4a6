import Foundation

/// How long a test waits for what must come: what is slow is no failure, however busy the machine is.
public let patience = Duration.seconds(600)

/// Waits until a condition holds, at most ``patience``: for what another thread, a process or a broker brings about. Whether it came to
/// hold.
public func eventually(_ condition: () throws -> Bool) rethrows -> Bool {
    let end = ContinuousClock.now + patience
    while ContinuousClock.now < end {
        if try condition() { return true }
        usleep(20_000)
    }
    return try condition()
}
