import Kafka
import Synchronization
import TestSupport
import Testing
import Wire

@testable import Worker

extension WorkerTests {
    /// Members that come and go, epochs, offsets that are gone, clients that break.
    struct Group {
        private func text(_ record: ConsumedRecord) -> String { String(decoding: record.value ?? [], as: UTF8.self) }

        @Test func `fault 3: members that come and go lose nothing`() throws {
            let bench = try Bench(partitions: 4)
            let work: @Sendable (InboundRecord) -> WorkResult = { record in
                // A page of some milliseconds, so that work is under way whenever partitions move.
                let end = ContinuousClock.now + .milliseconds(3)
                while ContinuousClock.now < end {}
                return Fake.work(record)
            }
            try bench.load(Bench.pages(1200, keys: 40))
            let settings = bench.settingsForDroppedMembers(mostUncommitted: 100)
            let first = RunningWorker(bench, settings, work: work)
            #expect(eventually { first.worker.status.balance.articles > 50 })
            let second = RunningWorker(bench, settings, work: work)
            #expect(eventually { !second.worker.status.assigned.isEmpty })
            try bench.load(Bench.pages(600, keys: 40, of: "b "))
            #expect(first.stop() == .stopped)
            let third = RunningWorker(bench, settings, work: work)
            #expect(eventually { !third.worker.status.assigned.isEmpty })
            #expect(second.stop() == .stopped)
            let ends = try bench.ends(of: "pages.raw")
            #expect(
                try eventually { try bench.committed(partitions: 4).mapValues(\.offset) == ends },
                "every page is finished, whoever did it")
            #expect(third.stop() == .stopped)
            for run in [first, second, third] { #expect(run.worker.status.balance.inFlight == 0) }
            // The embedded broker drops members from a rebalance that a real one waits for: pages may be done twice here.
            #expect(Set(try bench.read(Bench.output).map(text)).count == 1800)
            try bench.balance("fault 3, members come and go", mostRepeated: bench.mostRepeated(settings))
        }

        @Test func `fault 4: a completion after the revocation is refused`() throws {
            let bench = try Bench(partitions: 2)
            try bench.load([("a", Array("0".utf8))], partition: 0)
            try bench.load([("b", Array("1".utf8))], partition: 1)
            let hold = Hold()
            let first = RunningWorker(bench, bench.settings()) { record in
                hold.pass()
                return Fake.work(record)
            }
            #expect(eventually { hold.count == 2 })
            let second = RunningWorker(bench, bench.settings())
            #expect(eventually { second.worker.status.balance.articles == 1 })
            #expect(first.worker.status.assigned.count == 1)
            hold.open()
            #expect(eventually { first.worker.status.balance.articles == 1 && first.worker.status.balance.late == 1 })
            #expect(bench.said("late_completion"))
            #expect(first.stop() == .stopped)
            #expect(second.stop() == .stopped)
            #expect(try bench.committed().values.allSatisfy { $0.offset == 1 })
            // What was late was not published: the next owner's article is the only one.
            #expect(try bench.read(Bench.output).count == 2)
            try bench.balance("fault 4, a late completion")
        }

        @Test func anOffsetThatIsGoneIsSaidAndReadingGoesOnAtTheOldest() throws {
            let bench = try Bench(partitions: 1)
            try bench.load(Bench.pages(5))
            let place = TopicPartition(topic: "pages.raw", partition: 0)
            let other = try Consumer(ConsumerSettings(client: bench.client, group: "galley"))
            try other.commit([PartitionOffset(place, offset: 4000)])
            other.close(deadlineMs: 1000)
            let run = RunningWorker(bench, bench.settings())
            #expect(eventually { run.worker.status.balance.articles == 5 })
            #expect(bench.said("offset_gone"))
            #expect(run.stop() == .stopped)
            #expect(try bench.committed(partitions: 1)[place]?.offset == 5)
        }

        @Test func manyOffsetsThatAreGoneAreMendedWithoutLeavingTheGroup() throws {
            let bench = try Bench(partitions: 3)
            let places = (0..<Int32(3)).map { TopicPartition(topic: "pages.raw", partition: $0) }
            for place in places { try bench.load(Bench.pages(5), partition: place.partition) }
            let other = try Consumer(ConsumerSettings(client: bench.client, group: "galley"))
            try other.commit(places.map { PartitionOffset($0, offset: 4000) })
            other.close(deadlineMs: 1000)
            let run = RunningWorker(bench, bench.settings())
            #expect(eventually { run.worker.status.balance.articles == 15 })
            #expect(run.stop() == .stopped)
            let count = bench.lines.withLock { lines in
                lines.count { $0.contains("\"event\":\"rebalance\"") && $0.contains("partitions assigned") }
            }
            #expect(count == 1)
            #expect(try bench.committed(partitions: 3).values.map(\.offset) == [5, 5, 5])
        }

