import Glibc
import Kafka
import TestSupport
import Testing

@Suite(.waits) struct ClusterTests {
    @Test func `a topic that exists is described`() throws {
        let kafka = try EmbeddedKafka(brokerCount: 2, topics: ["pages": 3])
        let admin = try Admin(kafka.client)
        defer { admin.close() }
        let topic = try admin.topic("pages", timeoutMs: 5000)
        #expect(topic.exists)
        #expect(topic.partitions.map(\.id) == [0, 1, 2])
        #expect(try admin.probe(timeoutMs: 5000).count == 2)
        #expect(try admin.topics(timeoutMs: 5000).map(\.name) == ["pages"])
        let ends = try admin.watermarks(of: "pages", timeoutMs: 5000)
        #expect(ends.count == 3 && ends.values.allSatisfy { $0.count == 0 })
    }

    @Test func `a topic that is missing or hidden says so`() throws {
        let kafka = try EmbeddedKafka(topics: ["pages": 1])
        let admin = try Admin(kafka.client)
        defer { admin.close() }
        // The embedded cluster makes a topic that is asked for, unless it is told to deny it.
        try kafka.setTopicError("nowhere", code: 3)
        let missing = try admin.topic("nowhere", timeoutMs: 5000)
        #expect(!missing.exists)
        #expect(missing.fault?.isUnknownTopic == true)
        #expect(missing.fault?.remedy.contains("Create the topic") == true)
        try kafka.setTopicError("pages", code: 29)
        let hidden = try admin.topic("pages", timeoutMs: 5000)
        #expect(hidden.fault?.name == "TOPIC_AUTHORIZATION_FAILED")
        #expect(hidden.fault?.remedy.contains("Grant") == true)
    }

    @Test func `a subscription to a missing topic is reported by the poll`() throws {
        let kafka = try EmbeddedKafka(topics: ["pages": 1])
        try kafka.setTopicError("nowhere", code: 3)
        let consumer = try kafka.member(of: "g")
        defer { consumer.close(deadlineMs: 3000) }
        try consumer.subscribe(["nowhere"]) { _ in }
        let seen = try consumer.poll { _, faults in !faults.isEmpty }
        #expect(seen.faults.first?.isUnknownTopic == true)
        #expect(seen.faults.first?.topicPartition?.topic == "nowhere")
    }

    @Test func `a subscription to a refused topic is reported by the poll`() throws {
        let kafka = try EmbeddedKafka(topics: ["pages": 1])
        try kafka.setTopicError("pages", code: 29)
        let consumer = try kafka.member(of: "g")
        defer { consumer.close(deadlineMs: 3000) }
        try consumer.subscribe(["pages"]) { _ in }
        let seen = try consumer.poll { _, faults in !faults.isEmpty }
        #expect(seen.faults.first?.isAuthorization == true)
    }

    @Test func `the port of a broker that is down is given to nobody`() throws {
        let kafka = try EmbeddedKafka(brokerCount: 2, topics: ["pages": 1])
        let ports = kafka.brokers.split(separator: ",").compactMap { UInt16($0.split(separator: ":").last ?? "") }
        func isFree(_ port: UInt16) -> Bool {
            let socket = socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
            defer { close(socket) }
            var address = sockaddr_in()
            address.sin_family = sa_family_t(AF_INET)
            address.sin_port = port.bigEndian
            address.sin_addr.s_addr = INADDR_LOOPBACK.bigEndian
            return withUnsafePointer(to: &address) {
                $0.withMemoryRebound(to: sockaddr.self, capacity: 1) {
                    bind(socket, $0, socklen_t(MemoryLayout<sockaddr_in>.size)) == 0
                }
            }
        }
        for broker in [2, -1] as [Int32] {
            try kafka.takeDown(broker: broker)
            #expect(ports.count == 2 && !ports.contains(where: isFree))
            try kafka.bringUp(broker: broker)
        }
        let admin = try Admin(kafka.client)
        defer { admin.close() }
        #expect(try admin.probe(timeoutMs: patienceMs).count == 2)
    }

    @Test func `a probe of a closed port ends with a fault that says what to do`() throws {
        let admin = try Admin(ClientSettings(brokers: "127.0.0.1:1", properties: fast))
        defer { admin.close() }
        let fault = #expect(throws: KafkaFault.self) { try admin.probe(timeoutMs: 300) }
        #expect(fault?.message == "no broker answered within 300 ms")
        #expect(fault?.isRetriable == true)
    }

    @Test func `a consumer goes on when the broker was away and is back`() throws {
        let kafka = try EmbeddedKafka(topics: ["pages": 1])
        try kafka.fill("pages", 0..<5)
        let place = TopicPartition(topic: "pages", partition: 0)
        let consumer = try kafka.member(of: "g")
        defer { consumer.close(deadlineMs: 2000) }
        try consumer.assign([PartitionOffset(place, offset: 0)])
        #expect(try consumer.records(5).count == 5)
        try kafka.takeDown()
        for _ in 0..<5 { _ = try consumer.poll(timeoutMs: 20) }
        try kafka.bringUp()
        try kafka.fill("pages", 5..<10)
        #expect(try consumer.records(5).map(\.offset) == Array(5..<10))
    }

    @Test func `an embedded cluster that was stopped refuses further calls`() throws {
        let kafka = try EmbeddedKafka()
        kafka.stop()
        #expect(throws: KafkaFault.self) { try kafka.createTopic("late", partitions: 1) }
    }
}
