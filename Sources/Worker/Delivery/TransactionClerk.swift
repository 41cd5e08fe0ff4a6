import Dispatch
import Kafka
import Synchronization

/// Carries out what the machine has a transaction do: calls that wait for brokers, on a thread of their own.
final class TransactionClerk: Sendable {
    private let queue = Mutex(TransactionClerk.makeQueue())
    private let consumer = Mutex<Consumer?>(nil)
    /// The commit whose offsets the transaction has already.
    private let sent = Mutex<Int?>(nil)

    private let atStep: @Sendable (TransactionStep) -> Void

    init(atStep: @escaping @Sendable (TransactionStep) -> Void) { self.atStep = atStep }

    /// Milliseconds for one call; what takes longer is called again.
    private static let callMs = 10_000

    /// Whose offsets are committed.
    func serve(_ consumer: Consumer?) { self.consumer.withLock { $0 = consumer } }

    private static func makeQueue() -> DispatchQueue { DispatchQueue(label: "galley.transactions") }

    /// Does something after what was ordered before.
    func order(_ work: @escaping @Sendable () -> Void) { queue.withLock { $0 }.async(execute: work) }

    /// Waits no more for what was ordered before: a call on a client that hangs may never come back (librdkafka 2.16.0). What
    /// comes of it still is told, and of no account.
    func abandonCalls() { queue.withLock { $0 = TransactionClerk.makeQueue() } }

    /// Opens a transaction.
    func open(_ producer: Producer) -> KafkaFault? {
        fault { () throws(KafkaFault) in
            atStep(.begins)
            try producer.beginTransaction()
            atStep(.began)
        }
    }

    /// Shuts out who had the producer's transactional id before.
    func begin(with producer: Producer) -> KafkaFault? {
        fault { () throws(KafkaFault) in try producer.initTransactions(timeoutMs: TransactionClerk.callMs) }
    }

    func commit(_ order: CommitOrder, _ producer: Producer?) -> KafkaFault? {
        fault { () throws(KafkaFault) in
            guard let producer, let consumer = consumer.withLock({ $0 }) else { throw .notMade }
            if sent.withLock({ $0 != order.number }), !order.due.isEmpty {
                atStep(.sendsOffsets)
                guard let group = try consumer.groupMetadata() else { throw .notMade }
                try producer.sendOffsets(order.offsets, group: group, timeoutMs: TransactionClerk.callMs)
            }
            sent.withLock { $0 = order.number }
            atStep(.commits)
            try producer.commitTransaction(timeoutMs: TransactionClerk.callMs)
            atStep(.committed)
        }
    }

    func abort(_ producer: Producer?) -> KafkaFault? {
        fault { () throws(KafkaFault) in
            guard let producer else { throw .notMade }
            try producer.abortTransaction(timeoutMs: TransactionClerk.callMs)
        }
    }

    /// What the group has committed of an order's partitions; `nil` when no broker tells.
    func committed(_ order: CommitOrder) -> [TopicPartition: PartitionOffset]? {
        guard let consumer = consumer.withLock({ $0 }),
            let offsets = try? consumer.committed(order.due.map(\.place), timeoutMs: TransactionClerk.callMs)
        else { return nil }
        return Dictionary(offsets.map { ($0.topicPartition, $0) }, uniquingKeysWith: { first, _ in first })
    }

    private func fault(_ body: () throws(KafkaFault) -> Void) -> KafkaFault? {
        do throws(KafkaFault) {
            try body()
            return nil
        } catch {
            return error
        }
    }
}
