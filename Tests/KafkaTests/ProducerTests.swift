import Kafka
import TestSupport
import Testing

@Suite(.waits) struct ProducerTests {
    @Test func `retriable errors are retried and the record is there once`() throws {
        let kafka = try EmbeddedKafka(topics: ["articles": 1])
        // NOT_LEADER_FOR_PARTITION, REQUEST_TIMED_OUT, and a broken connection.
        try kafka.fail(.produce, with: [6, 7, -195])
        let (producer, reports) = try kafka.producer()
        defer { producer.close(deadlineMs: 2000) }
        for token in 0..<10 {
            try producer.produce(topic: "articles", key: nil, value: [UInt8(token)], partition: 0, token: UInt64(token))
        }
        #expect(producer.flush(timeoutMs: 10_000) == 0)
        #expect(reports.all.map(\.token) == Array(0..<10))
        #expect(reports.all.allSatisfy { (try? $0.result.get()) != nil })
        let consumer = try kafka.member(of: "reader")
        defer { consumer.close(deadlineMs: 2000) }
        try consumer.assign([PartitionOffset(TopicPartition(topic: "articles", partition: 0), offset: 0)])
        #expect(try consumer.records(10).map { $0.value } == (0..<10).map { [UInt8($0)] })
    }

    @Test func `a permanent error is reported with the record's token`() throws {
        let kafka = try EmbeddedKafka(topics: ["articles": 1])
        try kafka.fail(.produce, with: [29])
        let (producer, reports) = try kafka.producer()
        defer { producer.close(deadlineMs: 2000) }
        try producer.produce(topic: "articles", key: nil, value: [1], token: 77)
        #expect(producer.flush(timeoutMs: 10_000) == 0)
        let report = try #require(reports.all.first)
        #expect(report.token == 77)
        guard case .failure(let fault) = report.result else {
            Issue.record("the record was delivered")
            return
        }
        #expect(fault.name == "TOPIC_AUTHORIZATION_FAILED")
        #expect(fault.isAuthorization && !fault.isRetriable)
    }

    @Test func `a full queue is told from other faults, and room comes back`() throws {
        let kafka = try EmbeddedKafka(topics: ["articles": 1])
        try kafka.takeDown()
        let (producer, reports) = try kafka.producer { $0.queuedMessages = 3 }
        defer { producer.close(deadlineMs: 2000) }
        for token in UInt64(0)..<3 { try producer.produce(topic: "articles", key: nil, value: [1], token: token) }
        let fault = #expect(throws: KafkaFault.self) {
            try producer.produce(
                topic: "articles", key: nil, value: [1], headers: [Header(name: "h", text: "v")], token: 3)
        }
        #expect(fault?.isQueueFull == true)
        #expect(producer.outstanding == 3)
        try kafka.bringUp()
        #expect(producer.flush(timeoutMs: 10_000) == 0)
        try producer.produce(topic: "articles", key: nil, value: [1], token: 3)
        #expect(producer.flush(timeoutMs: 10_000) == 0)
        #expect(reports.count == 4)
    }

    @Test func `a record larger than the queue is too large, not in want of room`() throws {
        let kafka = try EmbeddedKafka(topics: ["articles": 1])
        let (producer, _) = try kafka.producer { $0.queuedKilobytes = 4 }
        defer { producer.close(deadlineMs: 2000) }
        let fault = #expect(throws: KafkaFault.self) {
            try producer.produce(
                topic: "articles", key: nil, value: Array(repeating: 1, count: 4097), token: 1)
        }
        #expect(fault?.isTooLarge == true && fault?.isQueueFull == false)
    }

    @Test func `a record larger than allowed is refused at once`() throws {
        let kafka = try EmbeddedKafka(topics: ["articles": 1])
        let (producer, _) = try kafka.producer { $0.maxRecordBytes = 2000 }
        defer { producer.close(deadlineMs: 2000) }
        let fault = #expect(throws: KafkaFault.self) {
            try producer.produce(topic: "articles", key: nil, value: [UInt8](repeating: 0, count: 3000), token: 1)
        }
        #expect(fault?.isTooLarge == true)
        #expect(producer.outstanding == 0)
    }

    @Test func `records written while the broker is away arrive when it is back`() throws {
        let kafka = try EmbeddedKafka(topics: ["articles": 1])
        let (producer, reports) = try kafka.producer()
        defer { producer.close(deadlineMs: 2000) }
        try producer.produce(topic: "articles", key: nil, value: [1], token: 1)
        #expect(producer.flush(timeoutMs: 10_000) == 0)
        try kafka.takeDown()
        try producer.produce(topic: "articles", key: nil, value: [2], token: 2)
        #expect(producer.flush(timeoutMs: 100) == 1)
        try kafka.bringUp()
        #expect(producer.flush(timeoutMs: 10_000) == 0)
        #expect(reports.all.map(\.token) == [1, 2])
    }

    @Test func `closing with the broker away gives every record a report`() throws {
        let kafka = try EmbeddedKafka(topics: ["articles": 1])
        try kafka.takeDown()
        let (producer, reports) = try kafka.producer()
        for token in UInt64(0)..<5 { try producer.produce(topic: "articles", key: nil, value: [1], token: token) }
        #expect(!producer.close(deadlineMs: 400))
        #expect(reports.all.map(\.token).sorted() == Array(0..<5))
        let fault = #expect(throws: KafkaFault.self) {
            try producer.produce(topic: "articles", key: nil, value: [1], token: 9)
        }
        #expect(fault?.isFatal == true)
    }

    @Test func `a transaction commits its records and can be aborted`() throws {
        let kafka = try EmbeddedKafka(topics: ["articles": 1])
        let (producer, reports) = try kafka.producer { $0.transactionalID = "worker-0" }
        defer { producer.close(deadlineMs: 2000) }
        try producer.initTransactions(timeoutMs: 5000)
        try producer.beginTransaction()
        try producer.produce(topic: "articles", key: nil, value: [1], token: 1)
        let consumer = try kafka.member(of: "g")
        defer { consumer.close(deadlineMs: 2000) }
        let place = TopicPartition(topic: "articles", partition: 0)
        let group = try #require(try consumer.groupMetadata())
        try producer.sendOffsets([PartitionOffset(place, offset: 1)], group: group, timeoutMs: 5000)
        try producer.commitTransaction()
        #expect(reports.all.map(\.token) == [1])
        try producer.beginTransaction()
        try producer.produce(topic: "articles", key: nil, value: [2], token: 2)
        try producer.abortTransaction()
        #expect(eventually { producer.outstanding == 0 })
        #expect(reports.all.map(\.token) == [1, 2])
    }

    @Test func `a transactional call on a plain producer is a fault`() throws {
        let kafka = try EmbeddedKafka(topics: ["articles": 1])
        let (producer, _) = try kafka.producer()
        defer { producer.close(deadlineMs: 2000) }
        #expect(throws: KafkaFault.self) { try producer.beginTransaction() }
    }
}
