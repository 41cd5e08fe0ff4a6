import Foundation
import Kafka
import TestSupport
import Testing

@Suite(
    .waits,
    .enabled(if: WorkerRun.obstacle == nil, Comment(rawValue: "skipped: \(WorkerRun.obstacle ?? "")")))
struct ScalingTests {
    @Test func `fault 19: the autoscaler's formula brings workers from none to many and back to none`() throws {
        let run = try WorkerRun(pages: 1200)
        let scaler = try Autoscaler(run)
        #expect(try scaler.wanted() == 4)
        let (most, ledger) = try scale(run, scaler)
        #expect(most == 4)
        run.check(ledger, "fault 19, none to many and back")
        // A few more wake one worker, which lets go of it again.
        try run.kafka.load(RealPages.read(20), count: 20, topic: run.topics.input)
        #expect(try scaler.wanted() == 1)
        #expect(try scale(run, scaler).most == 1)
        #expect(try scaler.lag() == 0)
    }

    @Test func `fault 19: a topic whose records are gone has no lag once a worker was there`() throws {
        let run = try WorkerRun(pages: 8)
        let scaler = try Autoscaler(run)
        try run.kafka.deleteRecords(run.topics.input, but: 0)
        // No offset is committed, so to the formula all that ever was there is still to be read.
        #expect(try scaler.lag() == 8)
        try run.start()
        try scaler.wait(forLag: 0)
        run.stopAll()
        #expect(try scaler.wanted() == 0)
    }

    @Test
    func
        `fault 3: four members with names of their own are restarted one by one while the flow goes on and no partition moves`()
        throws
    {
        let run = try WorkerRun(pages: 40)
        func start(_ name: Int) throws -> GalleyProcess {
            try run.start(more: ["--input-instance-id", "member-\(name)", "--workers", "1"])
        }
        var members = try (0..<4).map { try start($0) }
        try require("the partitions are not shared") {
            let told = try run.kafka.tool(
                "groups", "--describe", "--group", run.group, "--members", "--timeout", String(patienceMs))
            return told.split(separator: "\n").count { $0.contains("member-") && $0.split(separator: " ").last == "1" }
                == 4
        }
        // While members come one after the other, pages may be done twice: that is another test's.
        let scaler = try Autoscaler(run)
        try scaler.wait(forLag: 0)
        let early = try run.waitUntilDone()
        try run.add(pages: 3000)
        var pause = Duration.zero
        for name in 0..<4 {
            members[name].terminate()
            #expect(members[name].wait(seconds: 120) == 0, "\(members[name].log.suffix(2000))")
            let (done, since) = (try run.kafka.count(run.topics.outputs), ContinuousClock.now)
            #expect(done < run.count, "there was no flow left to go on")
            members[name] = try start(name)
            // The others go on at once; that one within moments, not after its session.
            try require("the flow stands still") { try run.kafka.count(run.topics.outputs) > done }
            pause = max(pause, since.duration(to: .now))
            try require("it does not get its partition back") { Self.rebalances(members[name]) > 0 }
        }
        let ledger = try run.waitUntilDone()
        // Nobody else's partitions moved: each member has seen the one assignment of its own start.
        #expect(members.map(Self.rebalances) == [1, 1, 1, 1])
        run.stopAll()
        print("restarts of named members: at most \(pause) from the end of one to the next outcome")
        run.check(ledger, "fault 3, named members restarted")
        #expect(ledger.duplicates == early.duplicates)
    }

    /// Starts and ends workers as the autoscaler wants, until it wants none.
    private func scale(_ run: WorkerRun, _ scaler: Autoscaler) throws -> (most: Int, ledger: Ledger) {
        var workers: [GalleyProcess] = []
        var most = 0
        let end = ContinuousClock.now + patience
        while ContinuousClock.now < end {
            let wanted = try scaler.wanted()
            while workers.count < wanted { workers.append(try run.start(more: ["--workers", "1"])) }
            while workers.count > wanted {
                let leaver = workers.removeLast()
                leaver.terminate()
                #expect(leaver.wait(seconds: 120) == 0, "\(leaver.log.suffix(2000))")
            }
            most = max(most, workers.count)
            if wanted == 0 { break }
            usleep(1_000_000)
        }
        let left = try scaler.lag()
        #expect(workers.isEmpty, "lag \(left)")
        return (most, try Ledger.read(run.kafka, run.topics))
    }

    private static func rebalances(_ member: GalleyProcess) -> Int {
        member.log.components(separatedBy: #""event":"rebalance""#).count - 1
    }
}

/// What KEDA's scaler for Kafka computes of ends and committed offsets: <https://keda.sh/docs/latest/scalers/apache-kafka/>.
private final class Autoscaler {
    private let consumer: Consumer
    private let admin: Admin
    private let kafka: RealKafka
    private let topics: [String]
    private let lagThreshold: Int64 = 200
    private let maxReplicas = 4

    init(_ run: WorkerRun) throws {
        topics = [run.topics.input]
        kafka = run.kafka
        admin = try Admin(kafka.client)
        consumer = try Consumer(ConsumerSettings(client: kafka.client, group: run.group))
    }

    deinit {
        _ = consumer.close(deadlineMs: 2000)
        admin.close()
    }

    func ends() throws -> [TopicPartition: Int64] {
        try topics.reduce(into: [:]) { ends, topic in
            for (place, marks) in try admin.watermarks(of: topic, timeoutMs: patienceMs) { ends[place] = marks.high }
        }
    }

    /// With `offsetResetPolicy: earliest`: a partition without an offset has all that ever was in it before it.
    func lag() throws -> Int64 {
        let ends = try ends()
        let committed = try kafka.patiently { try consumer.committed(ends.keys.sorted(), timeoutMs: patienceMs) }
        let offsets = Dictionary(committed.map { ($0.topicPartition, $0.offset) }) { first, _ in first }
        return ends.reduce(0) { $0 + $1.value - max(0, offsets[$1.key] ?? 0) }
    }

    /// `ceil(lag / lagThreshold)`, no more than there are partitions; none without lag.
    func wanted() throws -> Int {
        let (lag, partitions) = (try lag(), try ends().count)
        return min(Int((lag + lagThreshold - 1) / lagThreshold), partitions, maxReplicas)
    }

    func wait(forLag wanted: Int64) throws {
        var last: Int64 = -1
        try require("the lag is \(last)") {
            last = try lag()
            return last == wanted
        }
    }
}
