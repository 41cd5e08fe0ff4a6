import CRdKafka

/// What is known about codes, as data. Kafka's own list: org.apache.kafka.common.protocol.Errors (retriable or not);
/// librdkafka's: the remarks on `rd_kafka_resp_err_t`.
extension KafkaFault {
    static let retriableCodes: Set<Int32> = Set(
        [
            RD_KAFKA_RESP_ERR__TRANSPORT, RD_KAFKA_RESP_ERR__ALL_BROKERS_DOWN, RD_KAFKA_RESP_ERR__RESOLVE,
            RD_KAFKA_RESP_ERR__TIMED_OUT, RD_KAFKA_RESP_ERR__TIMED_OUT_QUEUE, RD_KAFKA_RESP_ERR__MSG_TIMED_OUT,
            RD_KAFKA_RESP_ERR__QUEUE_FULL, RD_KAFKA_RESP_ERR__WAIT_COORD, RD_KAFKA_RESP_ERR__WAIT_CACHE,
            RD_KAFKA_RESP_ERR__IN_PROGRESS, RD_KAFKA_RESP_ERR__PREV_IN_PROGRESS, RD_KAFKA_RESP_ERR__RETRY,
            RD_KAFKA_RESP_ERR__PURGE_QUEUE, RD_KAFKA_RESP_ERR__PURGE_INFLIGHT,
            RD_KAFKA_RESP_ERR__UNKNOWN_TOPIC, RD_KAFKA_RESP_ERR__UNKNOWN_PARTITION,
            RD_KAFKA_RESP_ERR_UNKNOWN_TOPIC_OR_PART, RD_KAFKA_RESP_ERR_LEADER_NOT_AVAILABLE,
            RD_KAFKA_RESP_ERR_NOT_LEADER_FOR_PARTITION, RD_KAFKA_RESP_ERR_REQUEST_TIMED_OUT,
            RD_KAFKA_RESP_ERR_NETWORK_EXCEPTION, RD_KAFKA_RESP_ERR_COORDINATOR_LOAD_IN_PROGRESS,
            RD_KAFKA_RESP_ERR_COORDINATOR_NOT_AVAILABLE, RD_KAFKA_RESP_ERR_NOT_COORDINATOR,
            RD_KAFKA_RESP_ERR_NOT_ENOUGH_REPLICAS, RD_KAFKA_RESP_ERR_NOT_ENOUGH_REPLICAS_AFTER_APPEND,
            RD_KAFKA_RESP_ERR_REBALANCE_IN_PROGRESS, RD_KAFKA_RESP_ERR_NOT_CONTROLLER,
            RD_KAFKA_RESP_ERR_KAFKA_STORAGE_ERROR, RD_KAFKA_RESP_ERR_INVALID_MSG,
            RD_KAFKA_RESP_ERR_CONCURRENT_TRANSACTIONS, RD_KAFKA_RESP_ERR_THROTTLING_QUOTA_EXCEEDED,
            RD_KAFKA_RESP_ERR_REPLICA_NOT_AVAILABLE, RD_KAFKA_RESP_ERR_UNSTABLE_OFFSET_COMMIT,
            RD_KAFKA_RESP_ERR_FETCH_SESSION_ID_NOT_FOUND, RD_KAFKA_RESP_ERR_UNKNOWN_LEADER_EPOCH,
            RD_KAFKA_RESP_ERR_FENCED_LEADER_EPOCH, RD_KAFKA_RESP_ERR_BROKER_NOT_AVAILABLE,
        ].map(\.rawValue))

    static let fatalCodes: Set<Int32> = Set(
        [
            RD_KAFKA_RESP_ERR__FATAL, RD_KAFKA_RESP_ERR__FENCED, RD_KAFKA_RESP_ERR_FENCED_INSTANCE_ID,
            RD_KAFKA_RESP_ERR__DESTROY, RD_KAFKA_RESP_ERR__CRIT_SYS_RESOURCE,
        ].map(\.rawValue))

    static let authorizationCodes: Set<Int32> = Set(
        [
            RD_KAFKA_RESP_ERR__AUTHENTICATION, RD_KAFKA_RESP_ERR_SASL_AUTHENTICATION_FAILED,
            RD_KAFKA_RESP_ERR_TOPIC_AUTHORIZATION_FAILED, RD_KAFKA_RESP_ERR_GROUP_AUTHORIZATION_FAILED,
            RD_KAFKA_RESP_ERR_CLUSTER_AUTHORIZATION_FAILED, RD_KAFKA_RESP_ERR_TRANSACTIONAL_ID_AUTHORIZATION_FAILED,
        ].map(\.rawValue))

    /// What is wrong with a connection, which only the words tell more of.
    static let connectionCodes: Set<Int32> = Set(
        [
            RD_KAFKA_RESP_ERR__TRANSPORT, RD_KAFKA_RESP_ERR__SSL, RD_KAFKA_RESP_ERR__AUTHENTICATION,
            RD_KAFKA_RESP_ERR_SASL_AUTHENTICATION_FAILED,
        ].map(\.rawValue))

