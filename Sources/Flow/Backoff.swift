/// Waits that double from a first to a last one: for what is tried again until it works.
public struct Backoff: Sendable, Equatable {
    private let first: Duration
    private let last: Duration
    private var next: Duration
    /// How often it was asked.
    public private(set) var attempts = 0

    /// Makes a backoff.
    public init(first: Duration, last: Duration) {
        self.first = first
        self.last = max(first, last)
        next = first
    }

    /// The wait before the next attempt.
    public mutating func failed() -> Duration {
        defer { next = min(next * 2, last) }
        attempts += 1
        return next
    }

    /// Starts over, after a success.
    public mutating func succeeded() {
        next = first
        attempts = 0
    }
}
