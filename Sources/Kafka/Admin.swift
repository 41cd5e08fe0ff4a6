import CRdKafka

/// Questions about a cluster, and the making of topics. Every call blocks: not for the pool of Swift concurrency.
public final class Admin: Sendable {
    let slot: ClientSlot
    private let pump: EventPump

    /// Makes a client for a cluster; it connects in the background.
    public init(_ settings: ClientSettings, onEvent: @escaping ClientEventHandler = { _ in }) throws(KafkaFault) {
        var quiet = settings
        quiet.statisticsIntervalMs = 0
        var configuration = ClientConfiguration(quiet)
        // A consumer, as asking a producer for a missing topic would create it.
        configuration.set("allow.auto.create.topics", false)
        let handle = try ClientHandle(RD_KAFKA_CONSUMER, configuration)
        slot = ClientSlot(handle)
        pump = try EventPump(name: "kafka-admin", handle, EventDispatch(onEvent: onEvent))
    }

    /// Asks whether a broker answers.
    /// - Throws: the fault that tells why not: no broker there, a refused login, a time limit.
    @discardableResult
    public func probe(timeoutMs: Int) throws(KafkaFault) -> [Broker] {
        try slot.borrow().metadata(of: nil, allTopics: false, timeoutMs: timeoutMs).brokers
    }

    /// What the cluster tells of a topic; ``Topic/fault`` says when it does not exist or may not be seen.
    public func topic(_ name: String, timeoutMs: Int) throws(KafkaFault) -> Topic {
        let metadata = try slot.borrow().metadata(of: name, allTopics: false, timeoutMs: timeoutMs)
        if let topic = metadata.topics.first(where: { $0.name == name }) { return topic }
        return Topic(name: name, partitions: [], fault: KafkaFault(RD_KAFKA_RESP_ERR_UNKNOWN_TOPIC_OR_PART))
    }

    /// Every topic that this client may see, by name.
    public func topics(timeoutMs: Int) throws(KafkaFault) -> [Topic] {
        try slot.borrow().metadata(of: nil, allTopics: true, timeoutMs: timeoutMs).topics.sorted { $0.name < $1.name }
    }

    /// The ends of every partition of a topic.
    public func watermarks(of topic: String, timeoutMs: Int) throws(KafkaFault) -> [TopicPartition: Watermarks] {
        let countdown = Countdown(milliseconds: timeoutMs)
        let found = try self.topic(topic, timeoutMs: countdown.remaining)
        if var fault = found.fault {
            fault.message = "topic \(topic): \(fault.message)"
            throw fault
        }
        var ends: [TopicPartition: Watermarks] = [:]
        for partition in found.partitions {
            let place = TopicPartition(topic: topic, partition: partition.id)
            ends[place] = try slot.borrow().watermarks(place, timeoutMs: max(1, countdown.remaining))
        }
        return ends
    }

    /// For each partition the offset of the first record at or after a time; those without such a record are left out.
    public func offsetsForTimes(
        _ timestampsMs: [TopicPartition: Int64], timeoutMs: Int
    ) throws(KafkaFault) -> [PartitionOffset] {
        try slot.borrow().offsetsForTimes(timestampsMs, timeoutMs: timeoutMs)
    }

    /// Frees the client, in at most so long.
    /// - Returns: whether it ended in time.
    @discardableResult
    public func close(deadlineMs: Int = 2000) -> Bool {
        let countdown = Countdown(milliseconds: deadlineMs)
        let isStopped = pump.stop(waitingMs: countdown.remaining)
        guard let gone = slot.take()?.gone else { return true }
        return gone.wait(milliseconds: max(countdown.remaining, 50)) && isStopped
    }
}

/// A broker of a cluster.
public struct Broker: Sendable, Hashable {
    /// Its number.
    public var id: Int32
    /// The host that it advertises.
    public var host: String
    /// The port that it advertises.
    public var port: Int32
}

/// A topic as the cluster tells of it.
public struct Topic: Sendable, Equatable {
    /// Its name.
    public var name: String
    /// Its partitions, by number; none when there is a fault.
    public var partitions: [Partition]
    /// Why there are none: it does not exist, may not be seen, has no leader yet.
    public var fault: KafkaFault?

    /// A partition as the cluster tells of it.
    public struct Partition: Sendable, Equatable {
        /// Its number.
        public var id: Int32
        /// The broker that leads it; -1 for none.
        public var leader: Int32
        /// The brokers that hold it.
        public var replicas: [Int32]
        /// Those of them that are in step.
        public var inSync: [Int32]
        /// What is wrong with it.
        public var fault: KafkaFault?
    }

    /// Whether it exists and may be seen.
    public var exists: Bool { fault == nil && !partitions.isEmpty }
}
