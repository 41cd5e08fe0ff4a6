import CRdKafka
import Synchronization

/// A small Kafka inside this process: librdkafka's mock cluster. Real protocol over loopback TCP, so other clients can
/// join; everything is gone when it stops.
///
/// It keeps at most 5 MiB (compressed) or 100,000 batches of a partition. It knows no lookup by time, no isolation (aborted
/// records are seen), no fencing, no CreateTopics; transactional offsets are acknowledged and forgotten; a rebalance takes
/// the session timeout less a second; members with different assignors end the process.
public final class EmbeddedKafka: Sendable {
    private let cluster: MockCluster
    private let pump: EventPump
    private let brokerCount: Int
    /// The ports of brokers that are down: without this, another program may be given one, and librdkafka (2.0.2) ends the process where
    /// it cannot listen again.
    private let held = Mutex<[Int32: HeldPort]>([:])
    /// Where clients connect: `host:port`, separated by commas.
    public let brokers: String

    /// Starts a cluster.
    ///
    /// - Parameters:
    ///   - brokerCount: its brokers are numbered from 1.
    ///   - topics: partitions by topic.
    public init(
        brokerCount: Int = 1, topics: [String: Int] = [:], onEvent: @escaping ClientEventHandler = { _ in }
    ) throws(KafkaFault) {
        // No address: the client is there to hold the cluster, and connects to nothing.
        let configuration = ClientConfiguration(
            ClientSettings(brokers: "", clientID: "galley-embedded", statisticsIntervalMs: 0))
        let handle = try ClientHandle(RD_KAFKA_PRODUCER, configuration)
        self.brokerCount = brokerCount
        pump = try EventPump(name: "kafka-embedded", handle, EventDispatch(onEvent: onEvent))
        cluster = try MockCluster(handle, brokerCount: brokerCount)
        brokers = unsafe try cluster.with { unsafe String(cString: rd_kafka_mock_cluster_bootstraps($0)) }
        for (name, partitions) in topics { try createTopic(name, partitions: partitions) }
    }

    /// Makes a topic, with one replica.
    public func createTopic(_ name: String, partitions: Int) throws(KafkaFault) {
        unsafe try cluster.check { unsafe rd_kafka_mock_topic_create($0, name, partitions.c, 1) }
    }

    /// Ends the cluster: connections break and every record is gone. Calls after it throw.
    public func stop() {
        cluster.stop()
        _ = pump.stop(waitingMs: 1000)
    }

    deinit { stop() }
}

/// Requests of Kafka's protocol, by their numbers.
public enum RequestKind: Int16, Sendable, CaseIterable {
    case produce = 0
    case fetch = 1
    case listOffsets = 2
    case metadata = 3
    case offsetCommit = 8
    case offsetFetch = 9
    case findCoordinator = 10
    case joinGroup = 11
    case heartbeat = 12
    case leaveGroup = 13
    case syncGroup = 14
    case initProducerID = 22
    case addPartitionsToTransaction = 24
    case addOffsetsToTransaction = 25
    case endTransaction = 26
    case transactionalOffsetCommit = 28
}

extension EmbeddedKafka {
    /// Makes the next requests of a kind fail, one by one, with these codes (``KafkaFault/code``); `_TRANSPORT`, -195,
    /// breaks the connection.
    public func fail(_ kind: RequestKind, with codes: [Int32]) throws(KafkaFault) {
        let errors = codes.map { rd_kafka_resp_err_t(rawValue: $0) }
        unsafe try cluster.with {
            unsafe rd_kafka_mock_push_request_errors_array($0, kind.rawValue, errors.count, errors)
        }
    }

    /// Takes back the failures of a kind that are still to come.
    public func clearFailures(of kind: RequestKind) throws(KafkaFault) {
        unsafe try cluster.with { unsafe rd_kafka_mock_clear_request_errors($0, kind.rawValue) }
    }

    /// Makes every metadata request tell this code of a topic; 0 takes it back.
    public func setTopicError(_ topic: String, code: Int32) throws(KafkaFault) {
        let error = rd_kafka_resp_err_t(rawValue: code)
        unsafe try cluster.with { unsafe rd_kafka_mock_topic_set_error($0, topic, error) }
    }

