import CRdKafka
import Synchronization

/// What happens to a member's partitions.
public enum RebalanceEvent: Sendable, Equatable {
    /// These were added. They are read once the handler has returned.
    case assigned([TopicPartition])
    /// These go to another member once the handler has returned: drain and commit now.
    case revoked([TopicPartition])
    /// These belong to another member already: nothing may be committed.
    case lost([TopicPartition])
}

/// Takes rebalances, on the polling thread; the group waits for it, so it has to end well below the session timeout.
public typealias RebalanceHandler = @Sendable (RebalanceEvent) -> Void

/// What librdkafka's rebalance callback points to: asks the handler, then moves the assignment.
final class Rebalancer: Sendable {
    private struct State {
        var handler: RebalanceHandler = { _ in }
        var paused: Set<TopicPartition> = []
        var starts: [TopicPartition: Int64] = [:]
        var faults: [KafkaFault] = []
    }

    private let state = Mutex(State())

    /// Sets who is asked.
    func setHandler(_ handler: @escaping RebalanceHandler) { state.withLock { $0.handler = handler } }

    /// Where the partitions that are being assigned start.
    func start(at offsets: [PartitionOffset]) {
        state.withLock { state in
            for offset in offsets { state.starts[offset.topicPartition] = offset.offset }
        }
    }

    /// Those of the partitions that are not paused; they are from now on.
    func pause(_ partitions: [TopicPartition]) -> [TopicPartition] {
        state.withLock { state in partitions.filter { state.paused.insert($0).inserted } }
    }

    /// Those of the partitions that are paused; they are no more. Resuming one that is not paused can rewind it.
    func resume(_ partitions: some Sequence<TopicPartition>) -> [TopicPartition] {
        state.withLock { state in partitions.filter { state.paused.remove($0) != nil } }
    }

    /// What is paused.
    var paused: Set<TopicPartition> { state.withLock { $0.paused } }

    /// Keeps a fault for the next poll.
    func report(_ fault: KafkaFault) { state.withLock { $0.faults.append(fault) } }

    /// A fault that waits to be polled. One that ends the client stays: every later poll tells it again.
    func takeFault() -> KafkaFault? {
        state.withLock { state in
            guard let first = state.faults.first else { return nil }
            if !first.isFatal { state.faults.removeFirst() }
            return first
        }
    }
}

extension Rebalancer {
    typealias List = UnsafeMutablePointer<rd_kafka_topic_partition_list_t>

    /// Tells the handler, then changes the assignment as the group has it.
    func rebalance(_ client: OpaquePointer, _ error: rd_kafka_resp_err_t, _ list: List?) {
        let isCooperative = unsafe Rebalancer.isCooperative(client)
        let partitions = unsafe PartitionList.entries(list).map(\.place)
        if error == RD_KAFKA_RESP_ERR__ASSIGN_PARTITIONS, let list = unsafe list {
            ask(.assigned(partitions))
            unsafe applyStarts(to: list)
            unsafe finish(isCooperative ? add(client, list) : KafkaFault(rd_kafka_assign(client, list)))
            return
        }
        if error == RD_KAFKA_RESP_ERR__REVOKE_PARTITIONS {
            let isLost = unsafe rd_kafka_assignment_lost(client) != 0
            if !partitions.isEmpty { ask(isLost ? .lost(partitions) : .revoked(partitions)) }
        } else if let fault = KafkaFault(error) {
            report(fault)
        }
        unsafe unpause(partitions, client)
        unsafe finish(isCooperative ? remove(client, list) : KafkaFault(rd_kafka_assign(client, nil)))
    }

    /// Resumes what of these is paused before it goes, or goes and comes back: librdkafka (2.0.2) keeps the pause of a partition
    /// that it loses, and would not fetch it when it is assigned again.
    func unpause(_ partitions: some Sequence<TopicPartition>, _ client: OpaquePointer) {
        let held = resume(partitions)
        guard !held.isEmpty else { return }
        let list = PartitionList(held)
        finish(KafkaFault(unsafe rd_kafka_resume_partitions(client, list.pointer)))
    }

    private static func isCooperative(_ client: OpaquePointer) -> Bool {
        guard let name = unsafe rd_kafka_rebalance_protocol(client) else { return false }
        return unsafe String(cString: name) == "COOPERATIVE"
    }

    /// Whether the group hands out whole assignments, which then cannot be changed in parts.
    static func isEager(_ client: OpaquePointer) -> Bool {
        guard let name = unsafe rd_kafka_rebalance_protocol(client) else { return false }
        return unsafe String(cString: name) == "EAGER"
    }

    private func ask(_ event: RebalanceEvent) {
        let handler = state.withLock { $0.handler }
        handler(event)
    }

    private func applyStarts(to list: List) {
        let starts = state.withLock { state in
            defer { state.starts.removeAll() }
            return state.starts
        }
        guard !starts.isEmpty, let elements = unsafe list.pointee.elems else { return }
        for (index, entry) in unsafe PartitionList.entries(list).enumerated() {
            if let start = starts[entry.place] { unsafe elements[index].offset = start }
        }
    }

    private func add(_ client: OpaquePointer, _ list: List) -> KafkaFault? {
        unsafe KafkaFault(consuming: rd_kafka_incremental_assign(client, list))
    }

    private func remove(_ client: OpaquePointer, _ list: List?) -> KafkaFault? {
        guard let list = unsafe list else { return nil }
        return unsafe KafkaFault(consuming: rd_kafka_incremental_unassign(client, list))
    }

    private func finish(_ fault: KafkaFault?) {
        if let fault { report(fault) }
    }
}
