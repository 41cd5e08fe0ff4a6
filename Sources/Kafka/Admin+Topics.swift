import CRdKafka

/// A topic to be made.
public struct NewTopic: Sendable, Equatable {
    /// Its name.
    public var name: String
    /// The number of its partitions; -1 for the broker's default.
    public var partitions: Int
    /// The number of its replicas; -1 for the broker's default.
    public var replicas: Int
    /// Its own configuration, such as `max.message.bytes`.
    public var configuration: [String: String]

    /// Describes a topic.
    public init(_ name: String, partitions: Int, replicas: Int = -1, configuration: [String: String] = [:]) {
        self.name = name
        self.partitions = partitions
        self.replicas = replicas
        self.configuration = configuration
    }
}

extension Admin {
    /// Makes topics. The embedded cluster does not support it: see ``EmbeddedKafka/createTopic(_:partitions:)``.
    ///
    /// - Returns: the fault of each topic that was not made, `TOPIC_ALREADY_EXISTS` among them; empty when all were.
    /// - Throws: the fault of the request as a whole.
    public func createTopics(_ topics: [NewTopic], timeoutMs: Int) throws(KafkaFault) -> [String: KafkaFault] {
        let handle = try slot.borrow()
        var list: [OpaquePointer?] = unsafe []
        defer { unsafe list.forEach { unsafe rd_kafka_NewTopic_destroy($0) } }
        for topic in topics { unsafe try list.append(topic.make()) }
        guard let queue = unsafe rd_kafka_queue_new(handle.client) else { throw KafkaFault.closed }
        defer { unsafe rd_kafka_queue_destroy(queue) }
        let options = unsafe rd_kafka_AdminOptions_new(handle.client, RD_KAFKA_ADMIN_OP_CREATETOPICS)
        defer { unsafe rd_kafka_AdminOptions_destroy(options) }
        _ = unsafe rd_kafka_AdminOptions_set_request_timeout(options, timeoutMs.c, nil, 0)
        _ = unsafe rd_kafka_AdminOptions_set_operation_timeout(options, timeoutMs.c, nil, 0)
        unsafe rd_kafka_CreateTopics(handle.client, &list, list.count, options, queue)
        let event = unsafe try Admin.answer(on: queue, timeoutMs, "the topics were not made")
        defer { unsafe rd_kafka_event_destroy(event) }
        var count = 0
        guard let made = unsafe rd_kafka_CreateTopics_result_topics(rd_kafka_event_CreateTopics_result(event), &count)
        else { return [:] }
        var faults: [String: KafkaFault] = [:]
        for index in 0..<count {
            guard let topic = unsafe made[index] else { continue }
            let reason = unsafe rd_kafka_topic_result_error_string(topic).map { unsafe String(cString: $0) }
            let name = unsafe String(cString: rd_kafka_topic_result_name(topic))
            faults[name] = KafkaFault(unsafe rd_kafka_topic_result_error(topic), message: reason)
        }
        return faults
    }

    /// A topic's configuration as it is in effect: its own settings, and the brokers' for the rest.
    ///
    /// - Throws: a fault also where this client may not ask (DescribeConfigs on the topic), or the broker does not support it.
    public func configuration(of topic: String, timeoutMs: Int) throws(KafkaFault) -> [String: String] {
        let handle = try slot.borrow()
        guard let asked = unsafe rd_kafka_ConfigResource_new(RD_KAFKA_RESOURCE_TOPIC, topic),
            let queue = unsafe rd_kafka_queue_new(handle.client)
        else { throw KafkaFault.closed }
        defer {
            unsafe rd_kafka_ConfigResource_destroy(asked)
            unsafe rd_kafka_queue_destroy(queue)
        }
        let options = unsafe rd_kafka_AdminOptions_new(handle.client, RD_KAFKA_ADMIN_OP_DESCRIBECONFIGS)
        defer { unsafe rd_kafka_AdminOptions_destroy(options) }
        _ = unsafe rd_kafka_AdminOptions_set_request_timeout(options, timeoutMs.c, nil, 0)
        var list: [OpaquePointer?] = unsafe [asked]
        unsafe rd_kafka_DescribeConfigs(handle.client, &list, 1, options, queue)
        let event = unsafe try Admin.answer(on: queue, timeoutMs, "the configuration of \(topic) was not told")
        defer { unsafe rd_kafka_event_destroy(event) }
        var count = 0
        let result = unsafe rd_kafka_event_DescribeConfigs_result(event)
        guard let told = unsafe rd_kafka_DescribeConfigs_result_resources(result, &count), count > 0,
            let resource = unsafe told[0]
        else { return [:] }
        let words = unsafe rd_kafka_ConfigResource_error_string(resource).map { unsafe String(cString: $0) }
        try KafkaFault.check(KafkaFault(unsafe rd_kafka_ConfigResource_error(resource), message: words))
        var entries = 0
        guard let list = unsafe rd_kafka_ConfigResource_configs(resource, &entries) else { return [:] }
        var settings: [String: String] = [:]
        for index in 0..<entries {
            guard let entry = unsafe list[index], let value = unsafe rd_kafka_ConfigEntry_value(entry) else { continue }
            unsafe settings[String(cString: rd_kafka_ConfigEntry_name(entry))] = String(cString: value)
        }
        return settings
    }

    /// Waits for the answer to a request; the caller frees it.
    private static func answer(
        on queue: OpaquePointer, _ timeoutMs: Int, _ words: String
    ) throws(KafkaFault) -> OpaquePointer {
        guard let event = unsafe rd_kafka_queue_poll(queue, timeoutMs.addingReportingOverflow(1000).partialValue.c)
        else { throw KafkaFault.timedOut("\(words) within \(timeoutMs) ms") }
        let told = unsafe rd_kafka_event_error_string(event).map { unsafe String(cString: $0) }
        if let fault = unsafe KafkaFault(rd_kafka_event_error(event), message: told) {
            unsafe rd_kafka_event_destroy(event)
            throw fault
        }
        return unsafe event
    }
}

extension NewTopic {
    fileprivate func make() throws(KafkaFault) -> OpaquePointer {
        var reason = [CChar](repeating: 0, count: 512)
        guard
            let topic = unsafe rd_kafka_NewTopic_new(name, partitions.c, replicas.c, &reason, reason.count)
        else { throw KafkaFault.invalid("topic \(name): \(text(reason))") }
        for (key, value) in configuration { _ = unsafe rd_kafka_NewTopic_set_config(topic, key, value) }
        return unsafe topic
    }
}
