import Foundation
import Glibc
import Kafka
import Synchronization
import TestSupport
import Testing

/// Collects values from any thread.
final class Collected<Value: Sendable>: Sendable {
    private let values = Mutex<[Value]>([])

    var all: [Value] { values.withLock { $0 } }
    var count: Int { values.withLock { $0.count } }

    func add(_ value: Value) { values.withLock { $0.append(value) } }
}

/// Retries and sessions short enough for tests; everything else as in production.
let fast = [
    "reconnect.backoff.ms": "20", "reconnect.backoff.max.ms": "100", "retry.backoff.ms": "20",
    "topic.metadata.refresh.fast.interval.ms": "50", "fetch.error.backoff.ms": "20",
]

extension EmbeddedKafka {
    /// How to reach this cluster.
    var client: ClientSettings { ClientSettings(brokers: brokers, properties: fast, statisticsIntervalMs: 0) }

    /// A member that reads from the start and commits by itself.
    func member(of group: String, change: (inout ConsumerSettings) -> Void = { _ in }) throws -> Consumer {
        var settings = ConsumerSettings(client: client, group: group)
        settings.offsetReset = .earliest
        // The embedded cluster takes 3 s for a group's first round and a second less than this for each later one.
        settings.sessionTimeoutMs = 3600
        settings.heartbeatMs = 100
        change(&settings)
        return try Consumer(settings)
    }

    /// A producer, and the reports that it gets.
    func producer(
        change: (inout ProducerSettings) -> Void = { _ in }
    ) throws -> (producer: Producer, reports: Collected<DeliveryReport>) {
        var settings = ProducerSettings(client: client)
        settings.lingerMs = 1
        change(&settings)
        let reports = Collected<DeliveryReport>()
        return (try Producer(settings) { reports.add($0) }, reports)
    }

    /// Puts numbered records on a partition: value and key are the number.
    func fill(_ topic: String, _ numbers: Range<Int>, partition: Int32 = 0) throws {
        let (producer, _) = try producer()
        for number in numbers {
            let bytes = Array(String(number).utf8)
            try producer.produce(topic: topic, key: bytes, value: bytes, partition: partition, token: UInt64(number))
        }
        #expect(producer.flush(timeoutMs: 10_000) == 0)
        #expect(producer.close(deadlineMs: 2000))
    }
}

extension Consumer {
    /// Polls until the condition holds for what was collected, at most `patience`.
    func poll(
        until isEnough: ([ConsumedRecord], [KafkaFault]) -> Bool
    ) throws -> (records: [ConsumedRecord], faults: [KafkaFault]) {
        var records: [ConsumedRecord] = []
        var faults: [KafkaFault] = []
        let end = ContinuousClock.now + patience
        while !isEnough(records, faults), ContinuousClock.now < end {
            switch try poll(timeoutMs: 20) {
            case .record(let record): records.append(record)
            case .fault(let fault): faults.append(fault)
            case .endOfPartition, nil: break
            }
        }
        return (records, faults)
    }

    /// Polls until so many records came, at most `patience`.
    func records(_ count: Int) throws -> [ConsumedRecord] {
        try poll { records, _ in records.count >= count }.records
    }
}

/// The text of some bytes.
func text(_ bytes: [UInt8]?) -> String? { bytes.map { String(decoding: $0, as: UTF8.self) } }
