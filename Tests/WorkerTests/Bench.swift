import Dispatch
import Foundation
import Kafka
import Synchronization
import Telemetry
import TestSupport
import Testing
import Wire

@testable import Worker

/// An embedded broker with the topics of a worker, and what a test does with them.
final class Bench: Sendable {
    let kafka: EmbeddedKafka
    let lines = Mutex<[String]>([])

    /// Whether logs are shown: `GALLEY_TEST_LOGS=1`.
    private static let isLoud = ProcessInfo.processInfo.environment["GALLEY_TEST_LOGS"] == "1"

    static let output = "articles"
    static let rejected = "articles.rejected"
    static let dead = "pages.raw.dlq"

    init(partitions: Int = 2, topics: [String] = ["pages.raw", Bench.output, Bench.rejected, Bench.dead]) throws {
        kafka = try EmbeddedKafka(
            brokerCount: 2,
            topics: Dictionary(uniqueKeysWithValues: topics.map { ($0, $0 == "pages.raw" ? partitions : 1) }))
        try settle(topics, partitions, groups: ["galley", "reader"])
    }

    /// Breaks all that is written to a topic, and nothing else: its partition moves to a broker of its own, which goes
    /// down.
    func breakTopic(_ topic: String) throws {
        try kafka.takeDown(broker: 2)
        try kafka.setLeader(of: TopicPartition(topic: topic, partition: 0), broker: 2)
    }

    /// Mends what ``breakTopic(_:)`` broke.
    func mendTopic(_ topic: String) throws { try kafka.bringUp(broker: 2) }

    /// Leaves the second broker without anything.
    private func settle(_ topics: [String], _ partitions: Int, groups: [String]) throws {
        for topic in topics {
            for number in 0..<Int32(topic == "pages.raw" ? partitions : 1) {
                try kafka.setLeader(of: TopicPartition(topic: topic, partition: number), broker: 1)
            }
        }
        for group in groups { try kafka.setCoordinator(ofGroup: group, broker: 1) }
    }

    var client: ClientSettings { ClientSettings(brokers: kafka.brokers, statisticsIntervalMs: 0) }

    func settings(group: String = "galley", stop: StopCondition = .never) -> WorkerSettings {
        var settings = WorkerSettings(client: client, group: group, permits: 2)
        settings.sessionTimeoutMs = 6000
        settings.heartbeatMs = 200
        settings.commitInterval = .milliseconds(50)
        settings.retry = (.milliseconds(50), .milliseconds(400))
        settings.lingerMs = 1
        settings.stop = stop
        settings.drain = .seconds(10)
        return settings
    }

    /// - Parameter hear: is told each line, by the thread that says it.
    func telemetry(hear: @escaping @Sendable (String) -> Void = { _ in }) -> Telemetry {
        Telemetry(level: .info, isJSON: true) { [self] line in
            hear(line)
            lines.withLock { $0.append(line) }
            if Bench.isLoud { print(line) }
        }
    }

    /// Whether a log line names this event.
    func said(_ event: String) -> Bool { !lines(of: event).isEmpty }

    /// The log lines of an event.
    func lines(of event: String) -> [String] {
        lines.withLock { $0.filter { $0.contains("\"event\":\"\(event)\"") } }
    }

    /// Settings for members that come and go: the embedded broker drops members from rebalances, which looks to the next owner of a
    /// partition like a crash. Pages are not to be blamed for that, however often it happens.
    func settingsForDroppedMembers(mostUncommitted: Int) -> WorkerSettings {
        var settings = settings()
        settings.attempts = 1000
        settings.mostUncommitted = mostUncommitted
        return settings
    }

    /// How many outcomes may be there again after members came and went: each time partitions left a member what it had begun
    /// without a commit. The embedded broker refuses a dropped member's.
    func mostRepeated(_ settings: WorkerSettings) -> Int {
        let departures = lines(of: "rebalance").filter {
            $0.contains("partitions lost") || $0.contains("partitions revoked")
        }
        return departures.count * settings.mostUncommitted
    }

    // MARK: Topics

    /// Puts pages on the input topic and waits until they are there.
    func load(_ pages: [(key: String, value: [UInt8]?)], partition: Int32? = nil) throws {
        let producer = try Producer(ProducerSettings(client: client), onDelivery: { _ in })
        for (index, page) in pages.enumerated() {
            try producer.produce(
                topic: "pages.raw", key: Array(page.key.utf8), value: page.value,
                headers: [Header(name: "n", text: String(index))], partition: partition, token: 0)
        }
        #expect(producer.flush(timeoutMs: 10_000) == 0)
        producer.close(deadlineMs: 1000)
    }

    /// Pages whose value is `key:number`, in turn over the keys.
    static func pages(_ count: Int, keys: Int = 5, of kind: String = "") -> [(key: String, value: [UInt8]?)] {
        (0..<count).map { ("k\($0 % keys)", Array("\(kind)k\($0 % keys):\($0)".utf8)) }
    }

