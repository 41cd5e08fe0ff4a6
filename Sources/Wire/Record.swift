/// A header of a record. Names may repeat; the order is kept.
public struct WireHeader: Sendable, Equatable {
    /// The header's name, as it stands in the record; bytes that are no UTF-8 stand as U+FFFD.
    public var name: String
    /// Its bytes, or `nil` for a null value.
    public var value: [UInt8]?
    /// The name's bytes when they are no UTF-8, so that a dead letter repeats them; else `nil`.
    public var malformedName: [UInt8]?

    /// Makes a header from bytes.
    public init(name: String, value: [UInt8]?, malformedName: [UInt8]? = nil) {
        self.name = name
        self.value = value
        self.malformedName = malformedName
    }

    /// Makes a header with a text as its value.
    public init(_ name: String, _ text: String) {
        self.init(name: name, value: Array(text.utf8))
    }
}

/// A record of the input topic, copied out of the client's buffers.
public struct InboundRecord: Sendable, Equatable {
    /// The topic it stood on.
    public var topic: String
    /// Its partition.
    public var partition: Int32
    /// Its offset in the partition.
    public var offset: Int64
    /// Milliseconds since 1970, or `nil` when the record carries no time.
    public var timestampMs: Int64?
    /// The record's key.
    public var key: [UInt8]?
    /// The record's value; `nil` is a tombstone.
    public var value: [UInt8]?
    /// The record's headers in their order.
    public var headers: [WireHeader]

    /// Makes a record.
    public init(
        topic: String, partition: Int32, offset: Int64, timestampMs: Int64? = nil, key: [UInt8]? = nil,
        value: [UInt8]?, headers: [WireHeader] = []
    ) {
        self.topic = topic
        self.partition = partition
        self.offset = offset
        self.timestampMs = timestampMs
        self.key = key
        self.value = value
        self.headers = headers
    }
}

/// A record to be published.
public struct OutboundRecord: Sendable, Equatable {
    /// The topic, or `nil` for the sender to choose by outcome.
    public var topic: String?
    /// The record's key.
    public var key: [UInt8]?
    /// The record's value; `nil` is a tombstone.
    public var value: [UInt8]?
    /// The record's headers in their order.
    public var headers: [WireHeader]
    /// Milliseconds since 1970, or `nil` for the time of sending.
    public var timestampMs: Int64?

    /// Makes a record.
    public init(
        topic: String? = nil, key: [UInt8]? = nil, value: [UInt8]?, headers: [WireHeader] = [],
        timestampMs: Int64? = nil
    ) {
        self.topic = topic
        self.key = key
        self.value = value
        self.headers = headers
        self.timestampMs = timestampMs
    }
}