        @Test func `fault 8: a commit that fails is made again`() throws {
            let bench = try Bench(partitions: 1)
            try bench.load(Bench.pages(10))
            // 28: INVALID_COMMIT_OFFSET_SIZE, which nothing below the worker tries again.
            try bench.kafka.fail(.offsetCommit, with: [28, 28, 28])
            let run = RunningWorker(bench, bench.settings())
            let place = TopicPartition(topic: "pages.raw", partition: 0)
            #expect(try eventually { try bench.committed(partitions: 1)[place]?.offset == 10 })
            #expect(bench.said("commit_failed"))
            #expect(run.stop() == .stopped)
            try bench.balance("fault 8, refused commits")
        }

        @Test func `fault 7: a producer that breaks for good is replaced`() throws {
            let bench = try Bench(partitions: 1)
            let hold = Hold()
            let run = RunningWorker(bench, bench.settings()) { record in
                hold.pass()
                return Fake.work(record)
            }
            try bench.load(Bench.pages(20))
            #expect(eventually { hold.count > 0 })
            // 45: OUT_OF_ORDER_SEQUENCE_NUMBER with nothing in flight before it: an idempotent producer never sends again.
            try bench.kafka.fail(.produce, with: [45])
            hold.open()
            #expect(eventually { run.worker.status.balance.articles == 20 })
            #expect(bench.said("producer_rebuilt"))
            #expect(run.stop() == .stopped)
            try bench.balance("fault 7, a broken producer", mostRepeated: 20)
        }

        @Test func aPageThatHangsDoesNotHoldUpTheEnd() throws {
            let bench = try Bench(partitions: 1)
            try bench.load([("k", Array("x".utf8))])
            let hold = Hold()
            var settings = bench.settings()
            settings.drain = .milliseconds(200)
            let run = RunningWorker(bench, settings) { record in
                hold.pass()
                return Fake.work(record)
            }
            #expect(eventually { hold.count == 1 })
            #expect(run.stop() == .drainExpired(left: 1))
            #expect(try bench.committed(partitions: 1).values.first?.offset == 0)
            hold.open()
        }

        @Test func anEndWithAPageThatHangsIsInTimeHoweverLongTheGroupWouldWait() throws {
            let bench = try Bench(partitions: 1)
            try bench.load([("k", Array("x".utf8))])
            let hold = Hold()
            defer { hold.open() }
            var settings = bench.settings()
            // A revocation may wait for a third of this, far longer than the watchdog does.
            settings.sessionTimeoutMs = 60_000
            settings.drain = .milliseconds(200)
            let run = RunningWorker(bench, settings) { record in
                hold.pass()
                return Fake.work(record)
            }
            #expect(eventually { hold.count == 1 })
            // An end by force would be recorded as an issue.
            #expect(run.stop() == .drainExpired(left: 1))
        }

        @Test func `fault 9: a page that ends its worker again and again becomes a dead letter`() throws {
            let bench = try Bench(partitions: 1)
            try bench.load(Bench.pages(10) + [("bad", Array("hang".utf8))] + Bench.pages(10, of: "b "))
            let hold = Hold()
            defer { hold.open() }
            var settings = bench.settings()
            settings.attempts = 1
            settings.hangAfter = .milliseconds(300)
            settings.drain = .milliseconds(100)
            // The first is not known by name yet, the second is; the third does not try again.
            for attempt in 0..<2 {
                let forced = Forced()
                let run = RunningWorker(
                    bench, settings,
                    work: { record in
                        if record.value == Array("hang".utf8) { hold.pass() }
                        return Fake.work(record)
                    }, hardExit: { forced.status.store($0, ordering: .sequentiallyConsistent) })
                #expect(eventually { forced.status.load(ordering: .sequentiallyConsistent) == 70 })
                #expect(bench.said("page_hangs"))
                if attempt == 0 { #expect(eventually { run.worker.status.balance.articles == 20 }) }
                #expect(run.stop() == .drainExpired(left: 1))
            }
            let last = RunningWorker(bench, settings)
            #expect(eventually { last.worker.status.balance.deadLetters == 1 })
            #expect(last.stop() == .stopped)
            #expect(bench.said("page_quarantined"))
            #expect(try bench.committed(partitions: 1).values.first?.offset == 21)
            let letter = try #require(try bench.read(Bench.dead).first)
            let reason = letter.headers.first { $0.name == "galley-reason" }?.value
            #expect(reason == Array("crash".utf8))
            #expect(try bench.read(Bench.output).count == 20)
            try bench.balance("fault 9, a page that hangs")
        }
    }
}

/// The status of an end by force.
private final class Forced: Sendable {
    let status = Atomic(Int32(0))
}
