/// A moment by which something has to be done; time is passed in, so it is tested without waiting.
public struct Deadline: Sendable, Equatable, Comparable {
    /// The moment.
    public let instant: ContinuousClock.Instant

    /// A deadline at a moment.
    public init(_ instant: ContinuousClock.Instant) { self.instant = instant }

    /// A deadline some time after a moment; at once when the time is negative.
    public init(_ duration: Duration, after now: ContinuousClock.Instant) { instant = now + max(.zero, duration) }

    /// Whether it has passed.
    public func isOver(_ now: ContinuousClock.Instant) -> Bool { now >= instant }

    /// The time left; zero once it has passed.
    public func remaining(_ now: ContinuousClock.Instant) -> Duration { max(.zero, now.duration(to: instant)) }

    /// The time left in whole milliseconds, rounded up, for C calls that take them; at most `most`.
    public func remainingMs(_ now: ContinuousClock.Instant, most: Int = .max) -> Int {
        let (seconds, attoseconds) = remaining(now).components
        let capped = min(seconds, 1_000_000_000)
        let ms = capped * 1000 + (attoseconds + 999_999_999_999_999) / 1_000_000_000_000_000
        return min(Int(ms), most)
    }

    /// Whether the left moment comes first.
    public static func < (left: Deadline, right: Deadline) -> Bool { left.instant < right.instant }
}
