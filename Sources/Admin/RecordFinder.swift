public import Kafka
public import Wire
import Worker

/// Reads single records again, for explanations: without a group's offsets, so that it moves nothing.
public struct RecordFinder: Sendable {
    private let client: ClientSettings
    private let topics: Set<String>
    private let group: String

    /// Makes a finder that reads from these topics and no others.
    /// - Parameter group: the worker's, as it has the right to it; the finder is no member and commits nothing.
    public init(_ client: ClientSettings, topics: [String], group: String) {
        self.group = group
        var quiet = client
        quiet.statisticsIntervalMs = 0
        self.client = quiet
        self.topics = Set(topics)
    }

    private static let patience = Duration.seconds(8)

    /// The record at an offset; `nil` when the topic is another or holds it no more.
    /// - Throws: a ``KafkaFault`` when no broker gives it in time.
    public func find(_ place: TopicPartition, _ offset: Int64) throws(KafkaFault) -> InboundRecord? {
        guard topics.contains(place.topic) else { return nil }
        var settings = ConsumerSettings(client: client, group: group)
        settings.offsetReset = .error
        settings.reportsEndOfPartition = true
        settings.queuedKilobytes = 1024
        settings.fetchBytes = 1 << 20
        settings.partitionFetchBytes = 1 << 20
        let consumer = try Consumer(settings)
        defer { consumer.close(deadlineMs: 2000) }
        try consumer.assign([PartitionOffset(place, offset: offset)])
        let deadline = ContinuousClock.now + RecordFinder.patience
        while ContinuousClock.now < deadline {
            switch try consumer.poll(timeoutMs: 100) {
            // One that comes after it is there in place of one that is not.
            case .record(let record)?: return record.offset == offset ? InboundRecord(record) : nil
            case .endOfPartition?: return nil
            case .fault(let fault)?:
                if fault.isOffsetReset || fault.isUnknownTopic { return nil }
                guard fault.isRetriable else { throw fault }
            case nil: continue
            }
        }
        throw .timedOut("\(place) was not read within \(RecordFinder.patience)")
    }
}
