import Foundation
import Kafka

/// Reads whole topics from their first records on, without a group: what the demo shows and a person wants to see.
struct TopicReader {
    let client: ClientSettings

    /// All records that the topics hold now.
    ///
    /// - Throws: ``KafkaFault`` when the broker does not answer.
    func records(of topics: [String]) throws -> [ConsumedRecord] {
        let admin = try Admin(client)
        defer { admin.close() }
        var ends: [TopicPartition: Int64] = [:]
        var starts: [PartitionOffset] = []
        for topic in topics {
            for (place, marks) in try admin.watermarks(of: topic, timeoutMs: 10_000) where marks.count > 0 {
                ends[place] = marks.high
                starts.append(PartitionOffset(place, offset: marks.low))
            }
        }
        return try read(from: starts, to: ends)
    }

    private func read(from starts: [PartitionOffset], to ends: [TopicPartition: Int64]) throws -> [ConsumedRecord] {
        guard !starts.isEmpty else { return [] }
        var settings = ConsumerSettings(client: client, group: "galley-reader")
        settings.commits = .explicit
        let consumer = try Consumer(settings)
        defer { _ = consumer.close(deadlineMs: 2000) }
        try consumer.assign(starts)
        var open = Set(ends.keys)
        var records: [ConsumedRecord] = []
        let deadline = ContinuousClock.now + .seconds(30)
        while !open.isEmpty, ContinuousClock.now < deadline {
            guard case .record(let record)? = try consumer.poll(timeoutMs: 100) else { continue }
            let end = ends[record.topicPartition] ?? 0
            if record.offset < end { records.append(record) }
            if record.offset >= end - 1 { open.remove(record.topicPartition) }
        }
        return records
    }
}
