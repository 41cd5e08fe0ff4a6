import Foundation
import Kafka
import Testing
import Worker

@Suite(.enabled(if: RealKafka.script != nil, "skipped: no Kafka: set GALLEY_KAFKA_HOME"))
struct TransactionStepTests {
    @Test func `a worker killed at any step of a transaction leaves each page once`() throws {
        let kafka = try RealKafka()
        let topics = ["pages.raw", "articles", "articles.rejected", "pages.raw.dlq"]
        try kafka.createTopics(topics, partitions: 2)
        let reports = Reports()
        let producer = try Producer(ProducerSettings(client: kafka.client)) { reports.add($0) }
        defer { producer.close(deadlineMs: 2000) }
        var count = 0
        func load(_ more: Int) throws {
            for _ in 0..<more {
                let page = Array("page \(count)".utf8)
                try producer.produce(
                    topic: "pages.raw", key: Array("k\(count % 5)".utf8), value: page, token: UInt64(count))
                count += 1
            }
            #expect(producer.flush(timeoutMs: 30_000) == 0)
        }
        for step in TransactionStep.allCases {
            try load(40)
            // The first transaction of a worker commits where it starts; the second holds pages.
            let worker = try start(kafka, "once", step.rawValue, "2")
            let deadline = ContinuousClock.now + .seconds(60)
            while worker.isRunning, .now < deadline { usleep(50_000) }
            #expect(worker.terminationReason == .uncaughtSignal, "it never came to \(step)")
        }
        let last = try start(kafka, "once")
        defer { last.terminate() }
        var seen: [[UInt8]] = []
        let deadline = ContinuousClock.now + .seconds(90)
        while .now < deadline {
            seen = []
            try kafka.readAll(["articles"]) { seen.append($0.value ?? []) }
            if Set(seen).count == count { break }
            usleep(500_000)
        }
        #expect(Set(seen).count == count, "pages are missing")
        #expect(seen.count == count, "pages are there more than once")
    }

    private func start(_ kafka: RealKafka, _ arguments: String...) throws -> Process {
        let own = try FileManager.default.destinationOfSymbolicLink(atPath: "/proc/self/exe")
        let process = Process()
        process.executableURL = URL(filePath: own).deletingLastPathComponent().appending(path: "fragile-worker")
        process.arguments = [kafka.brokers] + arguments
        process.standardError = FileHandle.nullDevice
        process.standardOutput = FileHandle.nullDevice
        try process.run()
        return process
    }
}