    /// What words of OpenSSL, librdkafka and brokers about a connection call for; the code is the same for all of them.
    static let connectionRemedies: [(words: String, remedy: String)] = [
        (
            "certificate verify failed",
            "The broker's certificate is not trusted: it is signed by none in kafka.security.ca_file, has expired, or names another "
                + "host than kafka.brokers does."
        ),
        ("ssl alert number 42", clientCertificate), ("ssl alert number 43", clientCertificate),
        ("ssl alert number 44", clientCertificate), ("ssl alert number 45", clientCertificate),
        ("ssl alert number 46", clientCertificate), ("ssl alert number 48", clientCertificate),
        ("ssl alert number 116", clientCertificate),
        ("connecting to a ssl listener", secureListener),
        ("wrong version number", plainListener), ("unexpected eof while reading", plainListener),
        ("connecting to a plaintext listener", plainListener),
        // As later versions of librdkafka have it.
        ("ssl connection closed by peer", plainListener), ("in state apiversion_query", secureListener),
        ("failed to acquire sasl oauthbearer token", "A token is asked for again every 10 seconds."),
        (
            "invalid_token",
            "The broker refuses the token: it has expired, or is not for it. Check issuer, audience, scope and both clocks."
        ),
    ]

    private static let secureListener = "The listener may ask for TLS: check kafka.security.protocol and the port."

    private static let loginRemedy = "Check the mechanism, the user and the password, or the token."

    private static let plainListener =
        "The listener may not speak TLS: check kafka.security.protocol and the port."

    /// RFC 8446, section 6: bad, unsupported, revoked, expired and unknown certificates, an unknown authority, none where one is asked for.
    private static let clientCertificate =
        "The broker refuses this client's certificate, or asks for one: check kafka.security.certificate_file and key_file."

    static let remedies: [Int32: String] = Dictionary(
        [
            (
                RD_KAFKA_RESP_ERR__TRANSPORT,
                "The broker is not reachable: check the address, the port and the listener."
            ),
            (RD_KAFKA_RESP_ERR__ALL_BROKERS_DOWN, "No broker is reachable: it is tried again until one is."),
            (RD_KAFKA_RESP_ERR__RESOLVE, "The broker's name does not resolve: check kafka.brokers and the DNS."),
            (RD_KAFKA_RESP_ERR__SSL, "Check the CA file, the certificate and the broker's host name."),
            (RD_KAFKA_RESP_ERR__AUTHENTICATION, loginRemedy),
            (RD_KAFKA_RESP_ERR_SASL_AUTHENTICATION_FAILED, loginRemedy),
            (
                RD_KAFKA_RESP_ERR_TOPIC_AUTHORIZATION_FAILED,
                "Grant Read and Describe on input topics, Write and Describe on output topics."
            ),
            (RD_KAFKA_RESP_ERR_GROUP_AUTHORIZATION_FAILED, "Grant Read on the consumer group."),
            (
                RD_KAFKA_RESP_ERR_CLUSTER_AUTHORIZATION_FAILED,
                "Grant Write on the output topics; with brokers before 2.8 also IdempotentWrite on the cluster."
            ),
            (
                RD_KAFKA_RESP_ERR_TRANSACTIONAL_ID_AUTHORIZATION_FAILED,
                "Grant Write and Describe on the transactional id."
            ),
            (RD_KAFKA_RESP_ERR_UNKNOWN_TOPIC_OR_PART, "Create the topic, or check its name."),
            (RD_KAFKA_RESP_ERR__UNKNOWN_TOPIC, "Create the topic, or check its name."),
            (RD_KAFKA_RESP_ERR__UNKNOWN_PARTITION, "The topic has fewer partitions than that."),
            (RD_KAFKA_RESP_ERR__QUEUE_FULL, "Wait for delivery reports, then produce the record again."),
            (
                RD_KAFKA_RESP_ERR_MSG_SIZE_TOO_LARGE,
                "Raise the topic's max.message.bytes and the producer's message.max.bytes, or send less."
            ),
            (
                RD_KAFKA_RESP_ERR__MAX_POLL_EXCEEDED,
                "The consumer was not polled in time and left the group; it rejoins."
            ),
            (RD_KAFKA_RESP_ERR__AUTO_OFFSET_RESET, "The offset is gone: seek to where reading should go on."),
            (RD_KAFKA_RESP_ERR__FENCED, "Another instance with the same id took over: close this one."),
            (RD_KAFKA_RESP_ERR_ILLEGAL_GENERATION, "The group moved on: the offsets belong to another member now."),
            (RD_KAFKA_RESP_ERR_UNKNOWN_MEMBER_ID, "The group has dropped this member: it rejoins by itself."),
            (RD_KAFKA_RESP_ERR_OFFSET_METADATA_TOO_LARGE, "Commit less metadata, or raise offset.metadata.max.bytes."),
            (RD_KAFKA_RESP_ERR__INVALID_ARG, "Correct the setting that is named."),
            (RD_KAFKA_RESP_ERR__DESTROY, "Make a new client."),
        ].map { ($0.0.rawValue, $0.1) }, uniquingKeysWith: { first, _ in first })
}
