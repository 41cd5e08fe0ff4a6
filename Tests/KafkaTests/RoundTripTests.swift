import Kafka
import TestSupport
import Testing

@Suite(.waits) struct RoundTripTests {
    /// Produces one record and reads it back without a group.
    private func roundTrip(
        key: [UInt8]?, value: [UInt8]?, headers: [Header] = [], timestampMs: Int64? = nil
    ) throws -> ConsumedRecord? {
        let kafka = try EmbeddedKafka(topics: ["pages": 1])
        let (producer, reports) = try kafka.producer()
        defer { producer.close(deadlineMs: 2000) }
        try producer.produce(
            topic: "pages", key: key, value: value, headers: headers, timestampMs: timestampMs, token: 7)
        #expect(producer.flush(timeoutMs: 5000) == 0)
        let place = Delivery(topic: "pages", partition: 0, offset: 0)
        #expect(reports.all == [DeliveryReport(token: 7, result: .success(place))])
        let consumer = try kafka.member(of: "reader")
        defer { consumer.close(deadlineMs: 2000) }
        try consumer.assign([PartitionOffset(TopicPartition(topic: "pages", partition: 0), offset: 0)])
        return try consumer.records(1).first
    }

    @Test func `a record comes back with key, value, headers and timestamp`() throws {
        let headers = [
            Header(name: "content-type", text: "text/html"), Header(name: "null", value: nil),
            Header(name: "empty", value: []), Header(name: "twice", text: "1"), Header(name: "twice", text: "2"),
            Header(name: "bytes", value: [0, 0xff, 0xfe]),
        ]
        let record = try roundTrip(key: [1, 0, 2], value: [0, 0xff], headers: headers, timestampMs: 1_700_000_000_123)
        #expect(
            record
                == ConsumedRecord(
                    topic: "pages", partition: 0, offset: 0, timestampMs: 1_700_000_000_123, key: [1, 0, 2],
                    value: [0, 0xff], headers: headers))
    }

    @Test func `a tombstone is no empty value and a missing key no empty key`() throws {
        let tombstone = try #require(try roundTrip(key: [], value: nil))
        #expect(tombstone.value == nil)
        #expect(tombstone.key == [])
        let empty = try #require(try roundTrip(key: nil, value: []))
        #expect(empty.value == [])
        #expect(empty.key == nil)
    }

    @Test func `a header whose name is not UTF-8 is repaired and keeps its bytes`() throws {
        let record = try roundTrip(
            key: nil, value: [1], headers: [Header(nameBytes: [0x61, 0xff], value: [2])])
        let header = try #require(record?.headers.first)
        #expect(header.name == "a\u{fffd}")
        #expect(header.malformedName == [0x61, 0xff])
        #expect(header.value == [2])
    }

    @Test func `the highest token comes back`() throws {
        let kafka = try EmbeddedKafka(topics: ["pages": 1])
        let (producer, reports) = try kafka.producer()
        for token in [0, UInt64.max] { try producer.produce(topic: "pages", key: nil, value: [1], token: token) }
        #expect(producer.flush(timeoutMs: 5000) == 0)
        #expect(reports.all.map(\.token) == [0, .max])
        #expect(producer.close(deadlineMs: 2000))
    }
}
