import TestSupport
import Testing

@testable import Flow

struct OffsetLedgerTests {
    @Test func theFrontierWaitsForTheSlowestAndPassesTheRuns() {
        var ledger = OffsetLedger<String>()
        let epoch = ledger.assign("p", committed: 10, metadata: nil)
        for offset in 10..<15 as Range<Int64> { expect(ledger.begin("p", offset), .begun(epoch)) }
        for offset in [12, 14, 11] as [Int64] { expect(ledger.finish("p", offset, epoch: epoch), .recorded) }
        #expect(ledger.frontier("p") == 10)
        #expect(ledger.runs("p") == [11..<13, 14..<15])
        expect(ledger.finish("p", 10, epoch: epoch), .recorded)
        #expect(ledger.frontier("p") == 13)
        expect(ledger.finish("p", 13, epoch: epoch), .recorded)
        #expect(ledger.frontier("p") == 15)
        #expect(ledger.runs("p").isEmpty)
    }

    @Test func aCompletionUnderAnEndedEpochIsRefused() {
        var ledger = OffsetLedger<String>()
        let old = ledger.assign("p", committed: 0, metadata: nil)
        _ = ledger.begin("p", 0)
        ledger.revoke("p")
        expect(ledger.finish("p", 0, epoch: old), .stale)
        let new = ledger.assign("p", committed: 0, metadata: nil)
        _ = ledger.begin("p", 0)
        expect(ledger.finish("p", 0, epoch: old), .stale)
        #expect(ledger.frontier("p") == 0)
        expect(ledger.finish("p", 0, epoch: new), .recorded)
        #expect(ledger.frontier("p") == 1)
    }

    @Test func aRecordOfAPartitionThatIsNotAssignedIsLeft() {
        var ledger = OffsetLedger<String>()
        expect(ledger.begin("p", 3), .unassigned)
    }

    @Test func aCompletionCountsOnce() {
        var ledger = OffsetLedger<String>()
        let epoch = ledger.assign("p", committed: nil, metadata: nil)
        _ = ledger.begin("p", 5)
        _ = ledger.begin("p", 6)
        expect(ledger.finish("p", 6, epoch: epoch), .recorded)
        expect(ledger.finish("p", 6, epoch: epoch), .unknown)
        expect(ledger.finish("p", 99, epoch: epoch), .unknown)
        #expect(ledger.inFlight == 1)
    }

    @Test func aRewoundRecordIsNotBegunTwice() {
        var ledger = OffsetLedger<String>()
        ledger.assign("p", committed: 0, metadata: nil)
        _ = ledger.begin("p", 0)
        expect(ledger.begin("p", 0), .known)
    }

    @Test func offsetsThatNeverStoodThereDoNotHoldTheFrontier() {
        var ledger = OffsetLedger<String>()
        let epoch = ledger.assign("p", committed: 0, metadata: nil)
        _ = ledger.begin("p", 4)
        #expect(ledger.frontier("p") == 4)
        _ = ledger.begin("p", 9)
        _ = ledger.finish("p", 4, epoch: epoch)
        #expect(ledger.frontier("p") == 9)
        _ = ledger.finish("p", 9, epoch: epoch)
        ledger.skip("p", to: 12)
        #expect(ledger.frontier("p") == 12)
    }

    @Test func anAbandonedRecordKeepsTheFrontierAndIsNoLongerInFlight() {
        var ledger = OffsetLedger<String>()
        let epoch = ledger.assign("p", committed: 0, metadata: nil)
        _ = ledger.begin("p", 0)
        expect(ledger.abandon("p", 0, epoch: epoch), .recorded)
        #expect(ledger.inFlight == 0)
        #expect(ledger.frontier("p") == 0)
    }

    @Test func theStartOfANewGroupIsCommittedBeforeAnyRecord() {
        var ledger = OffsetLedger<String>()
        ledger.assign("p", committed: nil, metadata: nil)
        #expect(ledger.dueCommits().isEmpty)
        ledger.start("p", at: 7)
        let point = CommitPoint(offset: 7, metadata: "")
        #expect(ledger.dueCommits() == ["p": point])
        ledger.committed("p", point, finished: ledger.finished("p"))
        #expect(ledger.dueCommits().isEmpty)
    }

