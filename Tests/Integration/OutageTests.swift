import Foundation
import Kafka
import TestSupport
import Testing

/// Brokers that are away, nodes that fail one after the other, records that are gone.
@Suite(
    .waits,
    .enabled(if: WorkerRun.obstacle == nil, Comment(rawValue: "skipped: \(WorkerRun.obstacle ?? "")")))
struct OutageTests {
    @Test(arguments: Guarantee.allCases)
    func `fault 5: while the broker is away a worker is live and not ready, its memory stays flat, and it recovers`(
        _ guarantee: Guarantee
    ) throws {
        let run = try WorkerRun(pages: 1500, guarantee, isHurt: true)
        let worker = try run.start(admin: "127.0.0.1:0")
        #expect(try run.waitForOutcomes(50))
        #expect(eventually(within: .seconds(120)) { worker.status("readyz") == 200 })
        try run.kafka.kill()
        #expect(eventually(within: .seconds(60)) { worker.status("readyz") == 503 })
        let memory = worker.residentMemory
        // The fault itself: its length is the test's subject.
        let end = ContinuousClock.now + .seconds(FaultForm.isLong ? 180 : 15)
        while ContinuousClock.now < end {
            #expect(worker.status("livez") == 200 && worker.status("readyz") == 503)
            usleep(1_000_000)
        }
        let grown = worker.residentMemory - memory
        #expect(grown <= 32 << 20, "\(memory >> 20) MiB and \(grown >> 20) more")
        try run.kafka.restart()
        #expect(eventually(within: .seconds(90)) { worker.status("readyz") == 200 })
        let ledger = try run.waitUntilDone()
        #expect(worker.isRunning)
        run.stopAll()
        run.check(ledger, "fault 5, broker away")
    }

    @Test func `fault 12: records that go while a worker is behind them are said to be gone, and counted`() throws {
        let run = try WorkerRun(pages: 2000, memory: 33_554_432)
        let worker = try run.start()
        #expect(try run.waitForOutcomes(20))
        worker.freeze()
        let done = try run.kafka.count(run.topics.outputs)
        #expect(done < 1000, "there was nothing left to be behind of")
        try run.kafka.deleteRecords(run.topics.input, but: 50)
        worker.thaw()
        #expect(eventually(within: .seconds(90)) { worker.log.contains(#""event":"offset_gone""#) })
        // Each page is done, or said to be gone: none is neither. One is both where the group thinks the frozen worker dead before it has
        // committed what was done.
        func accounted(_ ledger: Ledger) -> Int { Set(ledger.outcomes.keys).union(Self.gone(worker)).count }
        var ledger = try Ledger.read(run.kafka, run.topics)
        let end = ContinuousClock.now + patience
        while accounted(ledger) < run.count || !ledger.missing.isEmpty, ContinuousClock.now < end {
            usleep(500_000)
            ledger = try Ledger.read(run.kafka, run.topics)
        }
        run.stopAll()
        let gone = Self.gone(worker)
        print(
            "fault 12, records gone, real: \(ledger.outcomes.count) done, \(gone.count) said to be gone of \(run.count)"
        )
        #expect(ledger.missing.isEmpty && ledger.contradictions.isEmpty && ledger.unreadable.isEmpty)
        #expect(accounted(ledger) == run.count && !gone.isEmpty, "\(worker.log.suffix(3000))")
    }

    /// The places of the records that a worker's log says are gone.
    private static func gone(_ worker: GalleyProcess) -> Set<Ledger.Origin> {
        var places: Set<Ledger.Origin> = []
        for fields in worker.lines(of: "offset_gone") {
            guard let name = fields["partition"] as? String, let bracket = name.lastIndex(of: "["),
                let partition = Int(name[bracket...].dropFirst().dropLast()), let from = fields["expected"] as? Int,
                let to = fields["chosen"] as? Int, from <= to
            else {
                Issue.record("what is gone is not told: \(fields)")
                continue
            }
            for offset in from..<to {
                places.insert(Ledger.Origin(topic: String(name[..<bracket]), partition: partition, offset: offset))
            }
        }
        return places
    }

    @Test(arguments: FaultForm.isLong ? Guarantee.allCases : [.exactlyOnce])
    func `fault 17: nodes that fail one after the other cost time and nothing else`(_ guarantee: Guarantee) throws {
        let run = try WorkerRun(pages: 1500, guarantee, nodes: 3)
        let workers = [try run.start(id: "0"), try run.start(id: "1")]
        #expect(try run.waitForOutcomes(50))
        for round in 0..<(FaultForm.isLong ? 9 : 3) {
            let node = round % 3 + 1
            if round % 2 == 0 { try run.kafka.kill(node: node) } else { try run.kafka.freeze(node: node) }
            // Leaders, coordinators and the controller move meanwhile; how long it lasts is the fault itself.
            usleep(4_000_000)
            if round % 2 == 0 { try run.kafka.restart(node: node) } else { try run.kafka.thaw(node: node) }
            try run.add(pages: 200)
        }
        let ledger = try run.waitUntilDone()
        #expect(workers.allSatisfy { $0.isRunning })
        run.stopAll()
        run.check(ledger, "fault 17, nodes fail in turn")
    }
}
