import Kafka
import Synchronization

/// The deliveries that failed, by token.
final class Reports: Sendable {
    private let faults = Mutex<[UInt64: KafkaFault]>([:])

    var failures: [UInt64: KafkaFault] { faults.withLock { $0 } }

    func add(_ report: DeliveryReport) {
        if case .failure(let fault) = report.result { faults.withLock { $0[report.token] = fault } }
    }
}