    /// Milliseconds in which a broker answers, be its answers late on purpose.
    private static let longestAnswer = 60_000

    /// Every record that a topic holds.
    func read(_ topic: String) throws -> [ConsumedRecord] {
        let admin = try Admin(client)
        let ends = try admin.watermarks(of: topic, timeoutMs: Self.longestAnswer)
        admin.close()
        let wanted = ends.values.reduce(0) { $0 + $1.count }
        guard wanted > 0 else { return [] }
        let settings = ConsumerSettings(client: client, group: "reader")
        let consumer = try Consumer(settings)
        defer { consumer.close(deadlineMs: 1000) }
        try consumer.assign(ends.map { PartitionOffset($0.key, offset: $0.value.low) })
        var records: [ConsumedRecord] = []
        let deadline = ContinuousClock.now + patience
        while records.count < wanted, .now < deadline {
            if case .record(let record) = try consumer.poll(timeoutMs: 100) { records.append(record) }
        }
        #expect(records.count == wanted)
        return records
    }

    /// The next offset of each partition.
    func ends(of topic: String) throws -> [TopicPartition: Int64] {
        let admin = try Admin(client)
        defer { admin.close() }
        return try admin.watermarks(of: topic, timeoutMs: Self.longestAnswer).mapValues(\.high)
    }

    /// What the group has committed.
    func committed(group: String = "galley", partitions: Int = 2) throws -> [TopicPartition: PartitionOffset] {
        let consumer = try Consumer(ConsumerSettings(client: client, group: group))
        defer { consumer.close(deadlineMs: 1000) }
        let places = (0..<Int32(partitions)).map { TopicPartition(topic: "pages.raw", partition: $0) }
        let offsets = try consumer.committed(places, timeoutMs: Self.longestAnswer)
        return Dictionary(uniqueKeysWithValues: offsets.map { ($0.topicPartition, $0) })
    }
}

/// A worker on a thread of its own.
final class RunningWorker: Sendable {
    let worker: Worker
    private let reason = Mutex<ExitReason?>(nil)
    private let ended = DispatchGroup()

    /// What a test that expects an orderly end says of an end by force.
    static let neverExpected: @Sendable (Int32) -> Void = { status in
        Issue.record("the worker ended by force with status \(status)")
    }

    convenience init(
        _ bench: Bench, _ settings: WorkerSettings,
        work: @escaping @Sendable (InboundRecord) -> WorkResult = Fake.work, telemetry: Telemetry? = nil,
        hardExit: @escaping @Sendable (Int32) -> Void = RunningWorker.neverExpected
    ) {
        self.init(bench, settings, telemetry: telemetry, hardExit: hardExit) { record, _ in work(record) }
    }

    init(
        _ bench: Bench, _ settings: WorkerSettings, telemetry: Telemetry? = nil,
        hardExit: @escaping @Sendable (Int32) -> Void = RunningWorker.neverExpected,
        growing work: @escaping @Sendable (InboundRecord, PageHost) -> WorkResult
    ) {
        worker = Worker(settings, telemetry: telemetry ?? bench.telemetry(), hardExit: hardExit) { { work($0, $1) } }
        ended.enter()
        let thread = Thread { [self] in
            let reason = worker.run()
            self.reason.withLock { $0 = reason }
            ended.leave()
        }
        thread.start()
    }

    /// Waits until the worker has ended.
    func end(within seconds: Double = 60) -> ExitReason? {
        guard ended.wait(timeout: .now() + seconds) == .success else { return nil }
        return reason.withLock { $0 }
    }

    /// Stops the worker and waits for its end.
    @discardableResult
    func stop() -> ExitReason? {
        worker.stop()
        return end()
    }
}

/// Pages that are no pages: the value's first word says what comes of it.
enum Fake {
    static let work: @Sendable (InboundRecord) -> WorkResult = { record in
        let text = String(decoding: record.value ?? [], as: UTF8.self)
        let out = OutboundRecord(key: record.key, value: record.value)
        if text.hasPrefix("reject ") { return .rejected(out) }
        if text.hasPrefix("dead ") {
            return .deadLetter(
                OutboundRecord(
                    key: record.key, value: record.value, headers: record.headers, timestampMs: record.timestampMs))
        }
        if record.value == nil || text.hasPrefix("skip ") { return .skipped }
        return .article(out)
    }
}

/// A gate that tests open: work waits in it.
final class Hold: Sendable {
    private let group = DispatchGroup()
    private let waiting = Atomic(0)
    init() { group.enter() }
    var count: Int { waiting.load(ordering: .sequentiallyConsistent) }
    func pass() {
        waiting.add(1, ordering: .sequentiallyConsistent)
        group.wait()
    }
    func open() { group.leave() }
}
