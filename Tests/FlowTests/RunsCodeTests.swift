import TestSupport
import Testing

@testable import Flow

struct RunsCodeTests {
    @Test(arguments: 0..<40 as Range<UInt64>)
    func whatIsWrittenIsReadBack(seed: UInt64) {
        var random = SeededGenerator(seed: seed)
        let frontier = Int64.random(in: 0..<(seed % 2 == 0 ? 1000 : .max / 4), using: &random)
        var runs = OffsetRuns()
        var edge = frontier
        for _ in 0..<Int.random(in: 0..<30, using: &random) {
            let start = edge + Int64.random(in: 1..<(1 << Int64.random(in: 1..<30, using: &random)), using: &random)
            edge = start + Int64.random(in: 1..<100_000, using: &random)
            runs.insert(start..<edge)
        }
        let text = RunsCode.encode(runs.runs, frontier: frontier, cap: .max)
        #expect(RunsCode.decode(text, frontier: frontier) == runs)
        #expect(RunsCode.decode(text, frontier: frontier + 1).isEmpty)
    }

    @Test(arguments: 0..<20 as Range<UInt64>)
    func sumsAreReadBackBesideRunsAndTrials(seed: UInt64) {
        var random = SeededGenerator(seed: seed)
        let sums = (0..<Int.random(in: 1..<8, using: &random)).map { _ in Int64.random(in: 0 ... .max, using: &random) }
        let runs: [Range<Int64>] = seed % 2 == 0 ? [] : [12..<13, 20..<900]
        let trials: [Int64: Int]? = seed % 3 == 0 ? nil : [10: 1, 15: 2]
        let text = RunsCode.encode(runs, frontier: 10, cap: .max, trials: trials, sums: sums)
        #expect(RunsCode.decodeSums(text) == sums)
        #expect(RunsCode.decode(text, frontier: 10).runs == runs)
        #expect(RunsCode.decodeTrials(text, frontier: 10) == trials)
    }

    @Test(arguments: [nil, "", "galley1:K", "galley1:K,!", "galley1:K,B--", "other,B"] as [String?])
    func withoutWholeSumsNoneAreKnown(text: String?) {
        #expect(RunsCode.decodeSums(text).isEmpty)
    }

    @Test func aRunCostsTwoDigitsWhenNumbersAreSmall() {
        #expect(RunsCode.encode([11..<12, 13..<20], frontier: 10, cap: 100) == "galley1:KBBBH")
    }

    @Test func nothingIsWrittenForNoRuns() {
        #expect(RunsCode.encode([], frontier: 10, cap: 0) == "")
    }

    @Test func whatDoesNotFitIsNotWritten() {
        #expect(RunsCode.encode([11..<12], frontier: 10, cap: 11) == "galley1:KBB")
        #expect(RunsCode.encode([11..<12], frontier: 10, cap: 10) == nil)
    }

    @Test(arguments: [
        nil, "", "someone else's", "galley1:", "galley1:K", "galley1:KB", "galley1:KBBB", "galley1:KB!", "galley1:KBA",
        "galley1:Kggggggggggggggggggg", "galley1:K--------------------BB", "galley2:KBB", "galley1:KBB\u{e9}",
        "galley1:K____________H____________H",
    ])
    func foreignOrDamagedMetadataMeansNothingIsKnown(text: String?) {
        #expect(RunsCode.decode(text, frontier: 10).isEmpty)
    }

    @Test(arguments: [(0, 1), (31, 1), (32, 2), (1023, 2), (1024, 3), (Int64.max, 13)] as [(Int64, Int)])
    func digitsAreCounted(value: Int64, digits: Int) {
        #expect(RunsCode.digits(value) == digits)
    }
}