    @Test func aCommitIsDueWhenItWouldSaySomethingNew() {
        var ledger = OffsetLedger<String>()
        let epoch = ledger.assign("p", committed: 0, metadata: nil)
        #expect(ledger.dueCommits().isEmpty)
        _ = ledger.begin("p", 0)
        _ = ledger.begin("p", 1)
        _ = ledger.finish("p", 1, epoch: epoch)
        let first = ledger.dueCommit("p")
        #expect(first?.offset == 0)
        #expect(first?.metadata.hasPrefix(RunsCode.prefix) == true)
        if let first { ledger.committed("p", first, finished: ledger.finished("p")) }
        #expect(ledger.dueCommit("p") == nil)
        ledger.commitFailed("p")
        #expect(ledger.dueCommit("p") == first)
        _ = ledger.finish("p", 0, epoch: epoch)
        #expect(ledger.dueCommit("p") == CommitPoint(offset: 2, metadata: ""))
    }

    @Test func finishedRunsSurviveARestart() {
        var ledger = OffsetLedger<String>()
        let epoch = ledger.assign("p", committed: 0, metadata: nil)
        for offset in 0..<6 as Range<Int64> { _ = ledger.begin("p", offset) }
        for offset in [1, 2, 4] as [Int64] { _ = ledger.finish("p", offset, epoch: epoch) }
        let point = ledger.dueCommit("p")
        var next = OffsetLedger<String>()
        let again = next.assign("p", committed: point?.offset, metadata: point?.metadata)
        let admissions = (0..<6 as Range<Int64>).map { next.begin("p", $0) }
        #expect(admissions == [.begun(again), .known, .known, .begun(again), .known, .begun(again)])
        _ = next.finish("p", 0, epoch: again)
        #expect(next.frontier("p") == 3)
    }

    /// However the pages finish, a partition that is paused when the ledger says so never has runs that do not fit.
    @Test(arguments: 0..<20 as Range<UInt64>)
    func intakeThatPausesInTimeNeverOutgrowsTheMetadata(seed: UInt64) {
        var random = SeededGenerator(seed: seed)
        let cap = 120
        var ledger = OffsetLedger<Int>(metadataCap: cap)
        let epoch = ledger.assign(0, committed: 1_000_000, metadata: nil)
        var next: Int64 = 1_000_000
        var open: [Int64] = []
        var refusals = 0
        for _ in 0..<3000 {
            if Bool.random(using: &random), ledger.hasRoom(0) {
                _ = ledger.begin(0, next)
                open.append(next)
                next += 1
            } else if !open.isEmpty {
                refusals += ledger.hasRoom(0) ? 0 : 1
                // The first stays open for long, so that runs pile up behind it.
                let index =
                    open.count > 1 && Int.random(in: 0..<50, using: &random) > 0
                    ? Int.random(in: 1..<open.count, using: &random) : 0
                _ = ledger.finish(0, open.remove(at: index), epoch: epoch)
            }
            let runs = ledger.runs(0)
            #expect(RunsCode.encode(runs, frontier: ledger.frontier(0) ?? 0, cap: cap) != nil)
        }
        #expect(refusals > 0)
    }

    @Test func aMapThatDoesNotFitLeavesTheLastCommitStanding() {
        var ledger = OffsetLedger<Int>(metadataCap: 20)
        let epoch = ledger.assign(0, committed: 0, metadata: nil)
        for offset in 0..<40 as Range<Int64> { _ = ledger.begin(0, offset) }
        for offset in stride(from: 1, to: 40, by: 2) as StrideTo<Int64> { _ = ledger.finish(0, offset, epoch: epoch) }
        #expect(!ledger.hasRoom(0))
        #expect(ledger.dueCommit(0) == nil)
        for offset in stride(from: 0, to: 40, by: 2) as StrideTo<Int64> { _ = ledger.finish(0, offset, epoch: epoch) }
        #expect(ledger.hasRoom(0))
        #expect(ledger.dueCommit(0) == CommitPoint(offset: 40, metadata: ""))
    }
}
