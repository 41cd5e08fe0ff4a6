import Foundation
import Kafka
import TestSupport
import Testing
import Worker

@Suite(.waits, .enabled(if: RealKafka.script != nil, "skipped: no Kafka: set GALLEY_KAFKA_HOME"))
struct TransactionTests {
    @Test func `fault 14: a worker killed at any step of a transaction leaves each page once`() throws {
        let kafka = try cluster()
        var pages: [String] = []
        for step in TransactionStep.allCases {
            let more = (pages.count..<pages.count + 40).map { "page \($0)" }
            try load(more, on: kafka)
            pages += more
            // The first transaction of a worker commits where it starts; the second holds pages.
            let worker = try start(kafka, "once", step.rawValue, "2")
            let deadline = ContinuousClock.now + patience
            while worker.isRunning, .now < deadline { usleep(50_000) }
            try #require(!worker.isRunning, "it never came to \(step)")
            #expect(worker.terminationReason == .uncaughtSignal)
        }
        let last = try start(kafka, "once")
        defer { last.terminate() }
        try expectOnce(pages, on: kafka, "fault 14, a kill at each of \(TransactionStep.allCases.count) steps")
    }

    @Test
    func `fault 9: a page that traps becomes one dead letter after so many crashes, and the others are there once`()
        throws
    {
        let kafka = try cluster()
        let pages = (0..<40).map { "page \($0)" }
        try load(Array(pages[..<20]) + ["trap"] + pages[20...], on: kafka)
        var crashes = 0
        while true {
            let worker = try start(kafka, "once", "trap", "3")
            defer { worker.terminate() }
            let deadline = ContinuousClock.now + patience
            while worker.isRunning, .now < deadline, try kafka.values(of: "pages.raw.dlq").isEmpty { usleep(200_000) }
            if worker.isRunning {
                try expectOnce(pages, on: kafka, "fault 9, a page that traps")
                break
            }
            crashes += 1
            try #require(crashes <= 3)
        }
        #expect(crashes == 3)
        #expect(try kafka.values(of: "pages.raw.dlq") == ["trap"])
    }

    private func cluster() throws -> RealKafka {
        let kafka = try RealKafka()
        try kafka.createTopics(["pages.raw", "articles", "articles.rejected", "pages.raw.dlq"], partitions: 2)
        return kafka
    }

    private func load(_ pages: [String], on kafka: RealKafka) throws {
        let producer = try Producer(ProducerSettings(client: kafka.client)) { _ in }
        defer { producer.close(deadlineMs: 2000) }
        for (number, page) in pages.enumerated() {
            try producer.produce(
                topic: "pages.raw", key: Array("k\(number % 5)".utf8), value: Array(page.utf8), token: UInt64(number))
        }
        #expect(producer.flush(timeoutMs: patienceMs) == 0)
    }

    /// Waits until each page is there; then none may be there twice.
    private func expectOnce(_ pages: [String], on kafka: RealKafka, _ fault: String) throws {
        var seen: [String] = []
        let deadline = ContinuousClock.now + patience
        repeat {
            usleep(500_000)
            seen = try kafka.values(of: "articles")
        } while .now < deadline && Set(seen).count < pages.count
        print(
            "\(fault), real, exactly-once: inputs \(pages.count): articles \(seen.count); missing "
                + "\(Set(pages).subtracting(seen).count), repeated \(seen.count - Set(seen).count)")
        #expect(seen.sorted() == pages.sorted())
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

extension RealKafka {
    /// The values that a topic holds, as texts.
    fileprivate func values(of topic: String) throws -> [String] {
        var values: [String] = []
        try readAll([topic]) { values.append(String(decoding: $0.value ?? [], as: UTF8.self)) }
        return values
    }
}
