/// Milliseconds left of a time limit that several calls share.
struct Countdown {
    private let end: ContinuousClock.Instant

    init(milliseconds: Int) { end = .now + .milliseconds(max(0, milliseconds)) }

    /// What is left, never negative.
    var remaining: Int {
        let left = ContinuousClock.now.duration(to: end).components
        let milliseconds = left.seconds * 1000 + left.attoseconds / 1_000_000_000_000_000
        return max(0, Int(clamping: milliseconds))
    }

    /// Whether nothing is left.
    var isOver: Bool { remaining == 0 }
}

extension Int {
    /// As a C `int`, at the nearest end where it does not fit.
    var c: Int32 { Int32(clamping: self) }
}
