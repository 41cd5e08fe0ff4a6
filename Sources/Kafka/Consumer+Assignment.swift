import CRdKafka

extension Consumer {
    /// Joins the group for these topics.
    ///
    /// The consumer itself carries out what the handler is told of, after the handler has returned; so a handler can
    /// drain and commit in ``RebalanceEvent/revoked(_:)``, and read committed offsets and call ``start(at:)`` in
    /// ``RebalanceEvent/assigned(_:)``. A topic that does not exist is reported by ``poll(timeoutMs:)``.
    public func subscribe(_ topics: [String], onRebalance: @escaping RebalanceHandler) throws(KafkaFault) {
        rebalancer.setHandler(onRebalance)
        let handle = try slot.borrow()
        let list = PartitionList(topics.map { TopicPartition(topic: $0, partition: -1) })
        try KafkaFault.check(KafkaFault(unsafe rd_kafka_subscribe(handle.client, list.pointer)))
    }

    /// Where partitions that are being assigned start, instead of at the committed offset. Only inside the handler of
    /// ``RebalanceEvent/assigned(_:)``.
    public func start(at offsets: [PartitionOffset]) { rebalancer.start(at: offsets) }

    /// Reads these partitions from these offsets, without a group: for replay and for reading a topic whole. Replaces
    /// what was assigned before.
    public func assign(_ offsets: [PartitionOffset]) throws(KafkaFault) {
        let handle = try slot.borrow()
        unsafe rebalancer.unpause(rebalancer.paused, handle.client)
        let list = PartitionList(offsets)
        try KafkaFault.check(KafkaFault(unsafe rd_kafka_assign(handle.client, list.pointer)))
    }

    /// What is assigned.
    public var assignment: [TopicPartition] {
        get throws(KafkaFault) {
            let handle = try slot.borrow()
            var list: UnsafeMutablePointer<rd_kafka_topic_partition_list_t>?
            try KafkaFault.check(KafkaFault(unsafe rd_kafka_assignment(handle.client, &list)))
            guard let list = unsafe list else { return [] }
            return unsafe PartitionList(owning: list).partitions
        }
    }

    /// What is paused by ``pause(_:)``.
    public var paused: Set<TopicPartition> { rebalancer.paused }

    /// Stops handing out records of these partitions; what is already fetched is fetched again later. Polling goes on.
    /// Those already paused are left alone.
    public func pause(_ partitions: [TopicPartition]) throws(KafkaFault) {
        let handle = try slot.borrow()
        let fresh = rebalancer.pause(partitions)
        guard !fresh.isEmpty else { return }
        let list = PartitionList(fresh)
        let fault = KafkaFault(unsafe rd_kafka_pause_partitions(handle.client, list.pointer)) ?? list.fault
        if let fault {
            _ = rebalancer.resume(fresh)
            throw fault
        }
    }

    /// Goes on with these partitions. Those that are not paused are left alone: resuming them can rewind them.
    public func resume(_ partitions: [TopicPartition]) throws(KafkaFault) {
        let handle = try slot.borrow()
        let held = rebalancer.resume(partitions)
        guard !held.isEmpty else { return }
        let list = PartitionList(held)
        try KafkaFault.check(KafkaFault(unsafe rd_kafka_resume_partitions(handle.client, list.pointer)) ?? list.fault)
    }

    /// The group as transactions need it, or `nil` for a consumer without one.
    public func groupMetadata() throws(KafkaFault) -> GroupMetadata? {
        let handle = try slot.borrow()
        guard let metadata = unsafe rd_kafka_consumer_group_metadata(handle.client) else { return nil }
        return unsafe GroupMetadata(owning: metadata)
    }
}

/// A consumer's place in its group, for ``Producer/sendOffsets(_:group:timeoutMs:)``; stale after the next rebalance.
///
/// `@unchecked Sendable`: owns a value of librdkafka that is never changed after init.
@safe public final class GroupMetadata: @unchecked Sendable {
    let pointer: OpaquePointer

    init(owning pointer: OpaquePointer) { unsafe self.pointer = pointer }

    deinit { unsafe rd_kafka_consumer_group_metadata_destroy(pointer) }
}
