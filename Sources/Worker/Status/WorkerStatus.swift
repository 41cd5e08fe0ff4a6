public import Kafka

/// What an admin port or a test asks a worker.
public struct WorkerStatus: Sendable, Equatable {
    /// `starting`, `running`, `draining`, `flushed` or `closed`.
    public var state: String
    /// The ledger.
    public var balance: Balance
    /// Bytes of raw pages in flight.
    public var inFlightBytes: Int
    /// The partitions that this worker reads.
    public var assigned: Set<TopicPartition>
    /// Why nothing is read, in words; empty when reading goes on.
    public var pausedFor: [String]
    /// Partitions that hold for a reason of their own.
    public var held: Set<TopicPartition>
    /// Seconds since the intake loop last came round.
    public var secondsSinceLoop: Double

    /// Whether the worker does its work: it runs, and no output is away.
    public var isReady: Bool { state == "running" && !pausedFor.contains { $0.hasPrefix("output") } }

    /// Whether the intake loop comes round, which it does however far away a broker is.
    public var isLive: Bool { secondsSinceLoop < 60 }
}
