import CRdKafka

/// Something that Kafka, or librdkafka, refused or failed to do.
public struct KafkaFault: Error, Sendable, Equatable {
    /// The code: Kafka's own errors are positive, librdkafka's (`_TRANSPORT` and the like) negative.
    public var code: Int32
    /// The code's name, such as `_TRANSPORT` or `TOPIC_AUTHORIZATION_FAILED`.
    public var name: String
    /// What happened, in words for a person. Holds no secret.
    public var message: String
    /// Whether the same call may succeed when tried again.
    public var isRetriable: Bool
    /// Whether the client is of no more use: close it and make another.
    public var isFatal: Bool
    /// Whether the running transaction has to be aborted.
    public var requiresAbort: Bool
    /// The partition it is about, when it is about one.
    public var topicPartition: TopicPartition?
    /// The group or the transactional id that is refused, as `group galley`: the cluster does not name it.
    public var resource: String?

    /// Makes a fault from a code alone, with librdkafka's own words unless others are given.
    public init(code: Int32, message: String? = nil, topicPartition: TopicPartition? = nil) {
        let error = rd_kafka_resp_err_t(rawValue: code)
        self.code = code
        self.name = unsafe String(cString: rd_kafka_err2name(error))
        self.message = unsafe message ?? String(cString: rd_kafka_err2str(error))
        self.isRetriable = KafkaFault.retriableCodes.contains(code)
        self.isFatal = KafkaFault.fatalCodes.contains(code)
        self.requiresAbort = false
        self.topicPartition = topicPartition
    }

    /// Whether the producer's queue is full: wait for delivery reports, then produce the same record again.
    public var isQueueFull: Bool { code == RD_KAFKA_RESP_ERR__QUEUE_FULL.rawValue }

    /// Whether the record is larger than the producer or the broker takes: permanent for this record.
    public var isTooLarge: Bool {
        code == RD_KAFKA_RESP_ERR_MSG_SIZE_TOO_LARGE.rawValue
            || code == RD_KAFKA_RESP_ERR_RECORD_LIST_TOO_LARGE.rawValue
    }

    /// Whether the topic or partition does not exist, as far as the cluster tells this client.
    public var isUnknownTopic: Bool {
        code == RD_KAFKA_RESP_ERR_UNKNOWN_TOPIC_OR_PART.rawValue || code == RD_KAFKA_RESP_ERR__UNKNOWN_TOPIC.rawValue
            || code == RD_KAFKA_RESP_ERR__UNKNOWN_PARTITION.rawValue
    }

    /// Whether the right to use the consumer group is missing.
    public var isGroupAuthorization: Bool { code == RD_KAFKA_RESP_ERR_GROUP_AUTHORIZATION_FAILED.rawValue }

    /// Whether the right to use the transactional id is missing.
    public var isTransactionalIDAuthorization: Bool {
        code == RD_KAFKA_RESP_ERR_TRANSACTIONAL_ID_AUTHORIZATION_FAILED.rawValue
    }

    /// Whether another producer has taken this one's transactional id over.
    public var isFenced: Bool {
        code == RD_KAFKA_RESP_ERR__FENCED.rawValue || code == RD_KAFKA_RESP_ERR_PRODUCER_FENCED.rawValue
            || code == RD_KAFKA_RESP_ERR_INVALID_PRODUCER_EPOCH.rawValue
    }

    /// Whether a topic that was to be made is there already.
    public var isTopicThere: Bool { code == RD_KAFKA_RESP_ERR_TOPIC_ALREADY_EXISTS.rawValue }

    /// Whether the cluster refused for want of rights or of a valid login.
    public var isAuthorization: Bool { KafkaFault.authorizationCodes.contains(code) }

    /// Whether it only tells that no broker is left, not why.
    public var isAllBrokersDown: Bool { code == RD_KAFKA_RESP_ERR__ALL_BROKERS_DOWN.rawValue }

    /// Whether the offset to read from does not exist and `auto.offset.reset` is `error`: the caller decides and seeks.
    public var isOffsetReset: Bool { code == RD_KAFKA_RESP_ERR__AUTO_OFFSET_RESET.rawValue }

    /// Whether the record was given up by the client itself, as it aborts a transaction or closes.
    public var isPurged: Bool {
        code == RD_KAFKA_RESP_ERR__PURGE_QUEUE.rawValue || code == RD_KAFKA_RESP_ERR__PURGE_INFLIGHT.rawValue
    }

    /// A producer that could not be made, for a reason that is told elsewhere.
    public static var notMade: KafkaFault { KafkaFault(code: RD_KAFKA_RESP_ERR__FAIL.rawValue) }

