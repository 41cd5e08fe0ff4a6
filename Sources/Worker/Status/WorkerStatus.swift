public import Kafka

/// How a worker stands: what an admin port, a probe or a test asks of it.
public struct WorkerStatus: Sendable, Equatable {
    /// `starting`, `running`, `draining`, `flushed` or `closed`.
    public var state: String
    /// The ledger.
    public var balance: Balance
    /// Bytes of raw pages in flight.
    public var inFlightBytes: Int
    /// Bytes in flight at which reading pauses.
    public var inFlightLimit: Int
    /// The partitions that this worker reads.
    public var assigned: Set<TopicPartition>
    /// Why nothing is read; empty when reading goes on.
    public var pauses: [PauseReason]
    /// Partitions that hold for a reason of their own.
    public var held: Set<TopicPartition>
    /// The assigned partitions one by one, as they stood within the last second.
    public var partitions: [PartitionStatus]
    /// Partitions that wait in vain, as no page is finished or no record taken, for long.
    public var stuck: Set<TopicPartition>
    /// Brokers as the worker's clients see them, once they have told.
    public var brokers: [BrokerStatus]
    /// What keeps the worker from starting, or from reading, in words.
    public var waitsFor: String?
    /// Seconds since it was made.
    public var uptime: Double
    /// Seconds since the intake loop last came round.
    public var secondsSinceLoop: Double

    /// Why nothing is read, in words.
    public var pausedFor: [String] { pauses.map(\.words) }

    /// What keeps it from doing its work, in words; empty when it does.
    public var unready: [String] {
        guard state == "running" else { return [waitsFor ?? "the worker is \(state)"] }
        return [waitsFor].compactMap(\.self) + pauses.filter(\.isOfOutput).map { "paused for: \($0.words)" }
    }

    /// What tells that it will not come to work again by itself, in words; empty while it lives. A broker that is away is none: the
    /// loop comes round all the same, and what waits for it is not held against it.
    public var dead: [String] {
        var reasons: [String] = []
        if secondsSinceLoop >= WorkerStatus.loopLimit {
            reasons.append("the reading loop has not come round for \(Int(secondsSinceLoop)) s")
        }
        if !stuck.isEmpty {
            reasons.append(
                "nothing is finished or taken of \(stuck.sorted().map(\.description).joined(separator: " "))")
        }
        return reasons
    }

    private static let loopLimit = 60.0

    /// Whether the worker does its work: it runs, and no output is away.
    public var isReady: Bool { unready.isEmpty }

    /// Whether the loop comes round and every partition that can move does.
    public var isLive: Bool { dead.isEmpty }
}

/// Why nothing is read.
public struct PauseReason: Sendable, Hashable, Comparable {
    /// What it is called in metrics.
    public enum Name: String, Sendable, CaseIterable {
        case memory
        case commits
        case queue
        case outputTopic = "output_topic"
        case outputBroker = "output_broker"
        case outputProducer = "output_producer"
        case stopping
    }

    /// Its name.
    public let name: Name
    /// In words.
    public let words: String

    /// Whether it is the output that is away.
    public var isOfOutput: Bool { [.outputTopic, .outputBroker, .outputProducer].contains(name) }

    /// By their words.
    public static func < (left: PauseReason, right: PauseReason) -> Bool { left.words < right.words }

    init(_ reason: ShutReason) {
        (name, words) =
            switch reason {
            case .bytes: (.memory, "bytes in flight")
            case .uncommitted: (.commits, "pages that no commit tells of yet")
            case .producerFull: (.queue, "producer queue full")
            case .outputAway(let topic): (.outputTopic, "output \(topic)")
            case .outputStalled: (.outputBroker, "output not acknowledging")
            case .producerAway: (.outputProducer, "output producer")
            case .stopping: (.stopping, "stopping")
            }
    }
}

/// How a partition stands.
public struct PartitionStatus: Sendable, Equatable {
    /// Which one.
    public var place: TopicPartition
    /// The first offset that is not finished.
    public var frontier: Int64
    /// The next offset to take.
    public var position: Int64
    /// The end of the log as last told; `nil` while unknown.
    public var end: Int64?
    /// Pages begun and not finished.
    public var inFlight: Int
    /// Age of the newest record taken, while there are more; 0 when there are none, `nil` while unknown.
    public var lagSeconds: Double?

    /// Records that are not finished.
    public var lag: Int64? { end.map { max(0, $0 - frontier) } }
}

/// How a client sees a broker.
public struct BrokerStatus: Sendable, Equatable {
    /// `consumer` or `producer`.
    public var client: String
    /// Its address and number.
    public var name: String
    /// Whether it can be spoken to.
    public var isUp: Bool
    /// Seconds of a request, mean of the last seconds.
    public var roundTrip: Double
}
