import Kafka
import Pages
import Synchronization
import TestSupport
import Testing
import Wire

@testable import Worker

extension WorkerTests {
    /// What the broker does wrong, and what must be seen.
    struct Faults {
        private func text(_ record: ConsumedRecord) -> String { String(decoding: record.value ?? [], as: UTF8.self) }

        @Test func `fault 5: an output that is away stops intake and nothing is lost`() throws {
            let bench = try Bench()
            var settings = bench.settings()
            settings.deliveryTimeoutMs = 1000
            let run = RunningWorker(bench, settings)
            try bench.load(Bench.pages(20))
            #expect(eventually { run.worker.status.balance.articles == 20 })
            try bench.breakTopic(Bench.output)
            try bench.load(Bench.pages(30, of: "more "))
            #expect(eventually { bench.said("output_away") })
            #expect(run.worker.status.pausedFor.contains("output articles"))
            #expect(!run.worker.status.isReady)
            // More than fits between the last poll and the pause.
            try bench.load(Bench.pages(30, of: "late "))
            #expect(run.worker.status.balance.input < 80)
            try bench.mendTopic(Bench.output)
            #expect(eventually { run.worker.status.balance.articles == 80 })
            #expect(eventually { run.worker.status.isReady })
            #expect(run.stop() == .stopped)
            #expect(Set(try bench.read(Bench.output).map(text)).count == 80)
            try bench.balance("fault 5, output away", mostRepeated: 80)
        }

        @Test func `fault 5: an outage longer than the session ends with reading on`() throws {
            let bench = try Bench(partitions: 2)
            var settings = bench.settings()
            settings.stallAfter = .milliseconds(300)
            let hold = Hold()
            let run = RunningWorker(bench, settings) { record in
                hold.pass()
                return Fake.work(record)
            }
            try bench.load(Bench.pages(10))
            #expect(eventually { hold.count > 0 })
            try bench.kafka.takeDown()
            hold.open()
            // Partitions are paused, as nothing is acknowledged, when the group gives the member up.
            #expect(eventually { !run.worker.status.pausedFor.isEmpty })
            #expect(eventually { run.worker.status.assigned.isEmpty })
            try bench.kafka.bringUp()
            try bench.load(Bench.pages(10, of: "after "))
            let ends = try bench.ends(of: "pages.raw")
            #expect(try eventually { try bench.committed().mapValues(\.offset) == ends })
            #expect(run.stop() == .stopped)
            #expect(Set(try bench.read(Bench.output).map(text)).count == 20)
            try bench.balance("fault 5, a long outage", mostRepeated: 20)
        }

        @Test func aStalledOutputIsSaidBeforeLibrdkafkaGivesUp() throws {
            let bench = try Bench()
            var settings = bench.settings()
            settings.stallAfter = .milliseconds(300)
            let run = RunningWorker(bench, settings)
            #expect(eventually { run.worker.status.assigned.count == 2 })
            try bench.breakTopic(Bench.output)
            try bench.load(Bench.pages(5))
            #expect(eventually { bench.said("output_stalled") })
            try bench.mendTopic(Bench.output)
            #expect(eventually { run.worker.status.balance.articles == 5 })
            #expect(bench.said("output_back"))
            #expect(run.stop() == .stopped)
        }

        @Test func `fault 7: an article that the broker refuses for good becomes a dead letter`() throws {
            let bench = try Bench(partitions: 1)
            var settings = bench.settings(stop: .atEnd)
            settings.adjustProducer = { $0.maxRecordBytes = 5000 }
            let big = Array(repeating: UInt8(ascii: "x"), count: 500)
            try bench.load([("a", big)] + Bench.pages(5))
            let run = RunningWorker(bench, settings) { record in
                guard record.value == big else { return Fake.work(record) }
                return .article(OutboundRecord(key: record.key, value: Array(repeating: 0, count: 100_000)))
            }
            #expect(run.end() == .finished)
            #expect(run.worker.status.balance.deadLetters == 1)
            #expect(run.worker.status.balance.articles == 5)
            let letter = try #require(try bench.read(Bench.dead).first)
            #expect(letter.value == big)
            #expect(letter.key == Array("a".utf8))
            #expect(letter.headers.first == Header(name: "n", text: "0"))
            #expect(letter.headers.contains(Header(name: "galley-reason", text: "unpublishable")))
            #expect(letter.headers.contains { $0.name == "__connect.errors.exception.message" })
            let input = try #require(try bench.read("pages.raw").first)
            #expect(letter.timestampMs == input.timestampMs)
            try bench.balance("fault 7, a record refused for good")
        }

