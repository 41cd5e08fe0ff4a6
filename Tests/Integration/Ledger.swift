import Foundation
import Kafka
import TestSupport

/// Every input record and what became of it, read from the topics alone.
struct Ledger {
    /// The topics of a run.
    struct Topics {
        /// What their names begin with.
        var prefix = ""

        var input: String { prefix + "pages.raw" }
        var articles: String { prefix + "articles" }
        var rejected: String { prefix + "articles.rejected" }
        var deadLetters: String { prefix + "pages.raw.dlq" }

        var outputs: [String] { [articles, rejected, deadLetters] }
        var all: [String] { [input] + outputs }
    }

    /// Where a raw page stood.
    struct Origin: Hashable, Comparable, CustomStringConvertible {
        var topic: String
        var partition: Int
        var offset: Int

        var description: String { "\(topic)[\(partition)]@\(offset)" }

        static func < (one: Origin, other: Origin) -> Bool {
            (one.topic, one.partition, one.offset) < (other.topic, other.partition, other.offset)
        }
    }

    /// One record of an output topic.
    struct Outcome: Hashable {
        var topic: String
        /// The event's id; for a dead letter, which has none, its key and value.
        var identity: [UInt8]
    }

    private let topics: Topics
    private(set) var inputs: Set<Origin> = []
    private(set) var outcomes: [Origin: [Outcome]] = [:]
    /// Output records that do not say where they come from.
    private(set) var unreadable: [String] = []

    /// Inputs without an outcome.
    var missing: [Origin] { inputs.filter { outcomes[$0] == nil }.sorted() }

    /// Outcomes of no input.
    var foreign: [Origin] { outcomes.keys.filter { !inputs.contains($0) }.sorted() }

    /// Inputs with more than one outcome.
    var duplicates: [Origin] { outcomes.filter { $0.value.count > 1 }.keys.sorted() }

    /// Outcomes that are there again.
    var repeated: Int { outcomes.values.reduce(0) { $0 + $1.count - 1 } }

    /// Inputs whose outcomes are not repetitions of the same.
    var contradictions: [Origin] { outcomes.filter { Set($0.value).count > 1 }.keys.sorted() }

    /// Whether every input has its outcome and nothing else came out; repetitions of the same are counted apart.
    var balances: Bool { missing.isEmpty && foreign.isEmpty && contradictions.isEmpty && unreadable.isEmpty }

    /// The sums in a line.
    var summary: String {
        let counts = Dictionary(grouping: outcomes.values.flatMap { $0 }, by: \.topic).mapValues(\.count)
        let parts = counts.sorted { $0.key < $1.key }
            .map { "\($0.key.dropFirst(topics.prefix.count)) \($0.value)" }.joined(separator: ", ")
        return "inputs \(inputs.count): \(parts); missing \(missing.count) \(missing.prefix(5)), "
            + "repeated \(repeated), contradictory \(contradictions.count) \(contradictions.prefix(3)), "
            + "foreign \(foreign.count), unreadable \(unreadable.count) \(unreadable.prefix(1))"
    }
}

extension Ledger {
    /// Reads the topics from end to end.
    static func read(_ kafka: RealKafka, _ topics: Topics) throws -> Ledger {
        var ledger = Ledger(topics: topics)
        try kafka.readAll(topics.all) { record in
            switch record.topic {
            case topics.input:
                ledger.inputs.insert(
                    Origin(topic: record.topic, partition: Int(record.partition), offset: Int(record.offset)))
            case topics.deadLetters: ledger.addDeadLetter(record)
            default: ledger.addEvent(record)
            }
        }
        return ledger
    }

    private mutating func addEvent(_ record: ConsumedRecord) {
        guard let fields = try? JSONSerialization.jsonObject(with: Data(record.value ?? [])) as? [String: Any],
            let topic = fields["raw_topic"] as? String, let partition = fields["raw_partition"] as? Int,
            let offset = fields["raw_offset"] as? Int, let id = fields["event_id"] as? String
        else {
            unreadable.append("\(record.topicPartition)@\(record.offset)")
            return
        }
        add(Origin(topic: topic, partition: partition, offset: offset), record.topic, Array(id.utf8))
    }

    private mutating func addDeadLetter(_ record: ConsumedRecord) {
        func text(_ name: String) -> String? {
            record.headers.last { $0.name == "__connect.errors." + name }?.value.map {
                String(decoding: $0, as: UTF8.self)
            }
        }
        guard let topic = text("topic"), let partition = text("partition").flatMap({ Int($0) }),
            let offset = text("offset").flatMap({ Int($0) })
        else {
            unreadable.append("\(record.topicPartition)@\(record.offset)")
            return
        }
        let origin = Origin(topic: topic, partition: partition, offset: offset)
        add(origin, record.topic, (record.key ?? []) + [0] + (record.value ?? []))
    }

    private mutating func add(_ origin: Origin, _ topic: String, _ identity: [UInt8]) {
        outcomes[origin, default: []].append(Outcome(topic: topic, identity: identity))
    }
}

extension RealKafka {
    /// Hands over every record that stands in the topics now.
    func readAll(_ topics: [String], _ take: (ConsumedRecord) -> Void) throws {
        let (starts, ends) = try bounds(of: topics)
        var settings = ConsumerSettings(client: client, group: "galley-ledger")
        settings.reportsEndOfPartition = true
        let consumer = try Consumer(settings)
        defer { consumer.close(deadlineMs: 3000) }
        try consumer.assign(starts)
        var open = Set(starts.map(\.topicPartition))
        let deadline = ContinuousClock.now + patience
        while !open.isEmpty, ContinuousClock.now < deadline {
            switch try consumer.poll(timeoutMs: 200) {
            case .record(let record): if record.offset < ends[record.topicPartition] ?? 0 { take(record) }
            case .endOfPartition(let place, let offset): if offset >= ends[place] ?? 0 { open.remove(place) }
            case .fault(let fault):
                // A partition that was just made is not known at once to who leads it.
                if fault.isOffsetReset, let start = starts.first(where: { $0.topicPartition == fault.topicPartition }) {
                    usleep(100_000)
                    try consumer.seek([start])
                } else if !fault.isRetriable {
                    throw fault
                }
            case nil: break
            }
        }
        if !open.isEmpty { throw KafkaFault(code: -185, message: "the topics could not be read to their ends") }
    }

    /// How many records stand in the topics now.
    func count(_ topics: [String]) throws -> Int {
        let (starts, ends) = try bounds(of: topics)
        return starts.reduce(0) { $0 + Int((ends[$1.topicPartition] ?? 0) - $1.offset) }
    }

    private func bounds(of topics: [String]) throws -> (starts: [PartitionOffset], ends: [TopicPartition: Int64]) {
        // A transaction is committed a moment before its marks stand, before which its records are not seen: they are waited for.
        var raw = client
        raw.properties["isolation.level"] = "read_uncommitted"
        let admin = try Admin(raw)
        defer { admin.close() }
        var starts: [PartitionOffset] = []
        var ends: [TopicPartition: Int64] = [:]
        for topic in topics {
            for (place, marks) in try patiently({ try admin.watermarks(of: topic, timeoutMs: patienceMs) }) {
                starts.append(PartitionOffset(place, offset: marks.low))
                ends[place] = marks.high
            }
        }
        return (starts, ends)
    }

    /// Asks again while a topic that was just made has no leader, or a group no coordinator yet.
    func patiently<Value>(_ ask: () throws -> Value) throws -> Value {
        for _ in 0..<100 {
            do { return try ask() } catch let fault as KafkaFault where fault.isRetriable { usleep(100_000) }
        }
        return try ask()
    }
}
