import CRdKafka

/// librdkafka's list of partitions, owned for the time of a call.
@safe struct PartitionList: ~Copyable {
    /// The list, for calls that only read or fill it.
    let pointer: UnsafeMutablePointer<rd_kafka_topic_partition_list_t>

    /// Takes over a list that librdkafka made.
    init(owning pointer: UnsafeMutablePointer<rd_kafka_topic_partition_list_t>) {
        unsafe self.pointer = pointer
    }

    /// A list of partitions without offsets.
    init(_ partitions: [TopicPartition]) {
        self.init(partitions.map { PartitionOffset($0, offset: Int64(RD_KAFKA_OFFSET_INVALID)) })
    }

    /// A list of offsets with their metadata, which librdkafka frees with the list.
    init(_ offsets: [PartitionOffset]) {
        unsafe pointer = rd_kafka_topic_partition_list_new(offsets.count.c)
        for offset in offsets {
            let place = offset.topicPartition
            guard let entry = unsafe rd_kafka_topic_partition_list_add(pointer, place.topic, place.partition) else {
                continue
            }
            unsafe entry.pointee.offset = offset.offset
            if let metadata = offset.metadata { unsafe PartitionList.attach(metadata, to: entry) }
        }
    }

    deinit { unsafe rd_kafka_topic_partition_list_destroy(pointer) }

    private static func attach(
        _ metadata: String, to entry: UnsafeMutablePointer<rd_kafka_topic_partition_t>
    ) {
        let bytes = Array(metadata.utf8)
        guard !bytes.isEmpty, let copy = unsafe rd_kafka_mem_malloc(nil, bytes.count) else { return }
        unsafe copy.copyMemory(from: bytes, byteCount: bytes.count)
        unsafe entry.pointee.metadata = copy
        unsafe entry.pointee.metadata_size = bytes.count
    }

    /// The partitions.
    var partitions: [TopicPartition] { unsafe PartitionList.entries(pointer).map(\.place) }

    /// The offsets that are known: logical ones, below zero, are left out.
    var offsets: [PartitionOffset] {
        unsafe PartitionList.entries(pointer).filter { $0.offset >= 0 }.map {
            PartitionOffset($0.place, offset: $0.offset, metadata: $0.metadata)
        }
    }

    /// The first entry that failed: calls report success while single entries carry errors.
    var fault: KafkaFault? { unsafe PartitionList.fault(in: pointer) }

    /// One entry, copied out.
    struct Entry {
        var place: TopicPartition
        var offset: Int64
        var metadata: String?
        var error: rd_kafka_resp_err_t
    }

    /// The entries of a list that somebody else owns.
    static func entries(_ list: UnsafePointer<rd_kafka_topic_partition_list_t>?) -> [Entry] {
        guard let list = unsafe list?.pointee, let elements = unsafe list.elems, unsafe list.cnt > 0 else { return [] }
        return unsafe UnsafeBufferPointer(start: elements, count: Int(list.cnt)).map { unsafe entry($0) }
    }

    /// The first entry that failed, in a list that somebody else owns.
    static func fault(in list: UnsafePointer<rd_kafka_topic_partition_list_t>?) -> KafkaFault? {
        unsafe entries(list).lazy.compactMap { KafkaFault($0.error, on: $0.place) }.first
    }

    private static func entry(_ raw: rd_kafka_topic_partition_t) -> Entry {
        let topic = unsafe raw.topic.map { unsafe String(cString: $0) } ?? ""
        return unsafe Entry(
            place: TopicPartition(topic: topic, partition: raw.partition), offset: raw.offset,
            metadata: metadata(raw), error: raw.err)
    }

    private static func metadata(_ raw: rd_kafka_topic_partition_t) -> String? {
        guard let start = unsafe raw.metadata, unsafe raw.metadata_size > 0 else { return nil }
        return unsafe String(
            decoding: UnsafeRawBufferPointer(start: start, count: raw.metadata_size), as: UTF8.self)
    }
}

/// The outcome of a commit as it stands in an event.
enum CommitResult {
    /// What failed: the call as a whole, or the first of its partitions. Nothing to commit is no failure.
    static func fault(of event: OpaquePointer) -> KafkaFault? {
        let error = unsafe rd_kafka_event_error(event)
        if error == RD_KAFKA_RESP_ERR__NO_OFFSET { return nil }
        let entry = unsafe PartitionList.fault(in: rd_kafka_event_topic_partition_list(event))
        return entry ?? KafkaFault(error)
    }
}
