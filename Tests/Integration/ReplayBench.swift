import Foundation
import Kafka
import TestSupport
import Testing

/// A Kafka with pages of a minute each on its input topic, and commands that replay them.
final class ReplayBench {
    let kafka: RealKafka
    let topics = Ledger.Topics()
    let partitions = 3
    /// The time of the first page: long ago enough for retention not to matter, as it is switched off.
    static let firstMs: Int64 = 1_767_225_600_000
    /// Between two pages.
    static let stepMs: Int64 = 60_000
    private var processes: [GalleyProcess] = []
    private(set) var count = 0

    /// Starts a Kafka and makes the topics.
    /// - Parameter cluster: further flags of the cluster's script.
    init(cluster: [String] = []) throws {
        kafka = try RealKafka(cluster)
        let admin = try Admin(kafka.client)
        defer { admin.close() }
        let kept = ["retention.ms": "-1"]
        let all = topics.all.map { NewTopic($0, partitions: partitions, replicas: 1, configuration: kept) }
        try #require(try admin.createTopics(all, timeoutMs: patienceMs).isEmpty)
    }

    /// An article of its own number.
    static func page(_ number: Int) -> [UInt8] {
        let paragraphs = (1...4).map { part in
            "<p>The council of Lower Marsh decided on point \(part) of meeting \(number) that the old bridge will be mended before the winter, "
                + "as engineers had warned for years that its middle arch could give way under the weight of a single lorry.</p>"
        }
        return Array(
            """
            <!doctype html><html lang="en"><head><title>Bridge decision \(number)</title></head><body><main><article>
            <h1>Council decides on the bridge for the \(number)th time</h1><p class="byline">By Ada Marsh</p>\(paragraphs.joined(separator: "\n"))
            </article></main></body></html>
            """.utf8)
    }

    /// The time of a page, RFC 3339.
    static func time(_ number: Int) -> String {
        Date(timeIntervalSince1970: Double(firstMs + Int64(number) * stepMs) / 1000).ISO8601Format()
    }

    /// Puts so many pages on the topic, round the partitions; every tenth is none, and every fiftieth cannot be read.
    func load(_ more: Int, transactional: Bool = false) throws {
        var settings = ProducerSettings(client: kafka.client)
        if transactional { settings.transactionalID = "crawler" }
        let producer = try Producer(settings) { report in
            if case .failure(let fault) = report.result, !fault.isPurged { Issue.record("\(fault)") }
        }
        defer { producer.close(deadlineMs: 5000) }
        if transactional {
            try producer.initTransactions(timeoutMs: patienceMs)
            try producer.beginTransaction()
        }
        try put(count..<count + more, producer)
        #expect(producer.flush(timeoutMs: patienceMs) == 0)
        count += more
        guard transactional else { return }
        try producer.commitTransaction()
        // Behind them what no reader sees, and the marks of both ends.
        try producer.beginTransaction()
        try put(count..<count + 9, producer)
        producer.flush(timeoutMs: patienceMs)
        try producer.abortTransaction()
    }

    private func put(_ numbers: Range<Int>, _ producer: Producer) throws {
        for number in numbers {
            let url = "https://www.news\(number % 7).example/\(number)"
            let headers = [
                Header(name: "content-type", text: "text/html"), Header(name: "ce_subject", text: url),
                Header(name: "ce_time", text: ReplayBench.time(number)),
            ]
            let value: [UInt8] =
                number % 50 == 49
                ? Array("{\"url\": 1}".utf8) : number % 10 == 9 ? Array("<p>no".utf8) : ReplayBench.page(number)
            try producer.produce(
                topic: topics.input, key: Array(url.utf8), value: value,
                headers: number % 50 == 49 ? [Header(name: "content-type", text: "application/json")] : headers,
                timestampMs: ReplayBench.firstMs + Int64(number) * ReplayBench.stepMs,
                partition: Int32(number % partitions), token: UInt64(number))
        }
    }

    /// Runs the live worker over what is there.
    func runLive() throws {
        let worker = try start(["run", "--until-end", "--admin-address", "off", "--input-group", "live"])
        try #require(worker.wait() == 0, "\(worker.log.suffix(2000))")
    }

    /// Starts a command.
    func start(_ arguments: [String]) throws -> GalleyProcess {
        let process = try GalleyProcess(arguments + ["--kafka-brokers", kafka.brokers])
        processes.append(process)
        return process
    }

