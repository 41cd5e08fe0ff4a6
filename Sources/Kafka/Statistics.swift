import Foundation

/// What librdkafka counts about one client: the part of its statistics that a worker acts on or publishes.
public struct Statistics: Sendable, Equatable {
    /// The client's name inside librdkafka, such as `galley#consumer-1`.
    public var client: String
    /// Microseconds of a monotonic clock.
    public var timestampUs: Int64
    /// Events and reports that wait to be polled.
    public var waitingEvents: Int64
    /// Records in the producer's queues, those in flight included.
    public var queuedRecords: Int64
    /// Their bytes.
    public var queuedBytes: Int64
    /// Every broker known, bootstrap addresses included.
    public var brokers: [Broker]
    /// Every partition in use.
    public var partitions: [Partition]
    /// The consumer group's state, for a consumer.
    public var group: Group?

    /// A broker as this client sees it.
    public struct Broker: Sendable, Equatable {
        /// Its address and number, such as `127.0.0.1:9092/1`.
        public var name: String
        /// Its number; -1 for a bootstrap address.
        public var nodeID: Int32
        /// `UP`, `DOWN`, `CONNECT`, `INIT`, ...
        public var state: String
        /// Requests that wait to be sent.
        public var waitingRequests: Int64
        /// Requests sent and not yet answered.
        public var requestsInFlight: Int64
        /// Mean microseconds of a round trip in the last interval.
        public var roundTripUs: Int64
        /// Requests that ran into their time limit, since the start.
        public var timeouts: Int64

        /// Whether it can be spoken to.
        public var isUp: Bool { state == "UP" }
    }

    /// A partition as this client sees it.
    public struct Partition: Sendable, Equatable {
        /// Which one.
        public var topicPartition: TopicPartition
        /// Records between the committed offset and the end, or `nil` while unknown.
        public var lag: Int64?
        /// Records between the stored offset and the end, or `nil` while unknown.
        public var storedLag: Int64?
        /// Records in the consumer's fetch queue.
        public var fetchedRecords: Int64
        /// Their bytes.
        public var fetchedBytes: Int64
        /// Records in the producer's queue.
        public var queuedRecords: Int64
        /// Their bytes.
        public var queuedBytes: Int64
        /// The end of the partition, or `nil` while unknown.
        public var highWatermark: Int64?
        /// The offset last committed, or `nil`.
        public var committedOffset: Int64?
        /// Whether it is being fetched (`active`), or waits for something.
        public var fetchState: String
    }

    /// The consumer group as this member sees it.
    public struct Group: Sendable, Equatable {
        /// `up` once the coordinator is known.
        public var state: String
        /// `steady` once partitions are assigned.
        public var joinState: String
        /// Rebalances so far.
        public var rebalances: Int64
        /// Why the last one happened.
        public var rebalanceReason: String
        /// Partitions assigned to this member.
        public var assignedPartitions: Int64
    }

    /// The lag of every partition whose lag is known.
    public var lags: [TopicPartition: Int64] {
        Dictionary(
            partitions.compactMap { part in part.lag.map { (part.topicPartition, $0) } },
            uniquingKeysWith: { first, _ in first })
    }
}

extension Statistics {
    /// Reads librdkafka's JSON (its STATISTICS.md).
    /// - Returns: `nil` for what is no such JSON.
    init?(json: [UInt8]) {
        guard let raw = try? JSONDecoder().decode(RawStatistics.self, from: Data(json)) else { return nil }
        client = raw.name
        timestampUs = raw.ts
        waitingEvents = raw.replyq
        queuedRecords = raw.msgCount
        queuedBytes = raw.msgSize
        brokers = (raw.brokers ?? [:]).values.map(Broker.init).sorted { $0.name < $1.name }
        partitions = (raw.topics ?? [:]).values.flatMap(Statistics.partitions)
            .sorted { $0.topicPartition < $1.topicPartition }
        group = raw.cgrp.map(Group.init)
    }

