public import Kafka
public import Wire

/// What a worker needs to know.
public struct WorkerSettings: Sendable {
    /// The cluster.
    public var client: ClientSettings
    /// Topics of raw pages.
    public var inputTopics: [String]
    /// The consumer group.
    public var group: String
    /// A fixed member name (static membership), or `nil`.
    public var instanceID: String?
    /// Where a partition starts that the group has no offset for, and goes on when its offset is gone.
    public var start: StartAt = .earliest
    /// What is read of them, where not everything is.
    public var range: FrozenRange?
    /// Pages begun in a second at most; `nil` for no limit.
    public var pagesPerSecond: Double?
    /// Whether outcomes are published; else a page is finished when it is worked on.
    public var publishes = true
    /// Topic of article events.
    public var outputTopic: String
    /// Topic of rejections.
    public var rejectedTopic: String
    /// Topic of dead letters.
    public var deadLetterTopic: String
    /// Bytes for everything: `limits.memory_bytes`.
    public var memoryBytes = MemoryPlan.defaultTotal
    /// Bytes of the largest record that is published: a dead letter carries its page and headers whole.
    public var largestRecordBytes = 21_037_056
    /// Pages worked on at once; as many as there are cores.
    public var permits: Int
    /// How long a stop waits for the pages being worked on: `delivery.drain_seconds`.
    public var drain = Duration.seconds(25)
    /// How long after the drain's deadline the process is ended by force.
    public var hardExitGrace = Duration.seconds(5)
    /// For exactly-once delivery the producer's transactional id: one for each worker, kept over restarts. `nil` for
    /// at-least-once.
    public var transactionalID: String?
    /// Milliseconds that a transaction may stay open: so long readers wait for one whose worker is gone.
    public var transactionTimeoutMs = 30_000
    /// Between two commits.
    public var commitInterval = Duration.seconds(1)
    /// Pages that may be begun without a commit that tells of them, at-least-once: `delivery.uncommitted_pages`.
    public var mostUncommitted = 10_000
    /// Between two progress lines.
    public var progressInterval = Duration.seconds(10)
    /// How long a missing topic or a refused right is waited for at start; a broker is waited for without end.
    public var startPatience = Duration.seconds(30)
    /// Without a delivery for so long, while records wait for one, the output counts as away.
    public var stallAfter = Duration.seconds(10)
    /// The first and the last wait before a refused record is produced again.
    public var retry = (first: Duration.milliseconds(500), last: Duration.seconds(30))
    /// How long the high mark may stand before partitions are paused: a pause throws fetched records away.
    public var holdBeforePause = Duration.milliseconds(250)
    /// Milliseconds of silence after which the group takes this member for dead.
    public var sessionTimeoutMs = 45_000
    /// Milliseconds between heartbeats, by which members learn of a rebalance: short, so that one ends before a
    /// stopping worker's time does.
    public var heartbeatMs = 1000
    /// Milliseconds after which librdkafka gives up a delivery, which is then produced again by the worker.
    public var deliveryTimeoutMs = 120_000
    /// Milliseconds the producer waits for a batch to fill.
    public var lingerMs = 20
    /// Bytes that commit metadata may take; the broker's bound is `offset.metadata.max.bytes`.
    public var metadataCap: Int = 4096
    /// How often a page may end its worker before it becomes a dead letter: `dead_letters.attempts`.
    public var attempts = 3
    /// A page that is worked on for so long hangs: no limit inside its work stopped it, so the process ends by force,
    /// as if it had crashed.
    public var hangAfter = Duration.seconds(60)
    /// Whether to stop by itself.
    public var stop = StopCondition.never
    /// What the records of output topics have to be, by topic: a worker does not begin on one whose last records are something else.
    public var formats: [String: OutputFormat] = [:]
    /// What else has to be there before reading begins, asked on the thread that runs after the cluster was; returns what is in the way.
    public var prepare: @Sendable () -> StartProblem? = { nil }
    /// Galley's version, for dead letters.
    public var version = "dev"
    /// Called at the steps of each transaction, on the thread that takes them: for who has to see, or to end, a worker there.
    public var atTransactionStep: @Sendable (TransactionStep) -> Void = { _ in }
    /// Changes to the consumer's settings as the worker derives them, for what has no setting here.
    public var adjustConsumer: @Sendable (inout ConsumerSettings) -> Void = { _ in }
    /// Changes to the producer's settings as the worker derives them.
    public var adjustProducer: @Sendable (inout ProducerSettings) -> Void = { _ in }