        @Test func aDeadLetterRepeatsItsPageByteForByteAHeaderThatIsNoUTF8Included() throws {
            let bench = try Bench(partitions: 1)
            let producer = try Producer(ProducerSettings(client: bench.client), onDelivery: { _ in })
            let page = Array("dead ".utf8) + [0, 0xFF]
            let headers = [
                Header(nameBytes: [0x61, 0xFF], value: [0xFE]), Header(name: "null", value: nil),
                Header(name: "empty", value: []),
            ]
            try producer.produce(
                topic: "pages.raw", key: [0xFF, 0], value: page, headers: headers, timestampMs: 1234, token: 0)
            #expect(producer.flush(timeoutMs: 10_000) == 0)
            producer.close(deadlineMs: 1000)
            let letters = DeadLetterEncoder(connectorName: "galley", version: "1")
            let run = RunningWorker(bench, bench.settings(stop: .atEnd)) { record in
                .deadLetter(letters.record(record, fault: PageFault(.noBody, stage: "decode", "x"), attempts: 1))
            }
            #expect(run.end() == .finished)
            let letter = try #require(try bench.read(Bench.dead).first)
            #expect(letter.key == [0xFF, 0] && letter.value == page && letter.timestampMs == 1234)
            #expect(Array(letter.headers.prefix(3)) == headers)
        }

        @Test func `fault 10: a dead letter that is refused holds its partition until it is taken`() throws {
            let bench = try Bench(partitions: 2)
            var settings = bench.settings()
            settings.deliveryTimeoutMs = 1000
            let run = RunningWorker(bench, settings)
            #expect(eventually { run.worker.status.assigned.count == 2 })
            try bench.breakTopic(Bench.dead)
            try bench.load([("a", Array("dead 1".utf8))], partition: 0)
            #expect(eventually { bench.said("partition_held") })
            let place = TopicPartition(topic: "pages.raw", partition: 0)
            #expect(run.worker.status.held == [place])
            // The other partition goes on.
            try bench.load(Bench.pages(10), partition: 1)
            #expect(eventually { run.worker.status.balance.articles == 10 })
            try bench.load(Bench.pages(4, of: "after "), partition: 0)
            try bench.mendTopic(Bench.dead)
            #expect(eventually { run.worker.status.balance.deadLetters == 1 })
            #expect(eventually { run.worker.status.balance.articles == 14 })
            #expect(bench.said("partition_released"))
            #expect(run.stop() == .stopped)
            #expect(try bench.read(Bench.dead).count == 1)
            try bench.balance("fault 10, letters not taken", mostRepeated: 1)
        }

        @Test func `fault 10: a dead letter too large for its topic is stored as headers with its digest`() throws {
            let bench = try Bench(partitions: 1)
            var settings = bench.settings(stop: .atEnd)
            settings.adjustProducer = { $0.maxRecordBytes = 5000 }
            let page = Array("dead ".utf8) + Array(repeating: 0, count: 20_000)
            try bench.load([("a", page), ("a", Array("b".utf8))])
            let run = RunningWorker(bench, settings)
            #expect(run.end() == .finished)
            #expect(bench.said("unpublishable"))
            #expect(run.worker.status.balance.deadLetters == 1 && run.worker.status.balance.articles == 1)
            let letter = try #require(try bench.read(Bench.dead).first)
            #expect(letter.key == Array("a".utf8) && letter.value == [])
            let headers = Dictionary(letter.headers.map { ($0.name, $0.value) }, uniquingKeysWith: { $1 })
            #expect(headers["galley-value-bytes"] == Array("20005".utf8))
            #expect(headers["galley-value-sha256"]??.count == 64)
            #expect(headers["n"] == Array("0".utf8))
        }

        @Test func aFullProducerQueueParksPagesInOrder() throws {
            let bench = try Bench(partitions: 1)
            var settings = bench.settings(stop: .atEnd)
            settings.adjustProducer = { $0.queuedMessages = 10 }
            try bench.load(Bench.pages(500, keys: 3))
            let run = RunningWorker(bench, settings)
            #expect(run.end() == .finished)
            let articles = try bench.read(Bench.output)
            #expect(articles.count == 500)
            let byKey = Dictionary(grouping: articles) { $0.key ?? [] }
            for records in byKey.values {
                let numbers = records.compactMap { Int(text($0).split(separator: ":").last ?? "") }
                #expect(numbers == numbers.sorted())
            }
        }

        @Test func aBudgetOfFewBytesPausesAndResumes() throws {
            let bench = try Bench()
            var settings = bench.settings(stop: .atEnd)
            settings.holdBeforePause = .zero
            settings.memoryBytes = 32 << 20
            let page = Array(repeating: UInt8(ascii: "p"), count: 400_000)
            try bench.load((0..<20).map { ("k\($0)", page) })
            let run = RunningWorker(bench, settings) { _ in .article(OutboundRecord(value: [1])) }
            #expect(run.end() == .finished)
            #expect(run.worker.status.balance.articles == 20)
        }

