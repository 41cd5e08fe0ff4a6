import Dispatch
import Foundation
import Kafka
import Synchronization
import TestSupport
import Testing

/// A member on a thread of its own that commits what it read when a partition is revoked, and otherwise never.
private final class Member: Sendable {
    let consumer: Consumer
    let records = Collected<ConsumedRecord>()
    let events = Collected<RebalanceEvent>()
    let faults = Collected<KafkaFault>()
    private let next = Mutex<[TopicPartition: Int64]>([:])
    private let isStopping = Mutex(false)
    private let ended = DispatchSemaphore(value: 0)

    init(_ consumer: Consumer, topic: String) throws {
        self.consumer = consumer
        try consumer.subscribe([topic]) { [self] in rebalance($0) }
    }

    func start() {
        Thread.detachNewThread { [self] in
            while !isStopping.withLock({ $0 }) { step() }
            consumer.close(deadlineMs: 5000)
            ended.signal()
        }
    }

    func stop() {
        isStopping.withLock { $0 = true }
        ended.wait()
    }

    var held: Set<TopicPartition> {
        events.all.reduce(into: []) { held, event in
            switch event {
            case .assigned(let added): held.formUnion(added)
            case .revoked(let gone), .lost(let gone): held.subtract(gone)
            }
        }
    }

    private func step() {
        do {
            guard case .record(let record) = try consumer.poll(timeoutMs: 20) else { return }
            records.add(record)
            next.withLock { $0[record.topicPartition] = record.offset + 1 }
        } catch {
            faults.add(error)
        }
    }

    private func rebalance(_ event: RebalanceEvent) {
        events.add(event)
        guard case .revoked(let gone) = event else { return }
        let offsets = next.withLock { next in
            gone.compactMap { place in next[place].map { PartitionOffset(place, offset: $0) } }
        }
        do { try consumer.commit(offsets, timeoutMs: 5000) } catch { faults.add(error) }
    }
}

@Suite(.waits) struct GroupTests {
    @Test func `two members share, one leaves, and every record is read, once where commits are taken`() throws {
        let kafka = try EmbeddedKafka(topics: ["pages": 2])
        // A member that the machine holds up for longer than a session is lost to the group, and its records are read again. The
        // embedded cluster gives each round a second less than this, and each member that time to answer.
        let session = { (settings: inout ConsumerSettings) in settings.sessionTimeoutMs = 10_000 }
        let first = try Member(kafka.member(of: "g", change: session), topic: "pages")
        first.start()
        #expect(eventually { first.held.count == 2 })
        for partition in 0..<2 { try kafka.fill("pages", 0..<50, partition: Int32(partition)) }
        #expect(eventually { first.records.count == 100 })

        let second = try Member(kafka.member(of: "g", change: session), topic: "pages")
        second.start()
        #expect(eventually { first.held.count == 1 && second.held.count == 1 })
        // Cooperative: the partition that stays was never taken away.
        #expect(first.events.all.contains { if case .revoked(let gone) = $0 { gone.count == 1 } else { false } })
        for partition in 0..<2 { try kafka.fill("pages", 50..<100, partition: Int32(partition)) }
        #expect(eventually { Self.places(first, second).count == 200 })

        second.stop()
        #expect(eventually { first.held.count == 2 })
        for partition in 0..<2 { try kafka.fill("pages", 100..<150, partition: Int32(partition)) }
        #expect(eventually { Self.places(first, second).count == 300 })
        first.stop()
        // Where the other member joins again before the commit of what is given back arrives, the embedded cluster refuses it, as a
        // broker does not, and what it told of is read again.
        let faults = first.faults.all + second.faults.all
        #expect(faults.allSatisfy { $0.name == "REBALANCE_IN_PROGRESS" })
        if faults.isEmpty { #expect(first.records.count + second.records.count == 300) }
    }

    private static func places(_ members: Member...) -> Set<String> {
        Set(members.flatMap(\.records.all).map { "\($0.partition)/\($0.offset)" })
    }

    @Test func `the handler of an assignment can choose where to start`() throws {
        let kafka = try EmbeddedKafka(topics: ["pages": 1])
        try kafka.fill("pages", 0..<10)
        let consumer = try kafka.member(of: "g")
        defer { consumer.close(deadlineMs: 3000) }
        try consumer.subscribe(["pages"]) { event in
            guard case .assigned(let places) = event else { return }
            consumer.start(at: places.map { PartitionOffset($0, offset: 6) })
        }
        #expect(try consumer.records(1).first?.offset == 6)
    }

    @Test func `an eager group works as well`() throws {
        let kafka = try EmbeddedKafka(topics: ["pages": 2])
        try kafka.fill("pages", 0..<5)
        let events = Collected<RebalanceEvent>()
        let consumer = try kafka.member(of: "g") { $0.assignor = .range }
        try consumer.subscribe(["pages"]) { events.add($0) }
        #expect(try consumer.records(5).count == 5)
        #expect(consumer.close(deadlineMs: 5000))
        let both = (0..<2).map { TopicPartition(topic: "pages", partition: $0) }
        #expect(events.all == [.assigned(both), .revoked(both)])
    }

    @Test func `closing while the broker is down ends within its bound`() throws {
        let kafka = try EmbeddedKafka(topics: ["pages": 1])
        try kafka.fill("pages", 0..<5)
        let consumer = try kafka.member(of: "g")
        try consumer.subscribe(["pages"]) { _ in }
        #expect(try consumer.records(5).count == 5)
        try kafka.takeDown()
        let start = ContinuousClock.now
        consumer.close(deadlineMs: 1000)
        // Not a measure of speed: a close that hangs would never come here at all.
        #expect(ContinuousClock.now - start < .seconds(9))
        #expect(throws: KafkaFault.self) { try consumer.poll(timeoutMs: 0) }
        #expect(consumer.close(deadlineMs: 1000))
    }
}
