import Kafka
import Synchronization

/// The first fault that delivery reports told of.
final class FirstFault: Sendable {
    private let state = Mutex<KafkaFault?>(nil)

    /// The fault.
    var fault: KafkaFault? { state.withLock { $0 } }

    /// Notes one.
    func note(_ fault: KafkaFault) { state.withLock { $0 = $0 ?? fault } }

    /// Forgets it.
    func forget() { state.withLock { $0 = nil } }
}