    /// Makes settings; what is not asked for has the configuration's defaults.
    public init(
        client: ClientSettings, inputTopics: [String] = ["pages.raw"], group: String = "galley",
        outputTopic: String = "articles", rejectedTopic: String = "articles.rejected",
        deadLetterTopic: String = "pages.raw.dlq", permits: Int
    ) {
        self.client = client
        self.inputTopics = inputTopics
        self.group = group
        self.outputTopic = outputTopic
        self.rejectedTopic = rejectedTopic
        self.deadLetterTopic = deadLetterTopic
        self.permits = max(1, permits)
    }

    /// How long a revocation waits for pages at work: well below the session timeout, as the group waits for it.
    var revokeWait: Duration { .milliseconds(sessionTimeoutMs / 3) }

    var isExactlyOnce: Bool { transactionalID != nil }

    /// Whether reading may not begin before the group has told where it stands: what it has done already would be done again,
    /// or what is no part of the range be read.
    var needsKnownOffsets: Bool { isExactlyOnce || range != nil }

    var memory: MemoryPlan { MemoryPlan(total: memoryBytes, permits: permits) }

    /// What the machine of delivery goes by.
    var rules: DeliveryMachine.Rules {
        DeliveryMachine.Rules(
            outputTopic: outputTopic, rejectedTopic: rejectedTopic, deadLetterTopic: deadLetterTopic, retry: retry,
            stallAfter: stallAfter, commitInterval: commitInterval,
            mostUncommitted: isExactlyOnce ? .max : mostUncommitted, isExactlyOnce: isExactlyOnce,
            high: memory.inFlightHigh, low: memory.inFlightLow, metadataCap: metadataCap, range: range,
            publishes: publishes)
    }
}

/// The steps of a transaction.
public enum TransactionStep: String, Sendable, CaseIterable {
    /// None is open yet.
    case begins
    /// It is open and empty.
    case began
    /// All its records are delivered; the offsets are not sent.
    case sendsOffsets = "sends-offsets"
    /// The offsets are sent; it is not committed.
    case commits
    /// It is committed, and the worker does not know yet.
    case committed
}

/// Where reading starts without an offset.
public enum StartAt: String, Sendable, CaseIterable {
    /// At the oldest record.
    case earliest
    /// After the newest record.
    case latest

    /// The offset that it names in a partition.
    func offset(_ marks: Watermarks) -> Int64 { self == .earliest ? marks.low : marks.high }
}

/// When a worker stops without being told to.
public enum StopCondition: Sendable, Equatable {
    /// Never.
    case never
    /// After so many input records.
    case afterRecords(Int)
    /// When every assigned partition was read to the end it had when it was assigned.
    case atEnd
}

extension WorkerSettings {
    /// The consumer's settings.
    var consumer: ConsumerSettings {
        var settings = ConsumerSettings(client: client, group: group)
        let memory = memory
        settings.instanceID = instanceID
        settings.offsetReset = .error
        // Committed by the worker alone: librdkafka's own commit would replace the metadata with nothing.
        settings.queuedKilobytes = memory.fetchQueueKilobytes
        settings.fetchBytes = memory.fetchBytes
        settings.partitionFetchBytes = memory.partitionFetchBytes
        settings.sessionTimeoutMs = sessionTimeoutMs
        settings.heartbeatMs = heartbeatMs
        settings.reportsEndOfPartition = true
        adjustConsumer(&settings)
        return settings
    }

    /// The producer's settings.
    var producer: ProducerSettings {
        var settings = ProducerSettings(client: client)
        settings.queuedKilobytes = memory.producerQueueKilobytes
        settings.maxRecordBytes = largestRecordBytes
        settings.deliveryTimeoutMs = deliveryTimeoutMs
        settings.lingerMs = lingerMs
        settings.transactionalID = transactionalID
        settings.transactionTimeoutMs = transactionTimeoutMs
        adjustProducer(&settings)
        return settings
    }
}
