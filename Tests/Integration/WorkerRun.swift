import Foundation
import Kafka
import TestSupport
import Testing

/// What is promised of outcomes: the values of `delivery.mode`.
enum Guarantee: String, CaseIterable {
    case atLeastOnce = "at-least-once"
    case exactlyOnce = "exactly-once"
}

/// A Kafka with real pages on it, and workers on the pages.
final class WorkerRun {
    let kafka: RealKafka
    let topics: Ledger.Topics
    /// The group of its workers.
    let group: String
    /// Pages on the input topic.
    private(set) var count: Int
    private let guarantee: Guarantee
    private(set) var workers: [GalleyProcess] = []

    /// Bytes that a worker may have in use: `limits.memory_bytes`, and what the program, its libraries and its allocator need.
    private var memoryBound: Int { limit + 67_108_864 }
    private let limit: Int

    /// Why these tests cannot run here, or `nil` when they can.
    static var obstacle: String? {
        if RealKafka.script == nil { return "no Kafka: set GALLEY_KAFKA_HOME" }
        if RealPages.folder == nil { return "no pages: set GALLEY_DATA" }
        return nil
    }

    /// Makes topics of the run's own, on the Kafka that the tests share unless this one does it harm, and fills the input topic.
    /// - Parameters:
    ///   - nodes: of the cluster; each has all records.
    ///   - isHurt: whether the test does a broker harm.
    ///   - memory: `limits.memory_bytes`; its default unless said otherwise.
    init(
        pages: Int, _ guarantee: Guarantee = .atLeastOnce, nodes: Int = 1, isHurt: Bool = false,
        memory: Int = 201_326_592
    ) throws {
        count = pages
        self.guarantee = guarantee
        limit = memory
        kafka = nodes > 1 || isHurt ? try RealKafka(["--nodes", String(nodes)]) : try .shared()
        topics = Ledger.Topics(prefix: kafka.ownName("run") + ".")
        group = topics.prefix + "galley"
        try kafka.createTopics(topics.all, partitions: 4, replicas: nodes)
        try kafka.load(RealPages.read(min(pages, 500)), count: pages, topic: topics.input)
    }

    /// Puts more pages on the input topic.
    func add(pages: Int) throws {
        try kafka.load(RealPages.read(min(pages, 500)), count: pages, topic: topics.input)
        count += pages
    }

    /// A record of the input topic.
    struct Record {
        var key: String?
        var value: [UInt8]
        var headers: [Header] = []
    }

    /// Puts values on the input topic as they are.
    func add(values: [[UInt8]]) throws { try add(records: values.map { Record(value: $0) }) }

    /// Puts records on the input topic as they are.
    func add(records: [Record]) throws {
        let producer = try Producer(ProducerSettings(client: kafka.client)) { report in
            if case .failure(let fault) = report.result { Issue.record("a value was not loaded: \(fault)") }
        }
        for record in records {
            try producer.produce(
                topic: topics.input, key: record.key.map { Array($0.utf8) }, value: record.value,
                headers: record.headers, token: 0)
        }
        #expect(producer.flush(timeoutMs: patienceMs) == 0)
        #expect(producer.close(deadlineMs: patienceMs))
        count += records.count
    }

    /// Starts a worker, which is in the same group as the others.
    /// - Parameters:
    ///   - input: flags that name other input topics.
    ///   - id: the worker's transactional id.
    ///   - admin: the admin port's address.
    ///   - more: further flags.
    @discardableResult
    func start(_ input: [String]? = nil, id: String = "0", admin: String = "off", more: [String] = []) throws
        -> GalleyProcess
    {
        let settings = [
            "run", "--kafka-brokers", kafka.brokers, "--input-group", group,
            "--output-topic", topics.articles, "--rejected-topic", topics.rejected,
            "--dead-letters-topic", topics.deadLetters, "--delivery-drain-seconds", "10",
            "--delivery-mode", guarantee.rawValue, "--delivery-transactional-id", topics.prefix + id, "--admin-address",
            admin,
            "--limits-memory-bytes", String(limit), "--log-format", "json",
        ]
        let worker = try GalleyProcess(settings + (input ?? ["--input-topics", topics.input]) + more)
        workers.append(worker)
        return worker
    }

    /// Waits until so many outcomes stand in the output topics.
    func waitForOutcomes(_ wanted: Int) throws -> Bool {
        let end = ContinuousClock.now + patience
        while try patiently({ try kafka.count(topics.outputs) }) ?? 0 < wanted {
            if ContinuousClock.now > end { return false }
            usleep(100_000)
        }
        return true
    }

    /// Waits until every page has an outcome: by count first, then, as repetitions count too, by the ledger.
    func waitUntilDone() throws -> Ledger {
        let end = ContinuousClock.now + patience
        _ = try waitForOutcomes(count)
        while true {
            let isLate = ContinuousClock.now > end
            let ledger = try isLate ? Ledger.read(kafka, topics) : patiently { try Ledger.read(kafka, topics) }
            if let ledger, ledger.missing.isEmpty || isLate { return ledger }
            usleep(1_000_000)
        }
    }

    /// `nil` where a broker that was just hurt cannot answer yet.
    private func patiently<Value>(_ ask: () throws -> Value) throws -> Value? {
        do {
            return try ask()
        } catch let fault as KafkaFault where fault.isRetriable {
            return nil
        }
    }

    /// Ends every worker in order; each has to end by itself.
    func stopAll() {
        let running = workers.filter(\.isRunning)
        running.forEach { $0.terminate() }
        for worker in running { #expect(worker.wait(seconds: 120) == 0, "\(worker.log.suffix(2000))") }
    }

    /// Checks what holds in every run, and shows the sums.
    /// - Parameters:
    ///   - name: a fault's number, and what was done.
    ///   - mostRepeated: how many outcomes may be there again under at-least-once.
    func check(_ ledger: Ledger, _ name: String, mostRepeated: Int = .max) {
        let peak = workers.map(\.peakMemory).max() ?? 0
        print("\(name), real, \(guarantee.rawValue): \(ledger.summary); peak memory \(peak / 1_048_576) MiB")
        if ProcessInfo.processInfo.environment["GALLEY_TEST_LOGS"] == "1" { workers.forEach { print($0.log) } }
        #expect(ledger.inputs.count == count)
        #expect(ledger.balances, "\(ledger.summary)\n\(workers.last?.log.suffix(3000) ?? "")")
        #expect(peak <= memoryBound)
        #expect(ledger.repeated <= (guarantee == .exactlyOnce ? 0 : mostRepeated), "\(ledger.summary)")
    }

    deinit { workers.forEach { $0.kill() } }
}
