import Dispatch
import Kafka
import Synchronization
import Wire

/// Puts pages on a topic, no faster than the broker takes them.
///
/// At most ``window`` bytes are on their way at once: the embedded broker keeps little, and a full queue helps nobody.
final class PageLoader: Sendable {
    /// Bytes that may be on their way.
    private static let window = 8 << 20

    private let topic: String
    private let state: SharedState
    private let producer: Producer

    /// What the delivery reports tell the sending thread.
    private final class SharedState: Sendable {
        struct Counts {
            var sizes: [UInt64: Int] = [:]
            var bytesOnTheirWay = 0
            var delivered = 0
            /// Offsets of what was delivered, by partition.
            var offsets: [Int32: [Int64]] = [:]
            var fault: KafkaFault?
        }
        let counts = Mutex(Counts())
        let changed = DispatchSemaphore(value: 0)
    }

    /// A loader for one topic.
    ///
    /// - Throws: ``KafkaFault`` when a client setting is refused.
    init(client: ClientSettings, topic: String) throws(KafkaFault) {
        self.topic = topic
        let state = SharedState()
        self.state = state
        producer = try Producer(ProducerSettings(client: client)) { report in
            state.counts.withLock { counts in
                counts.bytesOnTheirWay -= counts.sizes.removeValue(forKey: report.token) ?? 0
                switch report.result {
                case .success(let delivery):
                    counts.delivered += 1
                    if let offset = delivery.offset { counts.offsets[delivery.partition, default: []].append(offset) }
                case .failure(let fault): counts.fault = counts.fault ?? fault
                }
            }
            state.changed.signal()
        }
    }

    /// Sends one page; waits while too much is on its way.
    ///
    /// - Parameter value: `nil` for a delete request.
    /// - Throws: the first fault that any page met.
    func send(key: String?, value: [UInt8]?, headers: [WireHeader], token: UInt64) throws(KafkaFault) {
        let size = (value?.count ?? 0) + 256
        try waitForRoom(size)
        state.counts.withLock {
            $0.sizes[token] = size
            $0.bytesOnTheirWay += size
        }
        let headers = headers.map { Header(name: $0.name, value: $0.value) }
        while true {
            do {
                return try producer.produce(
                    topic: topic, key: key.map { Array($0.utf8) }, value: value, headers: headers, token: token)
            } catch  where error.isQueueFull {
                state.changed.wait()
            }
        }
    }

    /// Waits until everything is delivered.
    ///
    /// - Returns: pages delivered.
    /// - Throws: the first fault that any page met, or a time-out when the broker stays away.
    func finish(timeoutMs: Int = 60_000) throws(KafkaFault) -> Int {
        let left = producer.flush(timeoutMs: timeoutMs)
        _ = producer.close(deadlineMs: 5000)
        let (fault, delivered) = state.counts.withLock { ($0.fault, $0.delivered) }
        if let fault { throw fault }
        if left > 0 { throw KafkaFault(code: -192, message: "\(left) pages were not acknowledged in time") }
        return delivered
    }

    /// Pages that were delivered and that the topic holds no more, as its oldest records are dropped.
    ///
    /// - Parameter marks: the ends of the topic's partitions as they are now.
    func dropped(_ marks: [TopicPartition: Watermarks]) -> Int {
        let offsets = state.counts.withLock { $0.offsets }
        return marks.reduce(0) { sum, mark in
            sum + (offsets[mark.key.partition]?.count { $0 < mark.value.low } ?? 0)
        }
    }

    private func waitForRoom(_ size: Int) throws(KafkaFault) {
        while true {
            let (fault, onTheirWay) = state.counts.withLock { ($0.fault, $0.bytesOnTheirWay) }
            if let fault { throw fault }
            if onTheirWay == 0 || onTheirWay + size <= Self.window { return }
            state.changed.wait()
        }
    }
}
