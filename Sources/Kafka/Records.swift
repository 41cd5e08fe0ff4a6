/// One partition of one topic.
public struct TopicPartition: Hashable, Sendable, Comparable, CustomStringConvertible {
    /// The topic's name.
    public var topic: String
    /// The partition's number, from 0.
    public var partition: Int32

    /// Names a partition.
    public init(topic: String, partition: Int32) {
        self.topic = topic
        self.partition = partition
    }

    /// `topic[partition]`.
    public var description: String { "\(topic)[\(partition)]" }

    /// By topic, then by number.
    public static func < (one: TopicPartition, other: TopicPartition) -> Bool {
        (one.topic, one.partition) < (other.topic, other.partition)
    }
}

/// An offset in a partition, with the metadata that a commit carries.
public struct PartitionOffset: Hashable, Sendable {
    /// The partition.
    public var topicPartition: TopicPartition
    /// For commits and positions: the offset of the *next* record to read.
    public var offset: Int64
    /// The commit's metadata: text that brokers keep beside the offset (4096 bytes by default), or `nil`.
    public var metadata: String?

    /// In place of an offset: behind the newest record (`RD_KAFKA_OFFSET_END`).
    public static let end: Int64 = -1

    /// Makes an offset.
    public init(_ topicPartition: TopicPartition, offset: Int64, metadata: String? = nil) {
        self.topicPartition = topicPartition
        self.offset = offset
        self.metadata = metadata
    }
}

/// A header of a record.
public struct Header: Hashable, Sendable {
    /// The name; bytes that are no UTF-8 stand as U+FFFD. A name ends at its first NUL, as librdkafka gives it.
    public var name: String
    /// The value, any bytes, or `nil` for a null value.
    public var value: [UInt8]?
    /// The name's bytes when they were not UTF-8, so that a dead letter repeats them exactly; else `nil`.
    public var malformedName: [UInt8]?

    /// Makes a header.
    public init(name: String, value: [UInt8]?) {
        self.name = name
        self.value = value
    }

    /// Makes a header with a text value.
    public init(name: String, text: String) {
        self.init(name: name, value: Array(text.utf8))
    }

    /// Makes a header from a name of any bytes, repaired where it is no UTF-8.
    public init(nameBytes: [UInt8], value: [UInt8]?) {
        self.init(name: String(decoding: nameBytes, as: UTF8.self), value: value)
        if !name.utf8.elementsEqual(nameBytes) { malformedName = nameBytes }
    }
}

/// A record read from a topic. It owns its bytes: nothing of librdkafka's fetch buffer is kept alive by it.
public struct ConsumedRecord: Sendable, Equatable {
    /// The topic.
    public var topic: String
    /// The partition.
    public var partition: Int32
    /// The record's offset.
    public var offset: Int64
    /// Milliseconds since 1970, by producer or by broker as the topic says; `nil` when the record has none.
    public var timestampMs: Int64?
    /// The key, or `nil`.
    public var key: [UInt8]?
    /// The value; `nil` is a tombstone, which is not the same as empty.
    public var value: [UInt8]?
    /// The headers in their order; names may repeat.
    public var headers: [Header]

    /// Makes a record.
    public init(
        topic: String, partition: Int32, offset: Int64, timestampMs: Int64? = nil, key: [UInt8]? = nil,
        value: [UInt8]? = nil, headers: [Header] = []
    ) {
        self.topic = topic
        self.partition = partition
        self.offset = offset
        self.timestampMs = timestampMs
        self.key = key
        self.value = value
        self.headers = headers
    }

    /// Where the record stands.
    public var topicPartition: TopicPartition { TopicPartition(topic: topic, partition: partition) }

    /// The bytes of key, value and headers: what the record takes from a byte budget.
    public var byteCount: Int {
        (key?.count ?? 0) + (value?.count ?? 0)
            + headers.reduce(0) { $0 + $1.name.utf8.count + ($1.value?.count ?? 0) }
    }
}
