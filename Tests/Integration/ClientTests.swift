import Foundation
import Kafka
import TestSupport
import Testing

/// What the embedded cluster cannot prove about the client: transactions, times, topics, restarts.
@Suite(
    .waits,
    .enabled(if: RealKafka.script != nil, "skipped: no Kafka; set GALLEY_KAFKA_HOME"))
struct ClientTests {
    private func settings(_ kafka: RealKafka, _ group: String) -> ConsumerSettings {
        var settings = ConsumerSettings(client: kafka.client, group: group)
        settings.offsetReset = .earliest
        settings.sessionTimeoutMs = 6000
        settings.heartbeatMs = 500
        return settings
    }

    private func values(_ kafka: RealKafka, _ topic: String) throws -> [[UInt8]?] {
        var values: [[UInt8]?] = []
        try kafka.readAll([topic]) { values.append($0.value) }
        return values
    }

    /// A commit is answered before its marker stands in every partition: readers see it a moment later.
    private func soon(_ isSo: () throws -> Bool) rethrows -> Bool {
        for _ in 0..<20 where try isSo() { return true }
        return false
    }

    @Test func `a transaction is seen whole or not at all, its offsets with it, and a zombie is fenced`() throws {
        let kafka = try RealKafka.shared()
        let (input, output) = (kafka.ownName("in"), kafka.ownName("out"))
        try kafka.createTopics([input, output], partitions: 1)
        let place = TopicPartition(topic: input, partition: 0)
        var zombieSettings = ProducerSettings(client: kafka.client)
        zombieSettings.transactionalID = kafka.ownName("worker")
        let consumer = try Consumer(settings(kafka, kafka.ownName("g")))
        defer { consumer.close(deadlineMs: 5000) }
        try consumer.assign([PartitionOffset(place, offset: 0)])
        let group = try #require(try consumer.groupMetadata())

        let zombie = try Producer(zombieSettings) { _ in }
        try zombie.initTransactions(timeoutMs: patienceMs)
        try zombie.beginTransaction()
        try zombie.produce(topic: output, key: nil, value: [1], token: 1)
        try zombie.sendOffsets([PartitionOffset(place, offset: 5, metadata: "m")], group: group, timeoutMs: patienceMs)
        try zombie.commitTransaction()
        #expect(try soon { try values(kafka, output) == [[1]] })
        #expect(
            try consumer.committed([place], timeoutMs: patienceMs) == [PartitionOffset(place, offset: 5, metadata: "m")]
        )

        try zombie.beginTransaction()
        try zombie.produce(topic: output, key: nil, value: [2], token: 2)
        try zombie.abortTransaction()
        try zombie.beginTransaction()
        try zombie.produce(topic: output, key: nil, value: [3], token: 3)
        #expect(zombie.flush(timeoutMs: patienceMs) == 0)

        let heir = try Producer(zombieSettings) { _ in }
        try heir.initTransactions(timeoutMs: patienceMs)
        let fenced = #expect(throws: KafkaFault.self) { try zombie.commitTransaction(timeoutMs: patienceMs) }
        #expect(fenced?.isFatal == true, "\(fenced as Any)")
        try heir.beginTransaction()
        try heir.produce(topic: output, key: nil, value: [4], token: 4)
        try heir.commitTransaction()
        #expect(try soon { try values(kafka, output) == [[1], [4]] })
        zombie.close(deadlineMs: 5000)
        #expect(heir.close(deadlineMs: patienceMs))
    }

    @Test func `records are found by time, topics are made once, too large a record is refused for good`() throws {
        let kafka = try RealKafka.shared()
        let pages = kafka.ownName("pages")
        try kafka.createTopics([pages], partitions: 1)
        let admin = try Admin(kafka.client)
        defer { admin.close() }
        let again = try admin.createTopics([NewTopic(pages, partitions: 1, replicas: 1)], timeoutMs: patienceMs)
        #expect(again[pages]?.name == "TOPIC_ALREADY_EXISTS")
        #expect(try admin.topic("nowhere", timeoutMs: patienceMs).fault?.isUnknownTopic == true)

        // Recent, as retention would delete older ones.
        let start = (Int64(Date().timeIntervalSince1970) - 3600) * 1000
        let outcomes = Reports()
        let producer = try Producer(ProducerSettings(client: kafka.client)) { outcomes.add($0) }
        for number in 0..<10 {
            try producer.produce(
                topic: pages, key: nil, value: [1], timestampMs: start + Int64(number) * 1000,
                token: UInt64(number))
        }
        var noise = SeededGenerator(seed: 1)
        let large = (0..<1_500_000).flatMap { _ in withUnsafeBytes(of: noise.next()) { Array($0) } }
        try producer.produce(topic: pages, key: nil, value: large, token: 99)
        #expect(producer.flush(timeoutMs: patienceMs) == 0)
        #expect(producer.close(deadlineMs: patienceMs))
        let refused = outcomes.failures[99]
        #expect(refused?.isTooLarge == true && refused?.isRetriable == false, "\(refused as Any)")

        let place = TopicPartition(topic: pages, partition: 0)
        let found = try admin.offsetsForTimes([place: start + 3500], timeoutMs: patienceMs)
        #expect(found == [PartitionOffset(place, offset: 4)])
        #expect(try admin.offsetsForTimes([place: start + 10_000_000], timeoutMs: patienceMs).isEmpty)
    }

    @Test func `a group goes on after the broker was killed and started again`() throws {
        let kafka = try RealKafka()
        try kafka.createTopics(["pages"], partitions: 2)
        let consumer = try Consumer(settings(kafka, "g"))
        let producer = try Producer(ProducerSettings(client: kafka.client)) { _ in }
        try consumer.subscribe(["pages"]) { _ in }
        func exchange(_ numbers: Range<UInt64>) throws -> Set<[UInt8]> {
            for number in numbers {
                try producer.produce(topic: "pages", key: nil, value: [UInt8(number)], token: number)
            }
            var seen: Set<[UInt8]> = []
            let end = ContinuousClock.now + patience
            while seen.count < numbers.count, ContinuousClock.now < end {
                if case .record(let record) = try consumer.poll(timeoutMs: 100) { seen.insert(record.value ?? []) }
            }
            try consumer.commit(consumer.position(consumer.assignment), timeoutMs: patienceMs)
            return seen
        }
        #expect(try exchange(0..<20).count == 20)
        try kafka.kill()
        _ = try consumer.poll(timeoutMs: 500)
        try kafka.restart()
        #expect(try exchange(20..<40) == Set((20..<40).map { [UInt8($0)] }))
        #expect(consumer.close(deadlineMs: patienceMs))
        #expect(producer.close(deadlineMs: patienceMs))
    }

    @Test(.enabled(if: RealPages.folder != nil, "skipped: no pages; set GALLEY_DATA"))
    func `real pages come back from the topic byte for byte`() throws {
        let kafka = try RealKafka.shared()
        let topic = kafka.ownName("pages")
        try kafka.createTopics([topic], partitions: 4)
        let pages = try RealPages.read(100)
        try kafka.load(pages, count: 100, topic: topic)
        var bodies: [Int: [UInt8]] = [:]
        try kafka.readAll([topic]) { record in
            let id = record.headers.first { $0.name == "ce_id" }?.value ?? []
            bodies[Int(String(decoding: id, as: UTF8.self)) ?? -1] = record.value
        }
        #expect(bodies.count == 100)
        #expect(bodies.allSatisfy { pages[$0.key].body == $0.value })
        #expect(try kafka.count([topic]) == 100)
    }
}