    /// The partitions of a topic but the one, -1, where librdkafka keeps records that have no partition yet.
    private static func partitions(of topic: RawStatistics.Topic) -> [Partition] {
        topic.partitions.values.filter { $0.partition >= 0 }.map { Partition(topic: topic.topic, $0) }
    }
}

extension Statistics.Broker {
    fileprivate init(_ raw: RawStatistics.Broker) {
        self.init(
            name: raw.name, nodeID: raw.nodeid, state: raw.state, waitingRequests: raw.outbufCount,
            requestsInFlight: raw.waitrespCount, roundTripUs: raw.rtt?.avg ?? 0, timeouts: raw.requestTimeouts)
    }
}

extension Statistics.Partition {
    fileprivate init(topic: String, _ raw: RawStatistics.Partition) {
        func known(_ value: Int64) -> Int64? { value < 0 ? nil : value }
        self.init(
            topicPartition: TopicPartition(topic: topic, partition: raw.partition), lag: known(raw.lag),
            storedLag: known(raw.lagStored ?? -1), fetchedRecords: raw.fetchqCount, fetchedBytes: raw.fetchqSize,
            queuedRecords: raw.msgqCount, queuedBytes: raw.msgqBytes, highWatermark: known(raw.hiOffset),
            committedOffset: known(raw.committedOffset), fetchState: raw.fetchState)
    }
}

extension Statistics.Group {
    fileprivate init(_ raw: RawStatistics.Group) {
        self.init(
            state: raw.state, joinState: raw.joinState, rebalances: raw.rebalanceCount,
            rebalanceReason: raw.rebalanceReason, assignedPartitions: raw.assignmentSize)
    }
}

/// librdkafka's own names.
private struct RawStatistics: Decodable {
    var name: String
    var ts: Int64
    var replyq: Int64
    var msgCount: Int64
    var msgSize: Int64
    var brokers: [String: Broker]?
    var topics: [String: Topic]?
    var cgrp: Group?

    enum CodingKeys: String, CodingKey {
        case name, ts, replyq, brokers, topics, cgrp
        case msgCount = "msg_cnt"
        case msgSize = "msg_size"
    }

    struct Broker: Decodable {
        var name: String
        var nodeid: Int32
        var state: String
        var outbufCount: Int64
        var waitrespCount: Int64
        var requestTimeouts: Int64
        var rtt: Window?

        enum CodingKeys: String, CodingKey {
            case name, nodeid, state, rtt
            case outbufCount = "outbuf_cnt"
            case waitrespCount = "waitresp_cnt"
            case requestTimeouts = "req_timeouts"
        }
    }

    struct Window: Decodable {
        var avg: Int64
    }

    struct Topic: Decodable {
        var topic: String
        var partitions: [String: Partition]
    }

    struct Partition: Decodable {
        var partition: Int32
        var lag: Int64
        var lagStored: Int64?
        var fetchqCount: Int64
        var fetchqSize: Int64
        var msgqCount: Int64
        var msgqBytes: Int64
        var hiOffset: Int64
        var committedOffset: Int64
        var fetchState: String

        enum CodingKeys: String, CodingKey {
            case partition
            case lag = "consumer_lag"
            case lagStored = "consumer_lag_stored"
            case fetchqCount = "fetchq_cnt"
            case fetchqSize = "fetchq_size"
            case msgqCount = "msgq_cnt"
            case msgqBytes = "msgq_bytes"
            case hiOffset = "hi_offset"
            case committedOffset = "committed_offset"
            case fetchState = "fetch_state"
        }
    }

    struct Group: Decodable {
        var state: String
        var joinState: String
        var rebalanceCount: Int64
        var rebalanceReason: String
        var assignmentSize: Int64

        enum CodingKeys: String, CodingKey {
            case state
            case joinState = "join_state"
            case rebalanceCount = "rebalance_cnt"
            case rebalanceReason = "rebalance_reason"
            case assignmentSize = "assignment_size"
        }
    }
}
