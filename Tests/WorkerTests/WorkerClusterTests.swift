import Foundation
import Kafka
import Synchronization
import TestSupport
import Testing
import Wire

@testable import Worker

extension Balance {
    /// Outcomes acknowledged.
    fileprivate var outcomes: Int { articles + rejected + deadLetters }
}

extension WorkerTests {
    /// A cluster that is slow, moves, goes and comes, and members that do.
    struct Cluster {
        /// A page that takes so long that work is under way whenever something happens.
        private static let slowly: @Sendable (InboundRecord) -> WorkResult = { record in
            usleep(20_000)
            return Fake.work(record)
        }

        @Test func `fault 3: the partitions that a member keeps flow on while another joins`() throws {
            let bench = try Bench(partitions: 4)
            try bench.load(Bench.pages(1500, keys: 40))
            // Room enough to go on while the group moves, when no commit is made.
            let settings = bench.settingsForDroppedMembers(mostUncommitted: 400)
            let first = RunningWorker(bench, settings, work: Self.slowly)
            #expect(eventually { first.worker.status.balance.articles > 20 })
            let before = first.worker.status.balance.articles
            let second = RunningWorker(bench, settings, work: Self.slowly)
            #expect(eventually { !second.worker.status.assigned.isEmpty })
            #expect(first.worker.status.balance.articles > before + 20, "the first stood still while the second joined")
            let ends = try bench.ends(of: "pages.raw")
            #expect(try eventually { try bench.committed(partitions: 4).mapValues(\.offset) == ends })
            #expect(first.stop() == .stopped)
            #expect(second.stop() == .stopped)
            // The embedded broker drops members from a rebalance that a real one waits for: pages may be done twice here.
            try bench.balance("fault 3, another joins", mostRepeated: bench.mostRepeated(settings))
        }

        @Test func `fault 6: records whose answers come too late are sent again, and the repeats are the same`() throws
        {
            let bench = try Bench()
            var settings = bench.settings()
            settings.deliveryTimeoutMs = 1000
            let run = RunningWorker(bench, settings)
            try bench.load(Bench.pages(20))
            #expect(eventually { run.worker.status.balance.articles == 20 })
            try bench.kafka.setRoundTrip(milliseconds: 3000, broker: 2)
            try bench.kafka.setLeader(of: TopicPartition(topic: Bench.output, partition: 0), broker: 2)
            try bench.load(Bench.pages(30, of: "late "))
            // They are there, some twice, and not acknowledged.
            #expect(try eventually { try bench.ends(of: Bench.output).values.reduce(0, +) > 50 })
            #expect(run.worker.status.balance.articles < 50)
            try bench.kafka.setRoundTrip(milliseconds: 0, broker: 2)
            #expect(eventually { run.worker.status.balance.articles == 50 })
            #expect(run.stop() == .stopped)
            // The embedded broker does not know a batch that it has; a real one takes each once.
            try bench.balance("fault 6, late answers", mostRepeated: .max)
        }

        @Test func `fault 8: without its coordinator a worker works on, ends in time, and the next one goes on`() throws
        {
            let bench = try Bench()
            let run = RunningWorker(bench, bench.settings())
            try bench.load(Bench.pages(10))
            #expect(try eventually { try bench.committed().values.reduce(0) { $0 + $1.offset } == 10 })
            try bench.kafka.takeDown(broker: 2)
            try bench.kafka.setCoordinator(ofGroup: "galley", broker: 2)
            try bench.load(Bench.pages(10, of: "alone "))
            #expect(eventually { run.worker.status.balance.articles == 20 })
            // An end by force would be recorded as an issue.
            #expect(run.stop() != nil)
            try bench.kafka.setCoordinator(ofGroup: "galley", broker: 1)
            let next = RunningWorker(bench, bench.settings(stop: .atEnd))
            #expect(next.end() == .finished)
            try bench.balance("fault 8, no coordinator", mostRepeated: 10)
        }