        @Test func pagesThatUnfoldToMuchCountWithWhatTheyUnfoldToAndAreWorkedOnOneAtATime() throws {
            let bench = try Bench()
            var settings = bench.settings(stop: .atEnd)
            settings.permits = 4
            settings.memoryBytes = 32 << 20
            let (heavy, large) = (settings.memory.heavyPageBytes + 1, settings.memory.inFlightHigh)
            try bench.load(Bench.pages(40, keys: 40))
            let atWork = Mutex<(now: Int, most: Int)>((0, 0))
            let run = RunningWorker(bench, settings) { (record: InboundRecord, host: PageHost) in
                host.grew(heavy / 2)
                host.grew(heavy)
                atWork.withLock {
                    $0.now += 1
                    $0.most = max($0.most, $0.now)
                }
                defer { atWork.withLock { $0.now -= 1 } }
                host.grew(large)
                return Fake.work(record)
            }
            #expect(run.end() == .finished)
            #expect(run.worker.status.balance.articles == 40)
            #expect(atWork.withLock { $0.most } == 1)
            #expect(run.worker.status.inFlightBytes == 0)
        }

        @Test func whatAPageUnfoldsToShutsIntakeWhileItIsWorkedOn() throws {
            let bench = try Bench(partitions: 1)
            var settings = bench.settings()
            settings.memoryBytes = 32 << 20
            settings.holdBeforePause = .zero
            let large = settings.memory.inFlightHigh
            try bench.load(Bench.pages(1))
            let hold = Hold()
            let run = RunningWorker(bench, settings) { (record: InboundRecord, host: PageHost) in
                host.grew(large)
                hold.pass()
                return Fake.work(record)
            }
            #expect(eventually { run.worker.status.pausedFor == ["bytes in flight"] })
            #expect(run.worker.status.inFlightBytes > large)
            hold.open()
            #expect(eventually { run.worker.status.pausedFor.isEmpty })
            #expect(eventually { run.worker.status.inFlightBytes == 0 })
            #expect(run.stop() == .stopped)
        }

        @Test func aRightThatIsRefusedIsSaidAndTheStartFails() throws {
            let bench = try Bench()
            // 29: TOPIC_AUTHORIZATION_FAILED.
            try bench.kafka.setTopicError(Bench.output, code: 29)
            var settings = bench.settings()
            settings.startPatience = .milliseconds(100)
            let run = RunningWorker(bench, settings)
            guard case .startFailed(.refused(let detail)) = run.end() else {
                Issue.record("it started, or failed for something else")
                return
            }
            #expect(detail.contains("topic articles"))
            #expect(bench.said("start_failed"))
        }

        @Test
        func `fault 18: a producer that may not number its records says which right to grant, and works once it may`()
            throws
        {
            let bench = try Bench(partitions: 1)
            try bench.load(Bench.pages(10))
            // 31: CLUSTER_AUTHORIZATION_FAILED, as brokers before 2.8 say without IdempotentWrite.
            try bench.kafka.fail(.initProducerID, with: [31])
            let run = RunningWorker(bench, bench.settings())
            #expect(eventually { bench.said("producer_rebuilt") }, "\(bench.lines.withLock { $0.suffix(10) })")
            let line = try #require(bench.lines(of: "producer_rebuilt").first)
            #expect(line.contains("CLUSTER_AUTHORIZATION_FAILED") && line.contains("IdempotentWrite on the cluster"))
            #expect(eventually { run.worker.status.balance.articles == 10 })
            #expect(run.stop() == .stopped)
            try bench.balance("fault 18, no right on the cluster", mostRepeated: 10)
        }

        @Test func `fault 7: a right that is taken away in mid-run is waited for and nothing is lost`() throws {
            let bench = try Bench(partitions: 1)
            let hold = Hold()
            let run = RunningWorker(bench, bench.settings()) { record in
                hold.pass()
                return Fake.work(record)
            }
            try bench.load(Bench.pages(10))
            #expect(eventually { hold.count > 0 })
            // 29: TOPIC_AUTHORIZATION_FAILED.
            try bench.kafka.fail(.produce, with: [29, 29])
            hold.open()
            #expect(eventually { run.worker.status.balance.articles == 10 })
            #expect(bench.said("output_away") && bench.said("output_back"))
            #expect(run.stop() == .stopped)
            #expect(try Set(bench.read(Bench.output).map(text)).count == 10)
            try bench.balance("fault 7, a right taken away", mostRepeated: 10)
        }

        @Test func `fault 8: a coordinator that moves stops no commit`() throws {
            let bench = try Bench(partitions: 1)
            let place = TopicPartition(topic: "pages.raw", partition: 0)
            let run = RunningWorker(bench, bench.settings())
            try bench.load(Bench.pages(5))
            #expect(try eventually { try bench.committed(partitions: 1)[place]?.offset == 5 })
            try bench.kafka.setCoordinator(ofGroup: "galley", broker: 2)
            try bench.load(Bench.pages(5, of: "after "))
            #expect(try eventually { try bench.committed(partitions: 1)[place]?.offset == 10 })
            #expect(run.stop() == .stopped)
            try bench.balance("fault 8, a coordinator that moves")
        }
    }
}
