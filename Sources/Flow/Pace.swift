/// Lets so many things a second begin, evenly: what was missed is not made up for by a burst.
public struct Pace: Sendable {
    private let interval: Duration
    private var next: ContinuousClock.Instant?

    /// - Parameter perSecond: how many may begin in a second; more than zero.
    public init(perSecond: Double) { interval = .seconds(1 / max(perSecond, 1e-6)) }

    /// How long until another may begin; `nil` when it may now.
    public func wait(_ now: ContinuousClock.Instant) -> Duration? {
        guard let next, next > now else { return nil }
        return now.duration(to: next)
    }

    /// Notes that one begins.
    public mutating func begin(_ now: ContinuousClock.Instant) {
        // A tenth of a second may be caught up with: threads wake late.
        next = max(next ?? now, now - .milliseconds(100)) + interval
    }
}
