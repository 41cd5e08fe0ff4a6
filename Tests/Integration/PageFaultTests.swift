import Foundation
import Kafka
import TestSupport
import Testing

/// Pages that cost as much as they can, dead letters that are not taken, more pages than memory holds.
@Suite(
    .waits,
    .enabled(if: WorkerRun.obstacle == nil, Comment(rawValue: "skipped: \(WorkerRun.obstacle ?? "")")))
struct PageFaultTests {
    @Test(arguments: Guarantee.allCases)
    func `fault 9: hostile pages have their outcomes within the memory's bound, and the others theirs`(
        _ guarantee: Guarantee
    ) throws {
        let run = try WorkerRun(pages: 100, guarantee)
        try run.add(records: HostilePage.all.map { try hostile($0, bytes: 400_000) })
        try run.add(pages: 100)
        let worker = try run.start()
        let ledger = try run.waitUntilDone()
        #expect(worker.isRunning)
        run.stopAll()
        run.check(ledger, "fault 9, \(HostilePage.all.count) hostile pages")
    }

    private func hostile(_ page: HostilePage, bytes: Int) throws -> WorkerRun.Record {
        var headers = page.headers.map { Header(name: $0.name, text: $0.value) }
        var value = page.body(bytes: bytes)
        if let coding = page.coding {
            value = try Coder.coded(value, as: coding)
            headers.append(Header(name: "content-encoding", text: coding.rawValue))
        }
        return WorkerRun.Record(key: page.name, value: value, headers: headers)
    }

    @Test
    func
        `fault 10: without a topic for dead letters their partitions hold, and too large a letter is kept without its page`()
        throws
    {
        let run = try WorkerRun(pages: 50)
        let worker = try run.start()
        #expect(try run.waitForOutcomes(50))
        try run.kafka.tool("topics", "--delete", "--topic", run.topics.deadLetters)
        try run.add(records: (0..<3).map { broken($0) })
        #expect(eventually(within: .seconds(120)) { worker.log.contains(#""event":"partition_held""#) })
        try run.add(pages: 50)
        try run.kafka.createTopics([run.topics.deadLetters], partitions: 4)
        #expect(try run.waitForOutcomes(103))
        // Letters that are larger than the topic takes.
        try run.kafka.tool(
            "configs", "--alter", "--entity-type", "topics", "--entity-name", run.topics.deadLetters, "--add-config",
            "max.message.bytes=4000")
        try run.add(records: (10..<13).map { broken($0) })
        let ledger = try run.waitUntilDone()
        run.stopAll()
        run.check(ledger, "fault 10, dead letters not taken")
        var reduced = 0
        try run.kafka.readAll([run.topics.deadLetters]) { letter in
            guard letter.headers.contains(where: { $0.name == "galley-value-sha256" }) else { return }
            reduced += 1
            #expect(letter.value?.isEmpty == true)
        }
        #expect(reduced == 3)
    }

    /// A page that says to be what it is not, and that no coding makes smaller.
    private func broken(_ number: Int) -> WorkerRun.Record {
        var random = SeededGenerator(seed: UInt64(number))
        return WorkerRun.Record(
            key: "broken \(number)", value: (0..<20_000).map { _ in UInt8.random(in: 1...255, using: &random) },
            headers: [Header(name: "content-encoding", text: "gzip")])
    }

    @Test func `fault 11: a backlog far larger than memory is done within its bound`() throws {
        let run = try WorkerRun(pages: 2500, memory: 67_108_864)
        try run.start()
        let ledger = try run.waitUntilDone()
        run.stopAll()
        run.check(ledger, "fault 11, a backlog")
        #expect(ledger.repeated == 0)
    }
}
