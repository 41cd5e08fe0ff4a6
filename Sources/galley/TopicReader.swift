import Foundation
import Kafka

/// Reads topics without a group, moving no offset: what the demo shows and `galley tail` follows.
struct TopicReader {
    let client: ClientSettings

    /// Where reading begins.
    enum Start {
        /// At the oldest record.
        case beginning
        /// Behind the newest.
        case end
    }

    /// All records that the topics hold now.
    ///
    /// - Throws: ``KafkaFault`` when the broker does not answer.
    func records(of topics: [String]) throws -> [ConsumedRecord] {
        var records: [ConsumedRecord] = []
        try follow(topics, from: .beginning, isToEnd: true, patience: .seconds(30)) { record in
            if let record { records.append(record) }
            return true
        }
        return records
    }

    /// Hands records on as they come.
    ///
    /// - Parameters:
    ///   - isToEnd: whether to stop at the ends that the topics have now.
    ///   - patience: how long at the most.
    ///   - take: takes a record; whether another is wanted. Called with `nil` now and then while none comes.
    /// - Throws: ``KafkaFault`` when the broker does not answer, a topic is not there or may not be read.
    func follow(
        _ topics: [String], from start: Start, isToEnd: Bool, patience: Duration? = nil,
        take: (ConsumedRecord?) throws -> Bool
    ) throws {
        let admin = try Admin(client)
        defer { admin.close() }
        var ends: [TopicPartition: Int64] = [:]
        var starts: [PartitionOffset] = []
        for topic in topics {
            for (place, marks) in try admin.watermarks(of: topic, timeoutMs: 10_000) {
                ends[place] = marks.high
                starts.append(PartitionOffset(place, offset: start == .beginning ? marks.low : marks.high))
            }
        }
        var open = Set(starts.filter { $0.offset < ends[$0.topicPartition] ?? 0 }.map(\.topicPartition))
        guard !starts.isEmpty, !isToEnd || !open.isEmpty else { return }
        var settings = ConsumerSettings(client: client, group: "galley-reader")
        settings.commits = .explicit
        settings.reportsEndOfPartition = true
        let consumer = try Consumer(settings)
        defer { _ = consumer.close(deadlineMs: 2000) }
        try consumer.assign(starts)
        let begin = ContinuousClock.now
        while !isToEnd || !open.isEmpty {
            if let patience, begin.duration(to: .now) >= patience { return }
            switch try consumer.poll(timeoutMs: 100) {
            case .record(let record)?:
                let end = ends[record.topicPartition] ?? 0
                if record.offset >= end - 1 { open.remove(record.topicPartition) }
                if isToEnd, record.offset >= end { continue }
                guard try take(record) else { return }
            // The last offsets may hold no record, as those of transactions' marks.
            case .endOfPartition(let place, _)?: open.remove(place)
            case .fault(let fault)?:
                // The rest of a topic is read on from its oldest record when what was to come is gone.
                if fault.isOffsetReset, let place = fault.topicPartition {
                    try consumer.seek([PartitionOffset(place, offset: try low(of: place, admin))])
                } else if !fault.isRetriable {
                    throw fault
                }
            case nil: guard try take(nil) else { return }
            }
        }
    }

    private func low(of place: TopicPartition, _ admin: Admin) throws -> Int64 {
        try admin.watermarks(of: place.topic, timeoutMs: 10_000)[place]?.low ?? 0
    }
}
