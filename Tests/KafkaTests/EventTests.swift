import Kafka
import TestSupport
import Testing

@Suite(.waits) struct EventTests {
    private let place = TopicPartition(topic: "pages", partition: 0)

    @Test func `logs come as typed events without secrets`() throws {
        let lines = Collected<ClientLogLine>()
        // A login at a listener that knows none: the attempt is logged.
        let kafka = try EmbeddedKafka(topics: ["pages": 1])
        var client = kafka.client
        client.security = Security(
            transport: .saslPlaintext, mechanism: .plain, username: "galley", password: "hunter2-hunter2")
        client.properties["debug"] = "conf,security,broker"
        let consumer = try Consumer(ConsumerSettings(client: client, group: "g")) { event in
            if case .log(let line) = event { lines.add(line) }
        }
        _ = try consumer.poll { _, _ in lines.count > 20 }
        consumer.close(deadlineMs: 500)
        #expect(lines.all.contains { $0.level == .debug && !$0.facility.isEmpty })
        #expect(!lines.all.contains { $0.message.contains("hunter2") })
    }

    @Test func `statistics come as typed values`() throws {
        let kafka = try EmbeddedKafka(topics: ["pages": 1])
        try kafka.fill("pages", 0..<10)
        var client = kafka.client
        client.statisticsIntervalMs = 50
        var settings = ConsumerSettings(client: client, group: "g")
        settings.offsetReset = .earliest
        let seen = Collected<Statistics>()
        let consumer = try Consumer(settings) { event in
            if case .statistics(let statistics) = event { seen.add(statistics) }
        }
        defer { consumer.close(deadlineMs: 2000) }
        try consumer.assign([PartitionOffset(place, offset: 0)])
        #expect(try consumer.records(10).count == 10)
        try consumer.commit([PartitionOffset(place, offset: 4)], timeoutMs: 5000)
        _ = try consumer.poll { _, _ in seen.all.last?.lags[place] != nil && seen.all.last?.group != nil }
        let last = try #require(seen.all.last)
        #expect(last.client.contains("galley"))
        #expect(last.brokers.contains { $0.isUp })
        let partition = try #require(last.partitions.first { $0.topicPartition == place })
        #expect(partition.highWatermark == 10)
        #expect(partition.lag == 6)
    }

    @Test func `a broker that is away is a fault event of the client`() throws {
        let faults = Collected<KafkaFault>()
        let client = ClientSettings(brokers: "127.0.0.1:1", properties: fast)
        let consumer = try Consumer(ConsumerSettings(client: client, group: "g")) { event in
            if case .fault(let fault) = event { faults.add(fault) }
        }
        _ = try consumer.poll { _, _ in faults.all.contains { $0.name == "_ALL_BROKERS_DOWN" } }
        #expect(faults.all.contains { $0.name == "_ALL_BROKERS_DOWN" && $0.isRetriable && !$0.isFatal })
        consumer.close(deadlineMs: 500)
    }
}