    /// Breaks a broker's connections and refuses new ones; every broker's without a number.
    public func takeDown(broker: Int32 = -1) throws(KafkaFault) {
        unsafe try cluster.check { unsafe rd_kafka_mock_broker_set_down($0, broker) }
        held.withLock { held in
            for (number, port) in ports where broker == -1 || broker == number { held[number] = HeldPort(port) }
        }
    }

    /// Each broker's number and port.
    private var ports: [(Int32, UInt16)] {
        zip(Int32(1)..., brokers.split(separator: ",")).compactMap { number, address in
            address.split(separator: ":").last.flatMap { UInt16($0) }.map { (number, $0) }
        }
    }

    /// Lets clients connect again.
    public func bringUp(broker: Int32 = -1) throws(KafkaFault) {
        unsafe try cluster.check { unsafe rd_kafka_mock_broker_set_up($0, broker) }
        held.withLock { held in held = held.filter { broker != -1 && broker != $0.key } }
    }

    /// Delays every answer of a broker.
    public func setRoundTrip(milliseconds: Int, broker: Int32 = -1) throws(KafkaFault) {
        unsafe try cluster.check { unsafe rd_kafka_mock_broker_set_rtt($0, broker, milliseconds.c) }
    }

    /// A coordinator that is none of the cluster's ends the process (2.0.2) when it is asked for.
    private func checkExists(_ broker: Int32) throws(KafkaFault) {
        guard 1...brokerCount ~= Int(broker) else {
            throw KafkaFault.invalid("the embedded cluster has brokers 1 to \(brokerCount), none \(broker)")
        }
    }

    /// Moves a partition to another leader; -1 leaves it without one.
    public func setLeader(of place: TopicPartition, broker: Int32) throws(KafkaFault) {
        unsafe try cluster.check { unsafe rd_kafka_mock_partition_set_leader($0, place.topic, place.partition, broker) }
    }

    /// Moves a group to another coordinator.
    public func setCoordinator(ofGroup group: String, broker: Int32) throws(KafkaFault) {
        try checkExists(broker)
        unsafe try cluster.check { unsafe rd_kafka_mock_coordinator_set($0, "group", group, broker) }
    }

    /// Moves a transactional id to another coordinator.
    public func setCoordinator(ofTransactionalID id: String, broker: Int32) throws(KafkaFault) {
        try checkExists(broker)
        unsafe try cluster.check { unsafe rd_kafka_mock_coordinator_set($0, "transaction", id, broker) }
    }
}

/// Owns the mock cluster and the client that it lives on.
///
/// `@unchecked Sendable`: the cluster's functions take its own lock or run on its own thread; the pointer is only used
/// under ours, so that none is called after its end.
@safe private final class MockCluster: @unchecked Sendable {
    private let lock = Mutex(())
    private var cluster: OpaquePointer?
    private var handle: ClientHandle?

    init(_ handle: ClientHandle, brokerCount: Int) throws(KafkaFault) {
        guard brokerCount > 0, let made = unsafe rd_kafka_mock_cluster_new(handle.client, brokerCount.c) else {
            throw KafkaFault.invalid("an embedded cluster of \(brokerCount) brokers could not be started")
        }
        unsafe cluster = made
        self.handle = handle
    }

    func with<Result: Sendable>(_ body: (OpaquePointer) -> Result) throws(KafkaFault) -> Result {
        let result = lock.withLock { _ in unsafe cluster.map { unsafe body($0) } }
        guard let result else { throw KafkaFault.closed }
        return result
    }

    func check(_ body: (OpaquePointer) -> rd_kafka_resp_err_t) throws(KafkaFault) {
        try KafkaFault.check(KafkaFault(unsafe with(body)))
    }

    func stop() {
        lock.withLock { _ in
            if let live = unsafe cluster { unsafe rd_kafka_mock_cluster_destroy(live) }
            unsafe cluster = nil
            handle = nil
        }
    }

    deinit { stop() }
}
