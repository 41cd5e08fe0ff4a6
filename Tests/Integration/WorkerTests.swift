import Foundation
import TestSupport
import Testing

@Suite(
    .waits,
    .enabled(if: WorkerRun.obstacle == nil, Comment(rawValue: "skipped: \(WorkerRun.obstacle ?? "")")))
struct WorkerTests {
    @Test func `a clean pass gives each of 500 real pages one outcome`() throws {
        let run = try WorkerRun(pages: 500)
        try run.start()
        let ledger = try run.waitUntilDone()
        run.stopAll()
        run.check(ledger, "clean pass")
        #expect(ledger.duplicates.isEmpty)
    }

    @Test(arguments: [(Guarantee.atLeastOnce, 20_261_123), (.exactlyOnce, 20_261_129)] as [(Guarantee, UInt64)])
    func `fault 1: kills at random points lose nothing and repeat no more than may be uncommitted`(
        _ guarantee: Guarantee, seed: UInt64
    ) throws {
        let (kills, most) = (FaultForm.isLong ? 100 : 10, 50)
        let run = try WorkerRun(pages: kills * 150, guarantee)
        var generator = SeededGenerator(seed: seed)
        let bound = ["--delivery-uncommitted-pages", String(most)]
        var pair = [try run.start(id: "0", more: bound), try run.start(id: "1", more: bound)]
        _ = try run.waitForOutcomes(1)
        for _ in 0..<kills {
            usleep(UInt32.random(in: 200_000...2_000_000, using: &generator))
            let victim = Int.random(in: 0..<2, using: &generator)
            pair[victim].kill()
            pair[victim] = try run.start(id: String(victim), more: bound)
        }
        let ledger = try run.waitUntilDone()
        run.stopAll()
        run.check(ledger, "fault 1, \(kills) kills (seed \(seed))", mostRepeated: kills * most)
    }

    @Test func `fault 2: an orderly stop under load is in time and repeats nothing`() throws {
        let run = try WorkerRun(pages: 1000)
        let first = try run.start()
        #expect(try run.waitForOutcomes(100))
        first.terminate()
        #expect(first.wait(seconds: 120) == 0, "\(first.log.suffix(2000))")
        #expect(try run.kafka.count(run.topics.outputs) < 1000, "there was no load left to stop under")
        try run.start()
        let ledger = try run.waitUntilDone()
        run.stopAll()
        run.check(ledger, "fault 2, orderly stop")
        #expect(ledger.duplicates.isEmpty)
    }

    @Test(arguments: Guarantee.allCases) func `fault 3: members come and go and nothing is lost`(_ guarantee: Guarantee)
        throws
    {
        let run = try WorkerRun(pages: 1500, guarantee)
        var members = [try run.start(id: "0")]
        _ = try run.waitForOutcomes(1)
        for number in 1...4 {
            members.append(try run.start(id: String(number)))
            usleep(3_000_000)
            let leaver = members.removeFirst()
            leaver.terminate()
            #expect(leaver.wait(seconds: 120) == 0, "\(leaver.log.suffix(2000))")
        }
        let ledger = try run.waitUntilDone()
        run.stopAll()
        run.check(ledger, "fault 3, members come and go")
    }

    @Test func `a topic that does not exist is waited for, then named, and ends the start`() throws {
        let run = try WorkerRun(pages: 1)
        let worker = try run.start(["--input-topics", "pages.misspelt"])
        #expect(worker.wait(seconds: 120) == 78)
        #expect(worker.log.contains("pages.misspelt"))
        #expect(try run.kafka.count(run.topics.outputs) == 0)
    }

    @Test(arguments: Guarantee.allCases)
    func `fault 17: a broker that freezes for 20 seconds costs time and nothing else`(_ guarantee: Guarantee) throws {
        let run = try WorkerRun(pages: 1000, guarantee, isHurt: true)
        let worker = try run.start()
        #expect(try run.waitForOutcomes(50))
        try run.kafka.freeze()
        // The fault itself: its length is the test's subject.
        usleep(20_000_000)
        #expect(worker.isRunning)
        try run.kafka.thaw()
        let ledger = try run.waitUntilDone()
        #expect(worker.isRunning)
        run.stopAll()
        run.check(ledger, "fault 17, frozen broker")
    }

    @Test func `fault 14: a worker that was frozen is shut out by its successor with the same id and repeats nothing`()
        throws
    {
        let run = try WorkerRun(pages: 1000, .exactlyOnce)
        let zombie = try run.start(id: "same")
        #expect(try run.waitForOutcomes(50))
        zombie.freeze()
        let successor = try run.start(id: "same")
        #expect(try run.waitForOutcomes(300))
        zombie.thaw()
        usleep(3_000_000)
        zombie.kill()
        let ledger = try run.waitUntilDone()
        #expect(successor.isRunning)
        run.stopAll()
        run.check(ledger, "fault 14, zombie")
    }
}
