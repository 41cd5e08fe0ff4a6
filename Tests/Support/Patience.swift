import Foundation

/// How long a test waits for what must come: what is slow is no failure, however busy the machine is.
public let patience = Duration.seconds(600)

/// Waits until a condition holds, for what another thread, a process or a broker brings about. Whether it came to hold.
///
/// - Parameter limit: how long at most: ``patience``, but for what the worker promises to say or to show in time.
public func eventually(within limit: Duration = patience, _ condition: () throws -> Bool) rethrows -> Bool {
    let end = ContinuousClock.now + limit
    while ContinuousClock.now < end {
        if try condition() { return true }
        usleep(20_000)
    }
    return try condition()
}
