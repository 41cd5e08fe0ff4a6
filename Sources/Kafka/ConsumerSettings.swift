/// A member of a consumer group, with the defaults that a steady memory and no silent skip ask for.
public struct ConsumerSettings: Sendable {
    /// The cluster.
    public var client: ClientSettings
    /// The group; also needed, and not touched, for reading by ``Consumer/assign(_:)``.
    public var group: String
    /// A fixed member name, which lets a restarted worker keep its partitions (static membership), or `nil`.
    public var instanceID: String?
    /// What happens where no committed offset exists, or where it is no longer in the log. librdkafka's own default,
    /// `latest`, skips records in silence; `error` lets the caller decide for each partition.
    public var offsetReset: OffsetReset = .error
    /// Whether records of open and aborted transactions stay hidden: they do, so that an exactly-once producer
    /// upstream is believed.
    public var readsUncommitted = false
    /// Kibibytes that may wait in the fetch queue, of all partitions together as far as librdkafka counts them; its
    /// own default, 64 MiB, is a third of a small worker's memory.
    public var queuedKilobytes = 16_384
    /// Records a partition's queue is filled up to; the default of 100,000 never bounds pages of 200 kB.
    public var queuedMessages = 1000
    /// Bytes asked for in one fetch of one partition. A larger record still comes whole.
    public var partitionFetchBytes = 1_048_576
    /// Bytes asked for in one fetch of all partitions of a broker.
    public var fetchBytes = 16_777_216
    /// Milliseconds of silence after which the group takes this member for dead.
    public var sessionTimeoutMs = 45_000
    /// Milliseconds between heartbeats; a third of the session timeout or less.
    public var heartbeatMs = 3000
    /// Milliseconds between two polls after which the member leaves the group.
    public var maxPollIntervalMs = 300_000
    /// How partitions are shared out. Cooperative: only partitions that move stop being read. Every member of a group
    /// has to use the same.
    public var assignor: Assignor = .cooperativeSticky
    /// Whether ``ConsumerEvent/endOfPartition(_:offset:)`` is reported.
    public var reportsEndOfPartition = false

    /// A member of a group.
    public init(client: ClientSettings, group: String) {
        self.client = client
        self.group = group
    }
}

/// Where reading starts without a usable committed offset.
public enum OffsetReset: String, Sendable, CaseIterable {
    /// It does not: ``ConsumerEvent/fault(_:)`` with ``KafkaFault/isOffsetReset`` names the partition.
    case error
    /// At the oldest record.
    case earliest
    /// After the newest record.
    case latest
}

/// How a group shares out its partitions.
public enum Assignor: String, Sendable, CaseIterable {
    case cooperativeSticky = "cooperative-sticky"
    case range
    case roundRobin = "roundrobin"
}

extension ConsumerSettings {
    /// The settings as librdkafka's properties; `optional` ones are skipped where the library does not know them.
    func configuration() -> ClientConfiguration {
        var configuration = ClientConfiguration(client)
        configuration.set("group.id", group)
        if let instanceID { configuration.set("group.instance.id", instanceID) }
        configuration.set("auto.offset.reset", offsetReset.rawValue)
        configuration.set("partition.assignment.strategy", assignor.rawValue)
        configuration.set("isolation.level", readsUncommitted ? "read_uncommitted" : "read_committed")
        configuration.set("session.timeout.ms", sessionTimeoutMs)
        configuration.set("heartbeat.interval.ms", heartbeatMs)
        configuration.set("max.poll.interval.ms", maxPollIntervalMs)
        setFetching(&configuration)
        setCommits(&configuration)
        return configuration
    }

    private func setFetching(_ configuration: inout ClientConfiguration) {
        configuration.set("queued.max.messages.kbytes", queuedKilobytes)
        configuration.set("queued.min.messages", queuedMessages)
        configuration.set("fetch.message.max.bytes", partitionFetchBytes)
        configuration.set("fetch.max.bytes", fetchBytes)
        // A full queue makes older libraries wait a second before the next fetch; from 2.2 on it can be told not to.
        configuration.set("fetch.queue.backoff.ms", "10", optional: true)
    }

    private func setCommits(_ configuration: inout ClientConfiguration) {
        configuration.guarantee("enable.auto.offset.store", "false")
        configuration.guarantee("enable.partition.eof", reportsEndOfPartition ? "true" : "false")
        configuration.guarantee("enable.auto.commit", "false")
    }
}
