import Foundation
public import Testing

/// How long a test waits for what must come: what is slow is no failure, however busy the machine is.
public let patience = Duration.seconds(600)

/// The same for a client of Kafka.
public let patienceMs = 600_000

/// Waits until a condition holds, for what another thread, a process or a broker brings about, and asks ever less often. Whether it came to hold.
///
/// - Parameter limit: how long at most: ``patience``, but for what the worker promises to say or to show in time.
public func eventually(within limit: Duration = patience, _ condition: () throws -> Bool) rethrows -> Bool {
    let end = ContinuousClock.now + limit
    var pause: UInt32 = 10_000
    while ContinuousClock.now < end {
        if try condition() { return true }
        usleep(pause)
        pause = min(pause * 2, 160_000)
    }
    return try condition()
}

/// Waits for what a test cannot go on without: where it does not come, the test ends and says so.
public func require(
    _ words: @autoclosure () -> Comment, at place: SourceLocation = #_sourceLocation, _ condition: () throws -> Bool
) throws {
    let holds = try eventually(condition)
    try #require(holds, words(), sourceLocation: place)
}
