import Testing

@testable import Flow

/// Pages that end their worker, told from those that were there by chance.
struct TrialsTests {
    private func held() -> OffsetLedger<String> { OffsetLedger(countsCrashes: true) }

    @Test("a held partition says so, and one given up in order does not")
    func orderly() throws {
        var ledger = held()
        ledger.assign("p", committed: 5, metadata: "")
        #expect(!ledger.isKnownHeld("p"))
        let hold = try #require(ledger.dueCommit("p"))
        ledger.committed("p", hold, finished: 0)
        #expect(ledger.isKnownHeld("p"))
        #expect(ledger.dueCommit("p") == nil)
        ledger.giveUp("p")
        #expect(ledger.dueCommit("p") == CommitPoint(offset: 5, metadata: ""))
        ledger.assign("p", committed: 5, metadata: "")
        #expect(!ledger.isOnTrial("p", 5))
    }

    @Test("tries of any number in foreign metadata can be added to")
    func hostileMetadata() {
        let metadata = "galley1:A.A" + String(repeating: "_", count: 12) + "H"
        var ledger = held()
        ledger.assign("p", committed: 0, metadata: metadata)
        _ = ledger.begin("p", 0)
        #expect(ledger.beginTrial("p", 0).before == 1_000_000)
        #expect(ledger.beginTrial("p", 0).before == 1_000_001)
    }

    @Test("after a crash the pages in the window are on trial, and their tries add up over owners")
    func crashes() throws {
        var ledger = held()
        ledger.assign("p", committed: 5, metadata: "")
        var last = try #require(ledger.dueCommit("p"))
        for crash in 0..<3 {
            ledger.assign("p", committed: last.offset, metadata: last.metadata)
            #expect(ledger.isKnownHeld("p"))
            #expect(ledger.isOnTrial("p", 5) && ledger.isOnTrial("p", 1004) && !ledger.isOnTrial("p", 1005))
            _ = ledger.begin("p", 5)
            _ = ledger.begin("p", 6)
            #expect(ledger.beginTrial("p", 6).before == 0)
            ledger.acquit("p", 6)
            #expect(ledger.beginTrial("p", 5).before == crash)
            last = try #require(ledger.dueCommit("p"))
        }
    }

    @Test("pages that no one has named are named together, and each has its try of one commit")
    func together() throws {
        var ledger = held()
        ledger.assign("p", committed: 0, metadata: "galley1:A.")
        for offset in 0..<20 as Range<Int64> { _ = ledger.begin("p", offset) }
        #expect(ledger.beginTrial("p", 0, withOthers: true) == (0, true))
        let commit = try #require(ledger.dueCommit("p"))
        let named = try #require(RunsCode.decodeTrials(commit.metadata, frontier: 0))
        #expect(named == Dictionary(uniqueKeysWithValues: (0..<Int64(Trials.most)).map { ($0, 1) }))
        ledger.acquit("p", 0)
        for offset in 1..<Int64(Trials.most) {
            #expect(ledger.beginTrial("p", offset, withOthers: true) == (0, false))
            ledger.acquit("p", offset)
        }
        #expect(ledger.beginTrial("p", Int64(Trials.most), withOthers: true) == (0, true))
    }

    @Test("a page that an owner before has named is named by itself, and so is each where one naming is enough")
    func alone() throws {
        var ledger = held()
        ledger.assign("p", committed: 0, metadata: RunsCode.encode([], frontier: 0, cap: 400, trials: [0: 1, 1: 1]))
        for offset in 0..<9 as Range<Int64> { _ = ledger.begin("p", offset) }
        #expect(ledger.beginTrial("p", 0, withOthers: true) == (1, true))
        var metadata = try #require(ledger.dueCommit("p")).metadata
        #expect(RunsCode.decodeTrials(metadata, frontier: 0) == [0: 2, 1: 1])
        ledger.acquit("p", 0)
        #expect(ledger.beginTrial("p", 2, withOthers: false) == (0, true))
        metadata = try #require(ledger.dueCommit("p")).metadata
        #expect(RunsCode.decodeTrials(metadata, frontier: 0) == [1: 1, 2: 1])
    }

    @Test("runs and tries travel together")
    func code() {
        let text = RunsCode.encode([7..<9, 12..<13], frontier: 5, cap: 4096, trials: [5: 2, 9: 1, 3: 4])
        #expect(RunsCode.decode(text, frontier: 5).runs == [7..<9, 12..<13])
        #expect(RunsCode.decodeTrials(text, frontier: 5) == [5: 2, 9: 1])
        #expect(RunsCode.decodeTrials(RunsCode.encode([7..<9], frontier: 5, cap: 4096), frontier: 5) == nil)
    }

    @Test(
        "what does not decode puts pages on trial, and names none",
        arguments: ["galley1:F.", "galley1:F.?", "galley1:."])
    func damage(metadata: String) {
        #expect(RunsCode.decodeTrials(metadata, frontier: 5) == [:])
    }

    @Test("tries are bounded: the least tried page gives way")
    func bounds() {
        var trials = Trials(found: [1: 3], frontier: 0)
        for offset in 10..<Int64(10 + Trials.most * 2) { #expect(trials.begin(offset).before == 0) }
        #expect(trials.tries.count == Trials.most)
        #expect(trials.begin(1).before == 3)
    }

    @Test("a map at its cap leaves room for the pages on trial")
    func room() {
        var ledger = OffsetLedger<String>(metadataCap: 400, countsCrashes: true)
        ledger.assign("p", committed: 0, metadata: "galley1:A.")
        var offset: Int64 = 0
        while ledger.hasRoom("p") {
            guard case .begun(let epoch) = ledger.begin("p", offset) else { break }
            if offset % 2 == 1 { _ = ledger.finish("p", offset, epoch: epoch) }
            offset += 1
        }
        for page in 0..<Int64(Trials.most) { _ = ledger.beginTrial("p", page * 2) }
        #expect(ledger.dueCommit("p").map { $0.metadata.utf8.count <= 400 } == true)
    }
}