        @Test func `fault 12: records that go while a worker is behind them are said to be gone, and counted`() throws {
            let bench = try Bench(partitions: 1)
            var settings = bench.settings()
            settings.memoryBytes = 32 << 20
            let hold = Hold()
            let run = RunningWorker(bench, settings) { record in
                hold.pass()
                return .article(OutboundRecord(key: record.key, value: record.value?.prefix(8).map { $0 }))
            }
            try bench.load(Self.large(0..<4))
            #expect(eventually { hold.count > 0 })
            // The embedded broker keeps 5 MiB of a partition: most of these go before they are fetched.
            try bench.load(Self.large(4..<100))
            hold.open()
            #expect(eventually { bench.said("offset_gone") })
            let end = try bench.ends(of: "pages.raw")
            #expect(try eventually { try bench.committed(partitions: 1).mapValues(\.offset) == end })
            #expect(run.stop() == .stopped)
            let done = try Set(bench.read(Bench.output).compactMap(\.value)).count
            let gone = bench.lines.withLock { $0.reduce(0) { $0 + Self.gone($1) } }
            print("fault 12, mock: inputs 100: articles \(done), said to be gone \(gone)")
            #expect(done + gone == 100 && gone > 0)
        }

        /// Pages that no coding makes smaller; the first eight bytes tell them apart.
        private static func large(_ numbers: Range<Int>) -> [(key: String, value: [UInt8]?)] {
            numbers.map { number in
                var random = SeededGenerator(seed: UInt64(number))
                return ("k", (0..<50_000).flatMap { _ in withUnsafeBytes(of: random.next()) { Array($0) } })
            }
        }

        /// How many records a line says to be gone.
        private static func gone(_ line: String) -> Int {
            guard line.contains(#""event":"offset_gone""#),
                let fields = try? JSONSerialization.jsonObject(with: Data(line.utf8)) as? [String: Any],
                let expected = fields["expected"] as? Int, let chosen = fields["chosen"] as? Int
            else { return 0 }
            return chosen - expected
        }

        @Test func `fault 13: a reading loop that is stuck makes the worker not live, until it goes on`() throws {
            let bench = try Bench()
            let hold = Hold()
            // The loop says itself what it was assigned: there it is kept.
            let telemetry = bench.telemetry { if $0.contains(#""event":"rebalance""#) { hold.pass() } }
            let run = RunningWorker(bench, bench.settings(), telemetry: telemetry)
            try bench.load(Bench.pages(20))
            #expect(eventually { hold.count > 0 })
            #expect(run.worker.status.isLive)
            #expect(eventually(within: .seconds(120)) { !run.worker.status.isLive })
            #expect(run.worker.status.dead.contains { $0.contains("the reading loop has not come round") })
            hold.open()
            #expect(eventually { run.worker.status.isLive && run.worker.status.balance.articles == 20 })
            #expect(run.stop() == .stopped)
            try bench.balance("fault 13, stuck loop", mostRepeated: 20)
        }

        @Test(arguments: [UInt64(20_261_129)])
        func `fault 17: leaders that move, slow answers and a broker that flaps keep the order of each key`(
            seed: UInt64
        )
            throws
        {
            let bench = try Bench(partitions: 4)
            let run = RunningWorker(bench, bench.settings())
            var random = SeededGenerator(seed: seed)
            let places = (0..<4).map { TopicPartition(topic: "pages.raw", partition: $0) }
            let outputs = [Bench.output, Bench.rejected, Bench.dead].map { TopicPartition(topic: $0, partition: 0) }
            let kinds = ["", "reject ", "dead "]
            for round in 0..<12 {
                try bench.load(Bench.pages(30, keys: 9, of: "\(kinds[round % 3])\(round) "))
                let place = (places + outputs).randomElement(using: &random) ?? places[0]
                try bench.kafka.setLeader(of: place, broker: Int32.random(in: 1...2, using: &random))
                switch round % 3 {
                case 0: try bench.kafka.setRoundTrip(milliseconds: 500)
                case 1: try bench.kafka.takeDown(broker: 2)
                default: break
                }
                // How long it is so: the fault itself.
                usleep(UInt32.random(in: 300_000...1_500_000, using: &random))
                try bench.kafka.setRoundTrip(milliseconds: 0)
                try bench.kafka.bringUp(broker: 2)
            }
            #expect(eventually { run.worker.status.balance.outcomes == 360 })
            #expect(run.stop() == .stopped)
            try bench.balance("fault 17, moving leaders (seed \(seed))", mostRepeated: .max)
        }
    }
}
