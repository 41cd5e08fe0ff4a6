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
        ledger.committed("p", hold)
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
        #expect(ledger.beginTrial("p", 0) == 1_000_000)
        #expect(ledger.beginTrial("p", 0) == 1_000_001)
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
            #expect(ledger.beginTrial("p", 6) == 0)
            ledger.acquit("p", 6)
            #expect(ledger.beginTrial("p", 5) == crash)
            last = try #require(ledger.dueCommit("p"))
        }
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
        for offset in 10..<Int64(10 + Trials.most * 2) { #expect(trials.begin(offset) == 0) }
        #expect(trials.tries.count == Trials.most)
        #expect(trials.begin(1) == 3)
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
