import CRdKafka

extension Consumer {
    /// Commits offsets with their metadata and waits for the broker, at most so long.
    ///
    /// - Throws: the fault of the whole or of the first partition that failed; ``KafkaFault/isTimeout`` when nothing was
    ///   heard in time, in which case the commit may still happen.
    public func commit(_ offsets: [PartitionOffset], timeoutMs: Int = 10_000) throws(KafkaFault) {
        guard !offsets.isEmpty else { return }
        let handle = try slot.borrow()
        guard let queue = unsafe rd_kafka_queue_new(handle.client) else { throw KafkaFault.closed }
        defer { unsafe rd_kafka_queue_destroy(queue) }
        let list = PartitionList(offsets)
        let refused = unsafe rd_kafka_commit_queue(handle.client, list.pointer, queue, nil, nil)
        try KafkaFault.check(KafkaFault(refused))
        guard let event = unsafe rd_kafka_queue_poll(queue, timeoutMs.c) else {
            throw KafkaFault.timedOut("the commit was not answered within \(timeoutMs) ms")
        }
        defer { unsafe rd_kafka_event_destroy(event) }
        try KafkaFault.check(unsafe CommitResult.fault(of: event))
    }

    /// Commits offsets with their metadata in the background; the completion is called by a later poll, or by close.
    public func commitAsync(
        _ offsets: [PartitionOffset], completion: @escaping CommitCompletion
    ) throws(KafkaFault) {
        let handle = try slot.borrow()
        let list = PartitionList(offsets)
        let id = expectCommit(completion)
        let opaque = unsafe UnsafeMutableRawPointer(bitPattern: id)
        let refused = unsafe rd_kafka_commit_queue(handle.client, list.pointer, handle.events, nil, opaque)
        if let fault = KafkaFault(refused) {
            forgetCommit(id)
            throw fault
        }
    }

    /// The group's committed offsets with their metadata. Partitions without one are left out.
    public func committed(_ partitions: [TopicPartition], timeoutMs: Int) throws(KafkaFault) -> [PartitionOffset] {
        let handle = try slot.borrow()
        let list = PartitionList(partitions)
        let result = unsafe rd_kafka_committed(handle.client, list.pointer, timeoutMs.c)
        try KafkaFault.check(KafkaFault(result) ?? list.fault)
        return list.offsets
    }

    /// The offset after the last record that each partition handed out; those without any are left out.
    public func position(_ partitions: [TopicPartition]) throws(KafkaFault) -> [PartitionOffset] {
        let handle = try slot.borrow()
        let list = PartitionList(partitions)
        try KafkaFault.check(KafkaFault(unsafe rd_kafka_position(handle.client, list.pointer)) ?? list.fault)
        return list.offsets
    }

    /// A partition's first offset and the one after its last, as the latest fetch told; `nil` while unknown.
    public func cachedWatermarks(_ place: TopicPartition) throws(KafkaFault) -> Watermarks? {
        let handle = try slot.borrow()
        var low: Int64 = -1
        var high: Int64 = -1
        let result = unsafe rd_kafka_get_watermark_offsets(
            handle.client, place.topic, place.partition, &low, &high)
        guard result == RD_KAFKA_RESP_ERR_NO_ERROR, high >= 0 else { return nil }
        return Watermarks(low: max(0, low), high: high)
    }

    /// The first offsets of partitions and those after their last, as the brokers say now, asked for together; partitions
    /// that no broker told of are left out.
    public func watermarks(
        _ places: [TopicPartition], timeoutMs: Int
    ) throws(KafkaFault) -> [TopicPartition: Watermarks] {
        guard !places.isEmpty else { return [:] }
        let countdown = Countdown(milliseconds: timeoutMs)
        func ends(_ which: Int32) throws(KafkaFault) -> [TopicPartition: Int64] {
            let asked = Dictionary(uniqueKeysWithValues: places.map { ($0, Int64(which)) })
            let offsets = try offsetsForTimes(asked, timeoutMs: max(1, countdown.remaining))
            return Dictionary(offsets.map { ($0.topicPartition, $0.offset) }, uniquingKeysWith: { first, _ in first })
        }
        // The protocol has the two ends as times.
        let lows = try ends(RD_KAFKA_OFFSET_BEGINNING)
        let highs = try ends(RD_KAFKA_OFFSET_END)
        return lows.reduce(into: [:]) { marks, low in
            if let high = highs[low.key] { marks[low.key] = Watermarks(low: low.value, high: high) }
        }
    }

    /// For each partition the offset of the first record at or after a time; those without such a record are left out.
    public func offsetsForTimes(
        _ timestampsMs: [TopicPartition: Int64], timeoutMs: Int
    ) throws(KafkaFault) -> [PartitionOffset] {
        try slot.borrow().offsetsForTimes(timestampsMs, timeoutMs: timeoutMs)
    }
}

/// The ends of a partition.
public struct Watermarks: Sendable, Equatable {
    /// The offset of the oldest record.
    public var low: Int64
    /// The offset after the newest record.
    public var high: Int64

    /// Names the ends.
    public init(low: Int64, high: Int64) {
        self.low = low
        self.high = high
    }

    /// Records between them, as far as offsets tell.
    public var count: Int64 { max(0, high - low) }
}

extension ClientHandle {
    func watermarks(_ place: TopicPartition, timeoutMs: Int) throws(KafkaFault) -> Watermarks {
        var low: Int64 = -1
        var high: Int64 = -1
        let result = unsafe rd_kafka_query_watermark_offsets(
            client, place.topic, place.partition, &low, &high, timeoutMs.c)
        try KafkaFault.check(KafkaFault(result, on: place))
        return Watermarks(low: low, high: high)
    }

    func offsetsForTimes(
        _ timestampsMs: [TopicPartition: Int64], timeoutMs: Int
    ) throws(KafkaFault) -> [PartitionOffset] {
        let list = PartitionList(timestampsMs.map { PartitionOffset($0.key, offset: $0.value) })
        let result = unsafe rd_kafka_offsets_for_times(client, list.pointer, timeoutMs.c)
        try KafkaFault.check(KafkaFault(result) ?? list.fault)
        return list.offsets
    }
}
