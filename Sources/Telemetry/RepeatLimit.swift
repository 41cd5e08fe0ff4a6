/// Holds lines back that repeat: of each kind so many within a time, the rest are counted. Pure.
struct RepeatLimit: Sendable {
    private struct Count: Sendable {
        var since: ContinuousClock.Instant
        var written = 0
        var heldBack = 0
    }

    private let most: Int
    private let window: Duration
    private var counts: [String: Count] = [:]
    private var nextFlush: ContinuousClock.Instant?

    init(most: Int = 10, window: Duration = .seconds(10)) {
        self.most = most
        self.window = window
    }

    /// Whether a line of a kind is written.
    mutating func admits(_ kind: String, now: ContinuousClock.Instant) -> Bool {
        var count = counts[kind] ?? Count(since: now)
        // One that was held back is told of before its kind counts anew.
        if count.heldBack == 0, count.since.duration(to: now) >= window { count = Count(since: now) }
        let isAdmitted = count.written < most
        if isAdmitted { count.written += 1 } else { count.heldBack += 1 }
        if !isAdmitted, nextFlush == nil { nextFlush = count.since + window }
        counts[kind] = count
        return isAdmitted
    }

    /// The kinds whose time is over and how many lines of each were held back.
    mutating func flush(now: ContinuousClock.Instant) -> [(kind: String, count: Int)] {
        guard let due = nextFlush, due <= now else { return [] }
        let over = counts.filter { $0.value.since.duration(to: now) >= window }
        for kind in over.keys { counts[kind] = nil }
        nextFlush = counts.values.filter { $0.heldBack > 0 }.map { $0.since + window }.min()
        return over.filter { $0.value.heldBack > 0 }.map { ($0.key, $0.value.heldBack) }.sorted { $0.kind < $1.kind }
    }
}
