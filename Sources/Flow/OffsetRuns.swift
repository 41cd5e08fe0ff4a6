/// A set of offsets kept as sorted, disjoint, merged runs: what is finished, at the price of one range per hole.
///
/// Finding is O(log runs), inserting O(runs) in the worst case; the runs number at most the pages in flight plus one,
/// so a few hundred at most.
public struct OffsetRuns: Sendable, Equatable {
    /// The runs in ascending order; no two touch.
    public private(set) var runs: [Range<Int64>] = []

    /// Makes an empty set.
    public init() {}

    /// Whether nothing is in the set.
    public var isEmpty: Bool { runs.isEmpty }

    /// Whether an offset is in the set.
    public func contains(_ offset: Int64) -> Bool {
        let index = firstRun(endingAfter: offset)
        return index < runs.count && runs[index].lowerBound <= offset
    }

    /// Adds a run, merging it with those it overlaps or touches. An empty range adds nothing.
    public mutating func insert(_ range: Range<Int64>) {
        guard !range.isEmpty else { return }
        let first = firstRun(endingAtOrAfter: range.lowerBound)
        var merged = range
        var last = first
        while last < runs.count, runs[last].lowerBound <= range.upperBound {
            let run = runs[last]
            merged = min(merged.lowerBound, run.lowerBound)..<max(merged.upperBound, run.upperBound)
            last += 1
        }
        runs.replaceSubrange(first..<last, with: CollectionOfOne(merged))
    }

    /// Takes everything below an offset out of the set.
    public mutating func removeAll(below offset: Int64) {
        let first = firstRun(endingAfter: offset)
        runs.removeSubrange(0..<first)
        guard let run = runs.first, run.lowerBound < offset else { return }
        runs[0] = offset..<run.upperBound
    }

    /// How many runs end beyond an offset.
    func count(endingAfter offset: Int64) -> Int { runs.count - firstRun(endingAfter: offset) }

    private func firstRun(endingAfter offset: Int64) -> Int { partition { $0.upperBound > offset } }

    private func firstRun(endingAtOrAfter offset: Int64) -> Int { partition { $0.upperBound >= offset } }

    /// Index of the first run for which `holds` is true; the runs before it are those for which it is false.
    private func partition(_ holds: (Range<Int64>) -> Bool) -> Int {
        var low = 0
        var high = runs.count
        while low < high {
            let middle = (low + high) / 2
            if holds(runs[middle]) { high = middle } else { low = middle + 1 }
        }
        return low
    }
}
