import Kafka
import Synchronization
import TestSupport
import Testing
import Wire

@testable import Worker

/// The worker on the embedded broker.
@Suite(.waits)
struct WorkerTests {
    private func text(_ record: ConsumedRecord) -> String { String(decoding: record.value ?? [], as: UTF8.self) }

    @Test func everyPageHasExactlyOneOutcome() throws {
        let bench = try Bench()
        var pages = Bench.pages(200) + Bench.pages(40, of: "reject ") + Bench.pages(30, of: "dead ")
        pages += Bench.pages(10, of: "skip ") + [("k1", nil), ("k2", nil), ("k3", [])]
        try bench.load(pages)
        let run = RunningWorker(bench, bench.settings(stop: .atEnd))
        #expect(run.end() == .finished)
        let balance = run.worker.status.balance
        #expect(balance.input == 283)
        #expect(balance.articles == 201)
        #expect(balance.rejected == 40)
        #expect(balance.deadLetters == 30)
        #expect(balance.skipped == 12)
        #expect(balance.inFlight == 0 && balance.returned == 0 && balance.late == 0)
        let articles = try bench.read(Bench.output)
        #expect(articles.count == 201)
        #expect(Set(articles.map(text)).count == 201)
        #expect(try bench.read(Bench.rejected).count == 40)
        #expect(try bench.read(Bench.dead).count == 30)
        #expect(try bench.committed().values.reduce(0) { $0 + $1.offset } == 283)
        #expect(bench.said("balance"))
    }

    @Test func theOrderOfEachKeyIsKeptWhileKeysGoInParallel() throws {
        let bench = try Bench(partitions: 1)
        try bench.load(Bench.pages(300, keys: 7))
        let order = Mutex<[String: [Int]]>([:])
        let run = RunningWorker(bench, bench.settings(stop: .atEnd)) { record in
            let parts = String(decoding: record.value ?? [], as: UTF8.self).split(separator: ":")
            order.withLock { $0[String(parts[0]), default: []].append(Int(parts[1]) ?? -1) }
            return Fake.work(record)
        }
        #expect(run.end() == .finished)
        let seen = order.withLock { $0 }
        #expect(seen.count == 7)
        for numbers in seen.values { #expect(numbers == numbers.sorted()) }
        #expect(seen.values.reduce(0) { $0 + $1.count } == 300)
    }

    @Test func aSlowPageHoldsItsKeyOnlyAndWhatIsDoneSurvivesARestart() throws {
        let bench = try Bench(partitions: 1)
        try bench.load([("slow", Array("slow".utf8))] + Bench.pages(50))
        let hold = Hold()
        let first = RunningWorker(bench, bench.settings()) { record in
            if record.value == Array("slow".utf8) { hold.pass() }
            return Fake.work(record)
        }
        #expect(eventually { first.worker.status.balance.articles == 50 })
        let place = TopicPartition(topic: "pages.raw", partition: 0)
        #expect(
            try eventually { try bench.committed(partitions: 1)[place]?.metadata?.hasPrefix("galley1:") == true })
        #expect(try bench.committed(partitions: 1)[place]?.offset == 0)
        // The worker ends without the slow page, as if it had been killed.
        var settings = bench.settings(stop: .atEnd)
        settings.drain = .zero
        first.worker.stop()
        hold.open()
        _ = first.end()
        let second = RunningWorker(bench, settings)
        #expect(second.end() == .finished)
        #expect(second.worker.status.balance.input <= 1)
        #expect(Set(try bench.read(Bench.output).map(text)).count == 51)
    }

    @Test func anOffsetIsCommittedAtAssignmentWithoutAnyRecord() throws {
        let bench = try Bench(partitions: 3)
        let run = RunningWorker(bench, bench.settings())
        #expect(try eventually { try bench.committed(partitions: 3).count == 3 })
        #expect(try bench.committed(partitions: 3).values.allSatisfy { $0.offset == 0 })
        #expect(run.stop() == .stopped)
    }

