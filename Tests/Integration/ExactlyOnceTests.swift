import Foundation
import Kafka
import TestSupport
import Testing

@Suite(
    .serialized,
    .enabled(if: WorkerRun.obstacle == nil, Comment(rawValue: "skipped: \(WorkerRun.obstacle ?? "")")))
struct ExactlyOnceTests {
    private func mode(_ id: String) -> [String] {
        ["--delivery-mode", "exactly-once", "--delivery-transactional-id", id]
    }

    @Test(arguments: [20_261_129 as UInt64])
    func `ten kills with two workers leave each page one outcome`(seed: UInt64) throws {
        let run = try WorkerRun(pages: 1500)
        var generator = SeededGenerator(seed: seed)
        var pair = [try run.start(mode: mode("one")), try run.start(mode: mode("two"))]
        _ = try run.waitForOutcomes(1, seconds: 60)
        for _ in 0..<10 {
            usleep(UInt32.random(in: 200_000...2_000_000, using: &generator))
            let victim = Int.random(in: 0..<2, using: &generator)
            pair[victim].kill()
            pair[victim] = try run.start(mode: mode(victim == 0 ? "one" : "two"))
        }
        let ledger = try run.waitUntilDone(seconds: 300)
        run.stopAll()
        run.check(ledger, "exactly once, ten kills (seed \(seed))")
        #expect(ledger.duplicates.isEmpty)
    }

    @Test func `members come and go and each page has one outcome`() throws {
        let run = try WorkerRun(pages: 1500)
        var members = [try run.start(mode: mode("0"))]
        _ = try run.waitForOutcomes(1, seconds: 60)
        for number in 1...4 {
            members.append(try run.start(mode: mode(String(number))))
            usleep(3_000_000)
            let leaver = members.removeFirst()
            leaver.terminate()
            #expect(leaver.wait(seconds: 15) == 0, "\(leaver.log.suffix(2000))")
        }
        let ledger = try run.waitUntilDone(seconds: 240)
        run.stopAll()
        run.check(ledger, "exactly once, members come and go")
        #expect(ledger.duplicates.isEmpty)
    }

    @Test func `a broker that freezes for 20 seconds costs time and nothing else`() throws {
        let run = try WorkerRun(pages: 1000)
        let worker = try run.start(mode: mode("one"))
        #expect(try run.waitForOutcomes(50, seconds: 60))
        try run.kafka.freeze()
        // The fault itself: its length is the test's subject.
        usleep(20_000_000)
        #expect(worker.isRunning)
        try run.kafka.thaw()
        let ledger = try run.waitUntilDone(seconds: 240)
        #expect(worker.isRunning)
        run.stopAll()
        run.check(ledger, "exactly once, frozen broker")
        #expect(ledger.duplicates.isEmpty)
    }

    @Test func `a worker that was frozen is shut out by its successor and repeats nothing`() throws {
        let run = try WorkerRun(pages: 1000)
        let zombie = try run.start(mode: mode("same"))
        #expect(try run.waitForOutcomes(50, seconds: 60))
        zombie.freeze()
        let successor = try run.start(mode: mode("same"))
        #expect(try run.waitForOutcomes(300, seconds: 120))
        zombie.thaw()
        usleep(3_000_000)
        zombie.kill()
        let ledger = try run.waitUntilDone(seconds: 240)
        #expect(successor.isRunning)
        run.stopAll()
        run.check(ledger, "exactly once, zombie")
        #expect(ledger.duplicates.isEmpty)
    }
}
