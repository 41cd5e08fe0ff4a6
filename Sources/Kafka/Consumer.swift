import CRdKafka
import Synchronization

/// A consumer: a member of a group after ``subscribe(_:onRebalance:)``, a plain reader after ``assign(_:)``.
///
/// One thread polls and closes; every other call may come from any thread. Records come one at a time: the batch calls of
/// librdkafka before 2.1.0 lose messages around rebalances, pauses and seeks.
public final class Consumer: Sendable {
    let slot: ClientSlot
    let rebalancer = Rebalancer()
    private let commits = PendingCommits()
    private let dispatch: EventDispatch
    private let group: String

    /// Makes a consumer; it connects in the background.
    ///
    /// - Parameters:
    ///   - settings: the cluster, the group and how to read.
    ///   - onEvent: takes logs, statistics and errors, on the polling thread.
    /// - Throws: a fault that names the property that librdkafka refused.
    public init(_ settings: ConsumerSettings, onEvent: @escaping ClientEventHandler = { _ in }) throws(KafkaFault) {
        slot = ClientSlot(
            try ClientHandle(RD_KAFKA_CONSUMER, settings.configuration(), rebalancer: rebalancer))
        group = settings.group
        let commits = commits
        let rebalancer = rebalancer
        dispatch = EventDispatch(
            onEvent: { event in
                if case .fault(let fault) = event, fault.isFatal { rebalancer.report(fault) }
                onEvent(event)
            },
            onCommit: { commits.finish($0, $1) })
    }

    /// The next record or event, waiting for it at most so long.
    ///
    /// A member has to poll more often than every ``ConsumerSettings/maxPollIntervalMs``, even with every partition
    /// paused. Rebalance handlers, commit completions and the event handler run inside this call.
    /// - Returns: `nil` when nothing came in time.
    /// - Throws: a fatal fault, after which the consumer has to be closed and made anew.
    public func poll(timeoutMs: Int) throws(KafkaFault) -> ConsumerEvent? {
        let handle = try slot.borrow()
        serveEvents(handle)
        if let fault = rebalancer.takeFault() {
            if fault.isFatal { throw fault }
            return .fault(fault)
        }
        guard let message = unsafe rd_kafka_consumer_poll(handle.client, timeoutMs.c) else {
            serveEvents(handle)
            return nil
        }
        defer { unsafe rd_kafka_message_destroy(message) }
        let event = unsafe ConsumerEvent(message.pointee, pointer: message)
        guard case .fault(let fault) = event else { return event }
        if fault.isFatal { throw handle.fatalFault ?? fault }
        return .fault(fault.naming(group: group))
    }

    /// Takes what waits of logs, errors and answers to commits in the background, without polling for records: for who has
    /// to wait within a rebalance.
    public func serve(timeoutMs: Int) {
        guard let handle = try? slot.borrow() else { return }
        if dispatch.serve(handle, timeoutMs: timeoutMs) { serveEvents(handle) }
    }

    /// Leaves the group and frees the client, in at most so long. To be called by the polling thread, or after it ended.
    ///
    /// The rebalance handler is told of the revoked partitions first. librdkafka's own close can hang while the
    /// coordinator is away; here what does not end in time goes on in the background, and nothing depends on it.
    /// - Returns: whether all of it ended in time.
    @discardableResult
    public func close(deadlineMs: Int) -> Bool {
        let countdown = Countdown(milliseconds: deadlineMs)
        guard let (isClean, gone) = leave(countdown) else { return true }
        return gone.wait(milliseconds: max(countdown.remaining, 50)) && isClean
    }

    /// Leaves the group, then takes the client out of the slot: until then the rebalance handler can still commit. On
    /// return no reference of ours is left, so that the client is destroyed.
    private func leave(_ countdown: Countdown) -> (isClean: Bool, gone: Latch)? {
        guard let handle = try? slot.borrow() else { return nil }
        let isClean = leaveGroup(handle, countdown)
        guard let taken = slot.take() else { return nil }
        commits.abandon()
        // The handler may hold this consumer: neither would ever be freed.
        rebalancer.setHandler { _ in }
        return (isClean, taken.gone)
    }

    private func leaveGroup(_ handle: ClientHandle, _ countdown: Countdown) -> Bool {
        guard let queue = unsafe rd_kafka_queue_new(handle.client) else { return false }
        defer { unsafe rd_kafka_queue_destroy(queue) }
        if let refused = unsafe rd_kafka_consumer_close_queue(handle.client, queue) {
            unsafe rd_kafka_error_destroy(refused)
            return false
        }
        while unsafe rd_kafka_consumer_closed(handle.client) == 0, !countdown.isOver {
            unsafe serveClosing(handle, queue, timeoutMs: min(countdown.remaining, 20))
            serveEvents(handle)
        }
        serveEvents(handle)
        return unsafe rd_kafka_consumer_closed(handle.client) != 0
    }

    /// Serves what a close brings: the last revocation, and records fetched in vain. Not by
    /// `rd_kafka_queue_poll_callback`, which ends the process when it meets a record (2.0.2).
    private func serveClosing(_ handle: ClientHandle, _ queue: OpaquePointer, timeoutMs: Int) {
        guard let event = unsafe rd_kafka_queue_poll(queue, timeoutMs.c) else { return }
        defer { unsafe rd_kafka_event_destroy(event) }
        guard unsafe rd_kafka_event_type(event) == RD_KAFKA_EVENT_REBALANCE else { return }
        unsafe rebalancer.rebalance(
            handle.client, rd_kafka_event_error(event), rd_kafka_event_topic_partition_list(event))
    }

    /// Logs, statistics, errors and commit results: a bounded number, so that a talkative log does not hold up records.
    private func serveEvents(_ handle: ClientHandle) {
        for _ in 0..<64 where !dispatch.serve(handle, timeoutMs: 0) { return }
    }

    /// Keeps a completion until the commit's result is polled.
    func expectCommit(_ completion: @escaping CommitCompletion) -> UInt { commits.expect(completion) }

    /// Forgets a completion whose commit was refused at once.
    func forgetCommit(_ id: UInt) { commits.forget(id) }
}

/// Takes the outcome of an asynchronous commit: `nil` for success. Called on the polling thread.
public typealias CommitCompletion = @Sendable (KafkaFault?) -> Void

/// Completions of the commits under way, by number.
private final class PendingCommits: Sendable {
    private struct State {
        var last: UInt = 0
        var waiting: [UInt: CommitCompletion] = [:]
    }

    private let state = Mutex(State())

    func expect(_ completion: @escaping CommitCompletion) -> UInt {
        state.withLock { state in
            state.last &+= 1
            state.waiting[state.last] = completion
            return state.last
        }
    }

    func forget(_ id: UInt) { state.withLock { _ = $0.waiting.removeValue(forKey: id) } }

    func finish(_ id: UInt, _ fault: KafkaFault?) {
        let completion = state.withLock { $0.waiting.removeValue(forKey: id) }
        completion?(fault)
    }

    /// Every commit has an end, at the latest the consumer's.
    func abandon() {
        let left = state.withLock { state in
            defer { state.waiting.removeAll() }
            return state.waiting.values.map { $0 }
        }
        for completion in left { completion(KafkaFault.closed) }
    }
}