    /// A connection that failed, in librdkafka's words.
    public static func transport(_ words: String) -> KafkaFault {
        KafkaFault(code: RD_KAFKA_RESP_ERR__TRANSPORT.rawValue, message: words)
    }

    /// A producer of which nothing comes though the cluster can be reached.
    public static var silent: KafkaFault {
        KafkaFault(
            code: RD_KAFKA_RESP_ERR__TIMED_OUT.rawValue,
            message: "no record was acknowledged for long, though a broker can be reached")
    }

    /// Whether the time given for a call ran out.
    public var isTimeout: Bool {
        code == RD_KAFKA_RESP_ERR__TIMED_OUT.rawValue || code == RD_KAFKA_RESP_ERR__TIMED_OUT_QUEUE.rawValue
    }
}

extension KafkaFault: CustomStringConvertible {
    /// Name, place, message and remedy in one line.
    public var description: String {
        let place = topicPartition.map { " on \($0)" } ?? resource.map { " on \($0)" } ?? ""
        let stop = message.hasSuffix(".") ? "" : "."
        return "\(name)\(place): \(message)\(stop) \(remedy)"
    }

    /// What a person, or the caller, should do about it.
    public var remedy: String {
        if KafkaFault.connectionCodes.contains(code) {
            let words = message.lowercased()
            if let known = KafkaFault.connectionRemedies.first(where: { words.contains($0.words) }) {
                return known.remedy
            }
        }
        if let known = KafkaFault.remedies[code] { return known }
        if isFatal { return "The client is unusable: close it and make another." }
        if requiresAbort { return "Abort the transaction and read again from the committed offsets." }
        if isRetriable { return "Temporary: try again." }
        return "Not known to pass by itself: see the broker's log for this request."
    }
}

extension KafkaFault {
    /// The same, naming the group where the right to it is missing.
    func naming(group: String) -> KafkaFault {
        guard isGroupAuthorization else { return self }
        var fault = self
        fault.resource = "group \(group)"
        return fault
    }

    /// The same, naming the transactional id where the right to it is missing.
    func naming(transactionalID: String?) -> KafkaFault {
        guard isTransactionalIDAuthorization, let transactionalID else { return self }
        var fault = self
        fault.resource = "transactional id \(transactionalID)"
        return fault
    }

    /// Takes over an error object and destroys it; `nil` in, `nil` out.
    init?(consuming error: OpaquePointer?) {
        guard let error = unsafe error else { return nil }
        defer { unsafe rd_kafka_error_destroy(error) }
        unsafe self.init(
            code: rd_kafka_error_code(error).rawValue, message: String(cString: rd_kafka_error_string(error)))
        isFatal = unsafe isFatal || rd_kafka_error_is_fatal(error) != 0
        requiresAbort = unsafe rd_kafka_error_txn_requires_abort(error) != 0
        isRetriable = unsafe (isRetriable || rd_kafka_error_is_retriable(error) != 0) && !requiresAbort && !isFatal
    }

    /// A fault for a code, or `nil` for success.
    init?(_ error: rd_kafka_resp_err_t, message: String? = nil, on topicPartition: TopicPartition? = nil) {
        guard error != RD_KAFKA_RESP_ERR_NO_ERROR else { return nil }
        self.init(code: error.rawValue, message: message, topicPartition: topicPartition)
    }

    /// A call on a client that was closed.
    static var closed: KafkaFault {
        KafkaFault(code: RD_KAFKA_RESP_ERR__DESTROY.rawValue, message: "the client was closed")
    }

    /// A property or argument that cannot be.
    static func invalid(_ message: String) -> KafkaFault {
        KafkaFault(code: RD_KAFKA_RESP_ERR__INVALID_ARG.rawValue, message: message)
    }

    /// A record that would not fit the producer's queue were it empty.
    static func largerThanQueue(_ bytes: Int) -> KafkaFault {
        KafkaFault(
            code: RD_KAFKA_RESP_ERR_MSG_SIZE_TOO_LARGE.rawValue,
            message: "the record is larger than the producer's queue of \(bytes) bytes")
    }

    /// A call that took longer than it was given.
    public static func timedOut(_ message: String) -> KafkaFault {
        KafkaFault(code: RD_KAFKA_RESP_ERR__TIMED_OUT.rawValue, message: message)
    }

    /// Throws `fault` if there is one.
    static func check(_ fault: KafkaFault?) throws(KafkaFault) {
        if let fault { throw fault }
    }
}
