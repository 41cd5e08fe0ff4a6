/// Waits, without waiting, for work in flight to end: empty, or out of time, or not yet.
public struct Drain: Sendable, Equatable {
    /// How a drain stands.
    public enum Verdict: Sendable, Equatable {
        /// Work is in flight and there is time.
        case waiting
        /// Nothing is in flight.
        case drained
        /// The deadline passed with this many still in flight.
        case expired(left: Int)
    }

    /// When it gives up.
    public let deadline: Deadline

    /// Starts a drain.
    public init(deadline: Deadline) { self.deadline = deadline }

    /// How it stands with so many in flight.
    public func verdict(inFlight: Int, now: ContinuousClock.Instant) -> Verdict {
        if inFlight <= 0 { return .drained }
        return deadline.isOver(now) ? .expired(left: inFlight) : .waiting
    }
}
