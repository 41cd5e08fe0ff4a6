import CRdKafka

/// What a poll of a consumer brings.
public enum ConsumerEvent: Sendable, Equatable {
    /// A record.
    case record(ConsumedRecord)
    /// Every record of the partition below this offset was read; more may come. Only with
    /// ``ConsumerSettings/reportsEndOfPartition``.
    case endOfPartition(TopicPartition, offset: Int64)
    /// Something failed that does not end the consumer: a missing topic, a refused right, a broker away, an offset
    /// that is gone (``KafkaFault/isOffsetReset``).
    case fault(KafkaFault)
}

extension ConsumerEvent {
    /// Copies a message out.
    init(_ message: rd_kafka_message_t, pointer: UnsafePointer<rd_kafka_message_t>) {
        let topic = unsafe message.rkt.map { unsafe String(cString: rd_kafka_topic_name($0)) } ?? ""
        switch unsafe message.err {
        case RD_KAFKA_RESP_ERR_NO_ERROR:
            self = unsafe .record(ConsumedRecord(message, pointer: pointer, topic: topic))
        case RD_KAFKA_RESP_ERR__PARTITION_EOF:
            let place = unsafe TopicPartition(topic: topic, partition: message.partition)
            self = unsafe .endOfPartition(place, offset: message.offset)
        default:
            let words = unsafe rd_kafka_message_errstr(pointer).map { unsafe String(cString: $0) }
            let place = unsafe topic.isEmpty ? nil : TopicPartition(topic: topic, partition: message.partition)
            self = unsafe .fault(
                KafkaFault(code: message.err.rawValue, message: words, topicPartition: place))
        }
    }
}

extension ConsumedRecord {
    fileprivate init(_ message: rd_kafka_message_t, pointer: UnsafePointer<rd_kafka_message_t>, topic: String) {
        var kind = RD_KAFKA_TIMESTAMP_NOT_AVAILABLE
        let timestamp = unsafe rd_kafka_message_timestamp(pointer, &kind)
        unsafe self.init(
            topic: topic, partition: message.partition, offset: message.offset,
            timestampMs: kind == RD_KAFKA_TIMESTAMP_NOT_AVAILABLE ? nil : timestamp,
            key: copyBytes(message.key, message.key_len), value: copyBytes(message.payload, message.len),
            headers: ConsumedRecord.headers(pointer))
    }

    private static func headers(_ message: UnsafePointer<rd_kafka_message_t>) -> [Header] {
        var list: OpaquePointer?
        guard unsafe rd_kafka_message_headers(message, &list) == RD_KAFKA_RESP_ERR_NO_ERROR,
            let list = unsafe list
        else { return [] }
        var headers: [Header] = []
        var name: UnsafePointer<CChar>?
        var value: UnsafeRawPointer?
        var size = 0
        while unsafe rd_kafka_header_get_all(list, headers.count, &name, &value, &size) == RD_KAFKA_RESP_ERR_NO_ERROR {
            guard let name = unsafe name else { break }
            unsafe headers.append(Header(cName: name, value: copyBytes(value, size)))
        }
        return headers
    }
}

extension Header {
    /// The common case, a name that is UTF-8, makes no array of its bytes.
    fileprivate init(cName: UnsafePointer<CChar>, value: [UInt8]?) {
        if let name = unsafe String(validatingCString: cName) {
            self.init(name: name, value: value)
        } else {
            let bytes = unsafe UnsafeRawBufferPointer(start: cName, count: String.utf8Length(cName))
            unsafe self.init(nameBytes: Array(bytes), value: value)
        }
    }
}

extension String {
    /// Bytes before the NUL.
    fileprivate static func utf8Length(_ cString: UnsafePointer<CChar>) -> Int {
        var length = 0
        while unsafe cString[length] != 0 { length += 1 }
        return length
    }
}

/// A copy of some bytes; `nil` for no bytes at all, which is not the same as none.
private func copyBytes(_ start: UnsafeRawPointer?, _ count: Int) -> [UInt8]? {
    guard let start = unsafe start else { return nil }
    return unsafe Array(UnsafeRawBufferPointer(start: start, count: max(0, count)))
}