    /// Runs a command to its end.
    func run(_ arguments: String..., expecting status: Int32 = 0, at place: SourceLocation = #_sourceLocation) throws
        -> GalleyProcess
    {
        let process = try start(arguments)
        #expect(process.wait() == status, "\(process.log.suffix(3000))", sourceLocation: place)
        return process
    }

    /// Ends a process of a test that is over.
    deinit { processes.forEach { $0.kill() } }

    /// What the group has committed, by partition of the input.
    func committed(_ group: String) throws -> [Int32: Int64] {
        let consumer = try Consumer(ConsumerSettings(client: kafka.client, group: group))
        defer { consumer.close(deadlineMs: 2000) }
        let places = (0..<Int32(partitions)).map { TopicPartition(topic: topics.input, partition: $0) }
        return Dictionary(
            uniqueKeysWithValues: try consumer.committed(places, timeoutMs: patienceMs).map {
                ($0.topicPartition.partition, $0.offset)
            })
    }

    /// The group of a replay, as the topic of replays tells.
    func group(_ name: String) throws -> String {
        for record in try records(["galley.replays"]) where record.key == Array(name.utf8) {
            let line = try JSONSerialization.jsonObject(with: Data(record.value ?? [])) as? [String: Any]
            if let group = (line?["planned"] as? [String: Any])?["group"] as? String { return group }
        }
        return try #require(nil as String?, "no replay \(name) is known")
    }

    /// Forgets a replay.
    func forget(_ name: String) throws {
        try put(ConsumedRecord(topic: "galley.replays", partition: 0, offset: 0, key: Array(name.utf8)))
    }

    /// Puts a letter on its topic that is without its page.
    func putReducedLetter(offset: Int64, of page: [UInt8], topic: String) throws {
        let headers = [
            "__connect.errors.topic": topic, "__connect.errors.partition": "0",
            "__connect.errors.offset": String(offset),
            "galley-reason": "unpublishable", "galley-attempts": "1", "galley-value-bytes": String(page.count),
        ]
        try put(
            ConsumedRecord(
                topic: topics.deadLetters, partition: 0, offset: 0, timestampMs: ReplayBench.firstMs,
                key: Array("reduced".utf8),
                value: [], headers: headers.map { Header(name: $0.key, text: $0.value) }))
    }

    private func put(_ record: ConsumedRecord) throws {
        let producer = try Producer(ProducerSettings(client: kafka.client)) { report in
            if case .failure(let fault) = report.result { Issue.record("\(fault)") }
        }
        defer { producer.close(deadlineMs: 5000) }
        try producer.produce(
            topic: record.topic, key: record.key, value: record.value, headers: record.headers,
            timestampMs: record.timestampMs, token: 1)
        #expect(producer.flush(timeoutMs: patienceMs) == 0)
    }

    /// Puts pages of few keys on a compacted topic, and waits until most of them are gone.
    func loadCompacted(_ topic: String) throws {
        let settings = [
            "cleanup.policy": "compact", "segment.ms": "1000", "min.cleanable.dirty.ratio": "0.01",
            "retention.ms": "-1",
        ]
        let admin = try Admin(kafka.client)
        defer { admin.close() }
        let made = [NewTopic(topic, partitions: 1, replicas: 1, configuration: settings)]
        try #require(try admin.createTopics(made, timeoutMs: patienceMs).isEmpty)
        func write(_ numbers: Range<Int>) throws {
            for number in numbers {
                try put(
                    ConsumedRecord(
                        topic: topic, partition: 0, offset: 0, timestampMs: ReplayBench.firstMs + Int64(number) * 1000,
                        key: Array("k\(number % 4)".utf8), value: ReplayBench.page(number)))
            }
        }
        try write(0..<30)
        usleep(1_200_000)
        // The segment before it is closed by the first record of the next.
        try require("the topic is not compacted") {
            try write(30..<32)
            return try records([topic]).count < 20
        }
    }

    /// Records of a topic that a reader of committed ones sees.
    func records(_ topics: [String]) throws -> [ConsumedRecord] {
        var records: [ConsumedRecord] = []
        try kafka.readAll(topics) { records.append($0) }
        return records
    }

    /// Outcomes of a replay by the offset of their pages, `PARTITION:OFFSET`, each with its event ids or its letter's key.
    func outcomes(_ output: String) throws -> [String: [String]] {
        var found: [String: [String]] = [:]
        let admin = try Admin(kafka.client)
        defer { admin.close() }
        let topics = try [output, output + ".rejected", output + ".dlq"].filter {
            try admin.topic($0, timeoutMs: patienceMs).exists
        }
        for record in try records(topics) {
            func header(_ name: String) -> String {
                record.headers.last { $0.name == name }?.value.map { String(decoding: $0, as: UTF8.self) } ?? ""
            }
            if let fields = try? JSONSerialization.jsonObject(with: Data(record.value ?? [])) as? [String: Any],
                let partition = fields["raw_partition"] as? Int, let offset = fields["raw_offset"] as? Int
            {
                found["\(partition):\(offset)", default: []].append(fields["event_id"] as? String ?? "")
            } else {
                let place = "\(header("__connect.errors.partition")):\(header("__connect.errors.offset"))"
                found[place, default: []].append("letter of \(header("__connect.errors.topic"))")
            }
        }
        return found
    }

    /// Where pages of some numbers stand, by the way they were put there.
    func places(_ numbers: some Sequence<Int>) -> Set<String> {
        Set(numbers.map { "\($0 % partitions):\($0 / partitions)" })
    }

    /// Removes the records below some offsets, as retention does.
    func remove(below offsets: [Int32: Int64]) throws { try kafka.deleteRecords(topics.input, below: offsets) }
}
