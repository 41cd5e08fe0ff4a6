import CRdKafka

/// librdkafka's answer to a metadata request, copied out.
struct Metadata {
    var brokers: [Broker] = []
    var topics: [Topic] = []
}

extension ClientHandle {
    /// Asks for one topic, all topics, or none, and for the brokers.
    func metadata(of topic: String?, allTopics: Bool, timeoutMs: Int) throws(KafkaFault) -> Metadata {
        let asked = unsafe try topic.map { (name) throws(KafkaFault) in unsafe try topicHandle(name) }
        defer { if let asked = unsafe asked { unsafe rd_kafka_topic_destroy(asked) } }
        var answer: UnsafePointer<rd_kafka_metadata>?
        let result = unsafe rd_kafka_metadata(client, allTopics ? 1 : 0, asked, &answer, timeoutMs.c)
        if let fault = KafkaFault(result) { throw explain(fault, timeoutMs) }
        guard let answer = unsafe answer else { return Metadata() }
        defer { unsafe rd_kafka_metadata_destroy(answer) }
        return unsafe Metadata(answer.pointee)
    }

    private func explain(_ fault: KafkaFault, _ timeoutMs: Int) -> KafkaFault {
        guard fault.isTimeout || fault.name == "_TRANSPORT" else { return fault }
        var told = fault
        told.message = "no broker answered within \(timeoutMs) ms"
        return told
    }

    private func topicHandle(_ name: String) throws(KafkaFault) -> OpaquePointer {
        guard let topic = unsafe rd_kafka_topic_new(client, name, nil) else {
            throw KafkaFault(code: rd_kafka_last_error().rawValue, message: "\"\(name)\" cannot be a topic's name")
        }
        return unsafe topic
    }
}

extension Metadata {
    fileprivate init(_ raw: rd_kafka_metadata) {
        brokers = unsafe list(raw.brokers, raw.broker_cnt).map { broker in
            unsafe Broker(id: broker.id, host: String(cString: broker.host), port: broker.port)
        }
        topics = unsafe list(raw.topics, raw.topic_cnt).map { unsafe Topic($0) }
    }
}

extension Topic {
    fileprivate init(_ raw: rd_kafka_metadata_topic) {
        let partitions = unsafe list(raw.partitions, raw.partition_cnt).map { unsafe Partition($0) }
        unsafe self.init(
            name: String(cString: raw.topic), partitions: partitions.sorted { $0.id < $1.id },
            fault: KafkaFault(raw.err))
    }
}

extension Topic.Partition {
    fileprivate init(_ raw: rd_kafka_metadata_partition) {
        unsafe self.init(
            id: raw.id, leader: raw.leader, replicas: list(raw.replicas, raw.replica_cnt),
            inSync: list(raw.isrs, raw.isr_cnt), fault: KafkaFault(raw.err))
    }
}

/// A C array as a Swift one.
private func list<Element>(_ start: UnsafeMutablePointer<Element>?, _ count: Int32) -> [Element] {
    guard let start = unsafe start, count > 0 else { return [] }
    return unsafe Array(UnsafeBufferPointer(start: start, count: Int(count)))
}
