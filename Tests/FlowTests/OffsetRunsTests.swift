import Testing

@testable import Flow

struct OffsetRunsTests {
    /// Every sequence of three ranges over eight offsets, beside a set.
    @Test func agreesWithASetOverAllSmallHistories() {
        let ranges = (0..<8 as Range<Int64>).flatMap { low in (low...8).map { low..<$0 } }
        for a in ranges {
            for b in ranges {
                for c in ranges where c.count < 3 { check([a, b, c]) }
            }
        }
    }

    private func check(_ ranges: [Range<Int64>]) {
        var runs = OffsetRuns()
        for range in ranges { runs.insert(range) }
        let model = Set(ranges.joined())
        for offset in -1..<10 as Range<Int64> where runs.contains(offset) != model.contains(offset) {
            Issue.record("\(ranges): \(offset)")
        }
        let merged = zip(runs.runs, runs.runs.dropFirst()).allSatisfy { $0.upperBound < $1.lowerBound }
        if !merged { Issue.record("\(ranges): \(runs.runs)") }
    }

    @Test(arguments: 0..<12 as Range<Int64>)
    func whatLiesBelowIsTakenOut(offset: Int64) {
        var runs = OffsetRuns()
        for run in [1..<3, 4..<6, 8..<9] as [Range<Int64>] { runs.insert(run) }
        let model = [1, 2, 4, 5, 8].filter { $0 >= offset }
        runs.removeAll(below: offset)
        #expect((0..<12 as Range<Int64>).filter(runs.contains) == model)
    }
}