    @Test func aMissingTopicIsSaidAndTheStartFails() throws {
        let bench = try Bench(topics: ["pages.raw", Bench.output, Bench.rejected])
        var settings = bench.settings()
        settings.deadLetterTopic = "nowhere"
        settings.startPatience = .milliseconds(100)
        try bench.kafka.setTopicError("nowhere", code: 3)
        let run = RunningWorker(bench, settings)
        #expect(run.end() == .startFailed(.topicsMissing(["nowhere"])))
        #expect(bench.said("start_waits"))
        #expect(bench.said("start_failed"))
        #expect(bench.lines.withLock { $0.contains { $0.contains("do not exist: nowhere") } })
    }

    @Test func aBrokerThatIsAwayAtStartIsWaitedFor() throws {
        let bench = try Bench()
        try bench.load(Bench.pages(3))
        try bench.kafka.takeDown()
        let run = RunningWorker(bench, bench.settings(stop: .atEnd))
        #expect(eventually { bench.said("start_waits") })
        #expect(!run.worker.status.isReady)
        try bench.kafka.bringUp()
        #expect(run.end() == .finished)
        #expect(run.worker.status.balance.articles == 3)
    }

    @Test func `fault 2: a stop under load loses and repeats nothing`() throws {
        let bench = try Bench()
        try bench.load(Bench.pages(2000, keys: 50))
        let first = RunningWorker(bench, bench.settings())
        #expect(eventually { first.worker.status.balance.articles > 100 })
        #expect(first.stop() == .stopped)
        let second = RunningWorker(bench, bench.settings(stop: .atEnd))
        #expect(second.end() == .finished)
        let articles = try bench.read(Bench.output).map(text)
        #expect(articles.count == 2000)
        #expect(Set(articles).count == 2000)
        try bench.balance("fault 2, a stop under load")
    }

    @Test func aSecondStopEndsTheProcess() throws {
        let bench = try Bench(partitions: 1)
        try bench.load([("k", Array("x".utf8))])
        let status = Mutex<Int32?>(nil)
        let hold = Hold()
        let run = RunningWorker(
            bench, bench.settings(),
            work: { record in
                hold.pass()
                return Fake.work(record)
            }, hardExit: { code in status.withLock { $0 = code } })
        #expect(eventually { hold.count == 1 })
        run.worker.stop()
        #expect(eventually { run.worker.status.state == "draining" })
        run.worker.stop()
        #expect(eventually { status.withLock { $0 } == 130 })
        hold.open()
        #expect(run.end() == .stopped)
    }

    @Test func aSecondStopEndsTheProcessWhileItCloses() throws {
        let bench = try Bench(partitions: 1)
        let status = Mutex<Int32?>(nil)
        let run = RunningWorker(bench, bench.settings(), hardExit: { code in status.withLock { $0 = code } })
        #expect(eventually { run.worker.status.assigned.count == 1 })
        try bench.kafka.takeDown()
        run.worker.stop()
        #expect(eventually { run.worker.status.state == "flushed" })
        run.worker.stop()
        #expect(status.withLock { $0 } == 130)
        #expect(run.end() == .stopped)
    }

    @Test func aWorkerThatWaitsForABrokerAtStartIsLive() throws {
        let bench = try Bench()
        try bench.kafka.takeDown()
        let run = RunningWorker(bench, bench.settings())
        #expect(eventually { bench.said("start_waits") })
        var last = 0.0
        #expect(
            eventually {
                defer { last = run.worker.status.secondsSinceLoop }
                return run.worker.status.secondsSinceLoop < last
            })
        #expect(run.worker.status.isLive && !run.worker.status.isReady)
        run.stop()
    }

    @Test func aStopConditionCountsRecords() throws {
        let bench = try Bench(partitions: 1)
        try bench.load(Bench.pages(50))
        let run = RunningWorker(bench, bench.settings(stop: .afterRecords(20)))
        #expect(run.end() == .finished)
        #expect(run.worker.status.balance.input == 20)
        #expect(try bench.read(Bench.output).count == 20)
        #expect(try bench.committed(partitions: 1).values.first?.offset == 20)
    }
}
