/// A producer that neither loses nor repeats nor reorders on its own account.
public struct ProducerSettings: Sendable {
    /// The cluster.
    public var client: ClientSettings
    /// Set for a transactional producer: one id for each worker, kept over restarts.
    public var transactionalID: String?
    /// Milliseconds a transaction may stay open before the broker aborts it.
    public var transactionTimeoutMs = 60_000
    /// Milliseconds to wait for a batch to fill: events are small, and 20 ms are nothing beside a page's way.
    public var lingerMs = 20
    /// Bytes of a batch.
    public var batchBytes = 1_048_576
    /// How batches are compressed; zstd shrinks article text most.
    public var compression: Compression = .zstd
    /// Kibibytes that may wait in the producer, deliveries in flight included. librdkafka's own default is 1 GiB.
    public var queuedKilobytes = 65_536
    /// Records that may wait in the producer.
    public var queuedMessages = 100_000
    /// Bytes of the largest record, before compression: a dead letter carries its page whole. The broker has its own.
    public var maxRecordBytes = 21_037_056
    /// Milliseconds after which an undelivered record is given up with `_MSG_TIMED_OUT`, which is retriable. Nothing
    /// stays in flight for ever; who must not lose it produces it again. Not used by a transactional producer, where
    /// the transaction's own timeout rules.
    public var deliveryTimeoutMs = 300_000
    /// Milliseconds a broker has to answer a request.
    public var requestTimeoutMs = 30_000

    /// A producer for a cluster.
    public init(client: ClientSettings) { self.client = client }
}

/// How batches are compressed.
public enum Compression: String, Sendable, CaseIterable {
    case none, gzip, snappy, lz4, zstd
}

extension ProducerSettings {
    /// The settings as librdkafka's properties.
    func configuration() -> ClientConfiguration {
        var configuration = ClientConfiguration(client)
        configuration.guarantee("enable.idempotence", "true")
        configuration.guarantee("acks", "all")
        configuration.set("linger.ms", lingerMs)
        configuration.set("batch.size", batchBytes)
        configuration.set("compression.type", compression.rawValue)
        configuration.set("queue.buffering.max.kbytes", queuedKilobytes)
        configuration.set("queue.buffering.max.messages", queuedMessages)
        configuration.set("message.max.bytes", maxRecordBytes)
        configuration.set("request.timeout.ms", requestTimeoutMs)
        // The same key goes to the same partition as with the Java client.
        configuration.set("partitioner", "murmur2_random")
        if let transactionalID {
            configuration.set("transactional.id", transactionalID)
            configuration.set("transaction.timeout.ms", transactionTimeoutMs)
            // Else, from 2.11 on, a client without brokers begins anew with the bootstrap addresses, after which a transactional
            // producer sends nothing any more (2.16.0, one broker killed and started again, or frozen). Not known before 2.11.
            configuration.set("metadata.recovery.strategy", "none", optional: true)
        } else {
            configuration.set("message.timeout.ms", deliveryTimeoutMs)
        }
        return configuration
    }
}
