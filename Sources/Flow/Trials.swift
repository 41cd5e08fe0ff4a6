/// Tells a page that ends its worker from those that were only there when it happened.
///
/// A worker that holds a partition says so in its commits, and takes it back when it gives the partition up in order.
/// An owner that still finds it there follows one that crashed, and one page of the first it reads may be why: each of
/// them is on trial. It is worked on alone, after a commit that names it and counts the try. A page that was named
/// often enough is the one. Pages that no owner has named yet are named several at a time, as a commit for each would be
/// most of what they cost; one that was named before is named by itself.
///
/// The page may lie farther on than the window, as the frontier committed last is older than the crash; then the next
/// crash finds a frontier that is farther on by at least the window, until the page is within it.
struct Trials: Sendable {
    /// Tries by offset: those of earlier owners, and those under way.
    private(set) var tries: [Int64: Int]
    /// Pages that this owner has named with others, and whose try has not begun.
    private var named: Set<Int64> = []
    /// Pages below this are on trial.
    private let end: Int64

    /// Offsets beyond the frontier that are on trial after a crash.
    static let window: Int64 = 1000
    /// Pages whose tries are kept; more are not tried at once.
    static let most = 8

    /// Starts from what the commit before said; `nil` for a partition that was given up in order.
    init(found: [Int64: Int]?, frontier: Int64) {
        tries = found ?? [:]
        let (end, overflow) = frontier.addingReportingOverflow(Trials.window)
        self.end = found == nil ? frontier : overflow ? .max : end
    }

    /// Whether the page may be why the owner before crashed.
    func isOnTrial(_ offset: Int64) -> Bool { offset < end }

    /// Counts a try. Returns how many there were before, and whether a commit has to say so: not of a page that was named with
    /// others.
    /// - Parameter others: pages that will be tried next, to be named with it if no one has named any of them.
    mutating func begin(_ offset: Int64, with others: some Sequence<Int64> = []) -> (before: Int, isNews: Bool) {
        if named.remove(offset) != nil, let count = tries[offset] { return (count - 1, false) }
        let before = tries[offset, default: 0]
        if tries[offset] == nil, tries.count >= Trials.most, let least = tries.min(by: Trials.isLess) {
            tries[least.key] = nil
            named.remove(least.key)
        }
        tries[offset] = before + 1
        guard before == 0 else { return (before, true) }
        for other in others where tries[other] == nil && isOnTrial(other) {
            guard tries.count < Trials.most else { break }
            tries[other] = 1
            named.insert(other)
        }
        return (before, true)
    }

    /// Acquits a page: its work came to an end.
    mutating func acquit(_ offset: Int64) {
        tries[offset] = nil
        named.remove(offset)
    }

    private static func isLess(_ one: (key: Int64, value: Int), _ other: (key: Int64, value: Int)) -> Bool {
        (one.value, one.key) < (other.value, other.key)
    }
}
