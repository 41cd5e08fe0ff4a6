import CRdKafka
import Synchronization

/// An idempotent producer, transactional when its settings say so. Any thread may call it.
///
/// A thread of its own serves delivery reports, so they come while another waits in a flush or a transaction's end.
public final class Producer: Sendable {
    let slot: ClientSlot
    private let pump: EventPump
    private let undelivered: UndeliveredCount
    private let queueBytes: Int
    let transactionalID: String?

    /// Makes a producer; it connects in the background.
    ///
    /// - Parameters:
    ///   - settings: the cluster and how to write.
    ///   - onEvent: takes logs, statistics and errors, on the producer's thread.
    ///   - onDelivery: takes the one report that each accepted record gets, on the producer's thread.
    /// - Throws: a fault that names the property that librdkafka refused.
    public init(
        _ settings: ProducerSettings, onEvent: @escaping ClientEventHandler = { _ in },
        onDelivery: @escaping @Sendable (DeliveryReport) -> Void
    ) throws(KafkaFault) {
        let handle = try ClientHandle(RD_KAFKA_PRODUCER, settings.configuration())
        let counter = UndeliveredCount()
        transactionalID = settings.transactionalID
        queueBytes = settings.queuedKilobytes * 1024
        undelivered = counter
        slot = ClientSlot(handle)
        let dispatch = EventDispatch(
            onEvent: { event in
                if case .fault(let fault) = event {
                    onEvent(.fault(fault.naming(transactionalID: settings.transactionalID)))
                } else {
                    onEvent(event)
                }
            },
            onDelivery: { report in
                counter.subtract()
                onDelivery(report)
            })
        pump = try EventPump(name: "kafka-producer", handle, dispatch)
    }

    /// Hands a record over; it is copied.
    ///
    /// - Parameters:
    ///   - value: `nil` for a tombstone.
    ///   - timestampMs: milliseconds since 1970; `nil` for now.
    ///   - partition: `nil` to go by the key, as the Java client does.
    ///   - token: comes back in the delivery report.
    /// - Throws: ``KafkaFault/isQueueFull`` when there is no room; any other fault says that this record will never be
    ///   taken (too large) or that the producer is broken (``KafkaFault/isFatal``). No report follows a throw.
    public func produce(
        topic: String, key: [UInt8]?, value: [UInt8]?, headers: [Header] = [], timestampMs: Int64? = nil,
        partition: Int32? = nil, token: UInt64
    ) throws(KafkaFault) {
        let handle = try slot.borrow()
        // librdkafka would call the queue full, for ever.
        guard (value?.count ?? 0) <= queueBytes else { throw KafkaFault.largerThanQueue(queueBytes) }
        let outgoing = OutgoingRecord(
            key: key, value: value, timestampMs: timestampMs, partition: partition, token: token)
        // Counted first: the report may come before the call returns.
        undelivered.add()
        if let fault = outgoing.produce(on: handle, topic: topic, headers: headers) {
            undelivered.subtract()
            throw fault
        }
    }

    /// Records accepted and not yet reported on.
    public var outstanding: Int { undelivered.value }

    /// Sends what lingers and waits until it is delivered or given up, at most so long.
    /// - Returns: the number of records still outstanding.
    @discardableResult
    public func flush(timeoutMs: Int) -> Int {
        if let handle = try? slot.borrow() { _ = unsafe rd_kafka_flush(handle.client, timeoutMs.c) }
        return outstanding
    }

    /// Gives up every record: each is reported with `_PURGE_QUEUE` or `_PURGE_INFLIGHT`. What was in flight may still
    /// have reached the broker.
    public func purge() {
        guard let handle = try? slot.borrow() else { return }
        _ = unsafe rd_kafka_purge(handle.client, RD_KAFKA_PURGE_F_QUEUE | RD_KAFKA_PURGE_F_INFLIGHT)
    }

    /// The fault that made the producer unusable, if one did: close it and make another.
    public var fatalFault: KafkaFault? { (try? slot.borrow())?.fatalFault }

    /// Flushes, gives up what could not be delivered, and frees the client, in at most so long.
    /// - Returns: whether every record was delivered or reported before, and all of it ended in time.
    @discardableResult
    public func close(deadlineMs: Int) -> Bool {
        let countdown = Countdown(milliseconds: deadlineMs)
        // A quarter is kept for reports of what is given up and for the client's end.
        let left = flush(timeoutMs: deadlineMs / 4 * 3)
        if left > 0 {
            purge()
            flush(timeoutMs: countdown.remaining / 2)
        }
        let isStopped = pump.stop(waitingMs: max(countdown.remaining, 50))
        guard let gone = slot.take()?.gone else { return true }
        return gone.wait(milliseconds: max(countdown.remaining, 50)) && isStopped && left == 0
    }
}

/// Counts across threads.
final class UndeliveredCount: Sendable {
    private let count = Atomic(0)

    /// The count.
    var value: Int { count.load(ordering: .acquiring) }

    /// One more.
    func add() { count.add(1, ordering: .acquiringAndReleasing) }

    /// One less.
    func subtract() { count.subtract(1, ordering: .acquiringAndReleasing) }
}
