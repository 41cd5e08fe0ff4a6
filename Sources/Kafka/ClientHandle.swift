import CRdKafka
import Synchronization

/// Owns a client of librdkafka, `rd_kafka_t`, with its main queue.
///
/// `@unchecked Sendable`: every function of librdkafka on a client may be called from any thread; the pointers never
/// change after init, and whoever calls holds a reference, so the client outlives each call.
@safe final class ClientHandle: @unchecked Sendable {
    /// The client.
    let client: OpaquePointer
    /// Its main queue: logs, statistics, errors, delivery reports, commit results.
    let events: OpaquePointer
    /// Opened when the client is wholly destroyed.
    let gone = Latch()
    /// Knows what no log of the client may show.
    let secrets: SecretFilter
    /// What callbacks point to without owning it; it lives as long as the client.
    private let callbackTarget: CallbackTarget

    /// Makes a client from a configuration.
    init(
        _ type: rd_kafka_type_t, _ configuration: ClientConfiguration, rebalancer: Rebalancer? = nil
    ) throws(KafkaFault) {
        let conf = unsafe try configuration.make()
        let secrets = configuration.secrets
        let callbackTarget = CallbackTarget(
            rebalancer: rebalancer, refresher: configuration.tokens.map { TokenRefresher($0, secrets) })
        unsafe callbackTarget.wire(to: conf)
        let mask =
            RD_KAFKA_EVENT_DR | RD_KAFKA_EVENT_LOG | RD_KAFKA_EVENT_ERROR | RD_KAFKA_EVENT_STATS
            | RD_KAFKA_EVENT_OFFSET_COMMIT
        unsafe rd_kafka_conf_set_events(conf, mask)
        // Token refreshes would else wait for a callback poll that events replace.
        unsafe rd_kafka_conf_enable_sasl_queue(conf, 1)
        var reason = [CChar](repeating: 0, count: 512)
        guard let client = unsafe rd_kafka_new(type, conf, &reason, reason.count) else {
            unsafe rd_kafka_conf_destroy(conf)
            throw KafkaFault.invalid("the client could not be made: \(text(reason))")
        }
        guard let events = unsafe rd_kafka_queue_get_main(client) else {
            unsafe rd_kafka_destroy(client)
            throw KafkaFault.invalid("the client has no queue")
        }
        unsafe rd_kafka_set_log_queue(client, nil)
        // Refused, without harm, where no OAUTHBEARER is configured.
        if let refused = unsafe rd_kafka_sasl_background_callbacks_enable(client) {
            unsafe rd_kafka_error_destroy(refused)
        }
        unsafe self.client = client
        unsafe self.events = events
        self.secrets = secrets
        self.callbackTarget = callbackTarget
    }

    /// Destroying joins librdkafka's threads, which can take long or hang while a broker is away (2.0.2): it happens on
    /// a thread of its own, and who cares waits for ``gone``.
    deinit {
        let remains = unsafe Remains(
            client: client, events: events, callbackTarget: callbackTarget, gone: gone)
        do throws(KafkaFault) {
            _ = try NamedThread(name: "kafka-destroy") { remains.destroy() }
        } catch {
            remains.destroy()
        }
    }

    /// The error that made the client unusable, if one did.
    var fatalFault: KafkaFault? {
        var reason = [CChar](repeating: 0, count: 512)
        let code = unsafe rd_kafka_fatal_error(client, &reason, reason.count)
        guard var fault = KafkaFault(code, message: text(reason)) else { return nil }
        fault.isFatal = true
        fault.isRetriable = false
        return fault
    }
}

/// A client on its way to destruction. `@unchecked Sendable`: handed over once, to the thread that destroys it.
@safe private final class Remains: @unchecked Sendable {
    private let client: OpaquePointer
    private let events: OpaquePointer
    private let callbackTarget: CallbackTarget
    private let gone: Latch

    init(client: OpaquePointer, events: OpaquePointer, callbackTarget: CallbackTarget, gone: Latch) {
        unsafe self.client = client
        unsafe self.events = events
        self.callbackTarget = callbackTarget
        self.gone = gone
    }

    func destroy() {
        unsafe rd_kafka_queue_destroy(events)
        unsafe rd_kafka_destroy_flags(client, RD_KAFKA_DESTROY_F_NO_CONSUMER_CLOSE)
        gone.open()
    }
}

/// A client until it is closed: who calls borrows it, who closes takes it.
final class ClientSlot: Sendable {
    private let handle: Mutex<ClientHandle?>

    init(_ handle: ClientHandle) { self.handle = Mutex(handle) }

    /// The client, for the time of a call.
    func borrow() throws(KafkaFault) -> ClientHandle {
        guard let live = handle.withLock({ $0 }) else { throw KafkaFault.closed }
        return live
    }

    /// The client, for the last time.
    func take() -> ClientHandle? {
        handle.withLock { live in
            defer { live = nil }
            return live
        }
    }
}
