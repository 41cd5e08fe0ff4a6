import Flow
import Kafka
import Telemetry

/// Commits frontiers with their runs to the group, after what they stand for is acknowledged.
///
/// Every commit is an explicit one: librdkafka's stored offsets lose the metadata (2.0.2), and a commit of theirs would
/// wipe the runs that an explicit one wrote.
final class AtLeastOnce: Commits {
    private let delivery: DeliveryState
    private let telemetry: Telemetry

    init(_ delivery: DeliveryState, _ telemetry: Telemetry) {
        self.delivery = delivery
        self.telemetry = telemetry
    }

    func commitDue(_ consumer: Consumer, _ now: ContinuousClock.Instant) {
        guard let order = delivery.decide({ $0.commitDue(now: now) }) else { return }
        do throws(KafkaFault) {
            try consumer.commitAsync(order.offsets) { [self] fault in settle(order, fault) }
        } catch {
            settle(order, error)
        }
    }

    /// Waits for the answer to a commit under way first: the polling thread takes it, here or in its rounds.
    func commitNow(_ consumer: Consumer, _ places: Set<TopicPartition>?, timeoutMs: Int, serves: Bool) -> Bool {
        let deadline = Deadline(.milliseconds(timeoutMs), after: .now)
        while true {
            switch delivery.decide({ $0.orderCommit(places, now: .now) }) {
            case .nothing: return true
            case .order(let order): return make(order, consumer, max(100, deadline.remainingMs(.now)))
            case .busy:
                guard !deadline.isOver(.now) else { return false }
                if serves { consumer.serve(timeoutMs: 5) } else { nap() }
            }
        }
    }

    private func make(_ order: CommitOrder, _ consumer: Consumer, _ timeoutMs: Int) -> Bool {
        do throws(KafkaFault) {
            try consumer.commit(order.offsets, timeoutMs: timeoutMs)
            settle(order, nil)
            return true
        } catch {
            settle(order, error)
            return false
        }
    }

    private func settle(_ order: CommitOrder, _ fault: KafkaFault?) {
        delivery.decide { $0.committed(order, fault) }
        guard let fault else { return telemetry.metrics.counter(.commits, "ok").add() }
        telemetry.emit(CommitFailed(fault: fault))
    }
}
