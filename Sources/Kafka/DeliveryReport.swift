import CRdKafka

/// What became of a produced record.
public struct DeliveryReport: Sendable, Equatable {
    /// The number that was given to ``Producer/produce(topic:key:value:headers:timestampMs:partition:token:)``.
    public var token: UInt64
    /// Where it stands, or why it does not.
    public var result: Result<Delivery, KafkaFault>

    /// Makes a report.
    public init(token: UInt64, result: Result<Delivery, KafkaFault>) {
        self.token = token
        self.result = result
    }
}

/// Where a delivered record stands.
public struct Delivery: Sendable, Equatable {
    /// The topic.
    public var topic: String
    /// The partition.
    public var partition: Int32
    /// The record's offset; `nil` when a retry was acknowledged without telling it.
    public var offset: Int64?

    /// Names a place.
    public init(topic: String, partition: Int32, offset: Int64?) {
        self.topic = topic
        self.partition = partition
        self.offset = offset
    }
}

extension DeliveryReport {
    init(_ message: rd_kafka_message_t) {
        let topic = unsafe message.rkt.map { unsafe String(cString: rd_kafka_topic_name($0)) } ?? ""
        token = unsafe UInt64(UInt(bitPattern: message._private))
        let place = unsafe TopicPartition(topic: topic, partition: message.partition)
        if let fault = unsafe KafkaFault(message.err, on: place) {
            result = .failure(fault)
        } else {
            let offset = unsafe message.offset >= 0 ? message.offset : nil
            result = .success(Delivery(topic: topic, partition: place.partition, offset: offset))
        }
    }
}
