import CRdKafka

extension Consumer {
    /// Goes on reading at these offsets. Waits until the consumer has them: a time limit here would leave it unknown
    /// which records come next.
    ///
    /// A partition that stopped because its offset is gone (``KafkaFault/isOffsetReset``) is started again, and is not paused any
    /// more; in an eager group no other is either.
    public func seek(_ offsets: [PartitionOffset]) throws(KafkaFault) {
        let handle = try slot.borrow()
        let list = PartitionList(offsets)
        let fault = unsafe KafkaFault(consuming: rd_kafka_seek_partitions(handle.client, list.pointer, -1))
        try KafkaFault.check(fault)
        let stopped = unsafe Set(
            PartitionList.entries(list.pointer).filter { $0.error == RD_KAFKA_RESP_ERR__STATE }.map(\.place))
        guard !stopped.isEmpty else { return try KafkaFault.check(list.fault) }
        let held = try Set(assignment)
        let restarted = offsets.filter { stopped.contains($0.topicPartition) && held.contains($0.topicPartition) }
        if restarted.count < stopped.count { try KafkaFault.check(list.fault) }
        try restart(restarted, handle)
    }

    /// Takes partitions out of the assignment and puts them back with these offsets: librdkafka cannot seek in one that
    /// it does not fetch.
    private func restart(_ offsets: [PartitionOffset], _ handle: ClientHandle) throws(KafkaFault) {
        guard unsafe !Rebalancer.isEager(handle.client) else { return try restartEagerly(offsets, handle) }
        unsafe rebalancer.unpause(offsets.map(\.topicPartition), handle.client)
        let list = PartitionList(offsets)
        let removed = unsafe KafkaFault(consuming: rd_kafka_incremental_unassign(handle.client, list.pointer))
        try KafkaFault.check(removed)
        let added = unsafe KafkaFault(consuming: rd_kafka_incremental_assign(handle.client, list.pointer))
        try KafkaFault.check(added)
    }

    /// An eager group knows whole assignments only: the others go on at their positions, or at what is committed where
    /// nothing was read yet.
    private func restartEagerly(_ offsets: [PartitionOffset], _ handle: ClientHandle) throws(KafkaFault) {
        let held = try assignment
        var starts = Dictionary(
            held.map { ($0, PartitionOffset($0, offset: Int64(RD_KAFKA_OFFSET_STORED))) },
            uniquingKeysWith: { first, _ in first })
        for offset in try position(held) + offsets { starts[offset.topicPartition] = offset }
        unsafe rebalancer.unpause(rebalancer.paused, handle.client)
        let list = PartitionList(Array(starts.values))
        try KafkaFault.check(KafkaFault(unsafe rd_kafka_assign(handle.client, list.pointer)))
    }
}
