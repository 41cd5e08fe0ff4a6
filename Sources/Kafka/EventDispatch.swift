import CRdKafka
import Synchronization

/// Turns what stands in a client's main queue into typed events, on the thread that polls it.
struct EventDispatch: Sendable {
    /// Takes logs, statistics and faults.
    var onEvent: ClientEventHandler
    /// Takes delivery reports, for a producer.
    var onDelivery: @Sendable (DeliveryReport) -> Void = { _ in }
    /// Takes commit results, for a consumer.
    var onCommit: @Sendable (UInt, KafkaFault?) -> Void = { _, _ in }

    /// Serves the next event, waiting for it at most so long.
    /// - Returns: whether there was one.
    func serve(_ handle: ClientHandle, timeoutMs: Int) -> Bool {
        guard let event = unsafe rd_kafka_queue_poll(handle.events, timeoutMs.c) else { return false }
        defer { unsafe rd_kafka_event_destroy(event) }
        switch unsafe rd_kafka_event_type(event) {
        case RD_KAFKA_EVENT_DR: unsafe deliver(event)
        case RD_KAFKA_EVENT_LOG: unsafe log(event, handle.secrets)
        case RD_KAFKA_EVENT_STATS: unsafe statistics(event)
        case RD_KAFKA_EVENT_ERROR: unsafe fault(event, handle)
        case RD_KAFKA_EVENT_OFFSET_COMMIT: unsafe commit(event)
        default: break
        }
        return true
    }

    private func deliver(_ event: OpaquePointer) {
        while let message = unsafe rd_kafka_event_message_next(event) {
            onDelivery(unsafe DeliveryReport(message.pointee))
        }
    }

    private func log(_ event: OpaquePointer, _ secrets: SecretFilter) {
        var facility: UnsafePointer<CChar>?
        var message: UnsafePointer<CChar>?
        var level: Int32 = 0
        guard unsafe rd_kafka_event_log(event, &facility, &message, &level) == 0,
            let facility = unsafe facility, let message = unsafe message
        else { return }
        let line = unsafe ClientLogLine(
            level: ClientLogLevel(rawValue: level) ?? .debug, facility: String(cString: facility),
            message: secrets.clean(String(cString: message)))
        onEvent(.log(line))
    }

    private func statistics(_ event: OpaquePointer) {
        guard let json = unsafe rd_kafka_event_stats(event) else { return }
        let bytes = unsafe Array(String(cString: json).utf8)
        if let statistics = Statistics(json: bytes) { onEvent(.statistics(statistics)) }
    }

    private func fault(_ event: OpaquePointer, _ handle: ClientHandle) {
        if unsafe rd_kafka_event_error_is_fatal(event) != 0, let fatal = handle.fatalFault {
            onEvent(.fault(fatal))
            return
        }
        let words = unsafe rd_kafka_event_error_string(event).map { unsafe handle.secrets.clean(String(cString: $0)) }
        if let fault = unsafe KafkaFault(rd_kafka_event_error(event), message: words) { onEvent(.fault(fault)) }
    }

    private func commit(_ event: OpaquePointer) {
        let id = unsafe UInt(bitPattern: rd_kafka_event_opaque(event))
        onCommit(id, unsafe CommitResult.fault(of: event))
    }
}

/// The thread that serves a client's main queue where no consumer loop does.
final class EventPump: Sendable {
    private let isStopping: Flag
    private let thread: NamedThread

    /// Starts it; it holds the client until it is stopped.
    init(name: String, _ handle: ClientHandle, _ dispatch: EventDispatch) throws(KafkaFault) {
        let flag = Flag()
        isStopping = flag
        thread = try NamedThread(name: name) {
            while !flag.isSet { _ = dispatch.serve(handle, timeoutMs: 100) }
            while dispatch.serve(handle, timeoutMs: 0) {}
        }
    }

    /// Tells it to end after what stands in the queue.
    /// - Returns: whether it ended in time.
    func stop(waitingMs: Int) -> Bool {
        isStopping.set()
        return thread.wait(milliseconds: waitingMs)
    }

    deinit { isStopping.set() }
}

/// Set once, seen by every thread.
final class Flag: Sendable {
    private let value = Atomic(false)

    /// Whether it is set.
    var isSet: Bool { value.load(ordering: .acquiring) }

    /// Sets it.
    func set() { value.store(true, ordering: .releasing) }
}
