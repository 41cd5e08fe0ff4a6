import Flow
import Kafka
import Testing
import Wire

@testable import Worker

/// A machine that reads a part of two partitions: offsets 10 to 12 of one, none of the other.
struct FrozenRangeTests {
    private let now = ContinuousClock.now
    private let part = TopicPartition(topic: "in", partition: 0)
    private let empty = TopicPartition(topic: "in", partition: 1)
    private let outside = TopicPartition(topic: "in", partition: 2)

    private func machine(publishes: Bool = true) -> DeliveryMachine {
        var rules = DeliveryMachine.Rules()
        rules.range = FrozenRange([part: 10..<13, empty: 7..<7])
        rules.publishes = publishes
        var machine = DeliveryMachine(rules) { shipment, _, _ in OutboundRecord(key: shipment.record.key, value: [9]) }
        machine.assign(part, committed: nil, start: 10)
        machine.assign(empty, committed: nil, start: 7)
        machine.assign(outside, committed: nil, start: nil)
        return machine
    }

    private func begin(_ machine: inout DeliveryMachine, _ place: TopicPartition, _ offset: Int64) -> Ticket? {
        let record = InboundRecord(topic: place.topic, partition: place.partition, offset: offset, value: [0])
        return machine.begin(place, record, offset: offset, bytes: 100, now: now)
    }

    /// Works on a page, which calls for no output.
    private func skip(_ machine: inout DeliveryMachine, _ offset: Int64, _ kind: OutcomeKind = .skipped) throws {
        let begun = begin(&machine, part, offset)
        let ticket = try #require(begun)
        let isStarted = machine.startWork(ticket)
        #expect(isStarted)
        _ = machine.ship(ticket, kind, kind == .skipped ? nil : OutboundRecord(key: nil, value: [1]))
    }

    @Test func `records outside of the range are not begun, and partitions without one not read`() {
        var machine = machine()
        #expect(machine.pauses() == [empty, outside])
        #expect(
            begin(&machine, part, 9) == nil && begin(&machine, empty, 7) == nil && begin(&machine, outside, 0) == nil)
        #expect(begin(&machine, part, 10) != nil)
        #expect(machine.balance.input == 1 && machine.pauses() ?? [empty, outside] == [empty, outside])
    }

    @Test func `a partition is read no more once its last record is begun, and done once that is finished`() throws {
        var machine = machine()
        _ = machine.pauses()
        for offset in 10...12 as ClosedRange<Int64> { try skip(&machine, offset) }
        #expect(machine.pauses() == [part, empty, outside])
        #expect(machine.ledger.dueCommit(part)?.offset == 13 && machine.ledger.dueCommit(outside) == nil)
    }

    @Test func `an end that no record has is reached by the record behind it`() throws {
        var machine = machine()
        try skip(&machine, 10)
        #expect(begin(&machine, part, 20) == nil)
        #expect(machine.ledger.dueCommit(part)?.offset == 13 && machine.isToBeRead(part) == false)
    }

    @Test func `an end that no record has is reached by the partition's own`() throws {
        var machine = machine()
        try skip(&machine, 10)
        machine.metEnd(part, at: 12)
        #expect(machine.ledger.dueCommit(part)?.offset == 12 && machine.isToBeRead(part))
        machine.metEnd(part, at: 40)
        machine.metEnd(outside, at: 40)
        #expect(machine.ledger.dueCommit(part)?.offset == 13 && machine.ledger.dueCommit(outside) == nil)
    }

    @Test func `commits count what is finished and what is gone, and the next owner counts on`() throws {
        var machine = machine()
        try skip(&machine, 10)
        #expect(machine.moved(part, to: 12) == 11)
        let first = try #require(machine.ledger.dueCommit(part))
        var sums = RangeSums(metadata: first.metadata)
        #expect(sums.skipped == 1 && sums.missing == 1 && sums.bytes == 100 && sums.records == 1)
        machine.assign(
            part, committed: PartitionOffset(part, offset: first.offset, metadata: first.metadata), start: nil)
        try skip(&machine, 12)
        sums = RangeSums(metadata: try #require(machine.ledger.dueCommit(part)).metadata)
        #expect(sums.skipped == 2 && sums.missing == 1 && sums.bytes == 200)
    }

    @Test func `what earlier owners finished of what is gone is not missing`() throws {
        var machine = machine()
        let metadata = RunsCode.encode([11..<12], frontier: 10, cap: 400, sums: [1, 0, 0, 0, 100, 0])
        machine.assign(part, committed: PartitionOffset(part, offset: 10, metadata: metadata), start: nil)
        #expect(machine.moved(part, to: 13) == 10)
        let sums = RangeSums(metadata: try #require(machine.ledger.dueCommit(part)).metadata)
        #expect(sums.missing == 2 && sums.articles == 1)
    }

    @Test func `where nothing is published a page is finished when it is worked on`() throws {
        var machine = machine(publishes: false)
        try skip(&machine, 10, .article)
        try skip(&machine, 11, .rejected)
        let sums = RangeSums(metadata: try #require(machine.ledger.dueCommit(part)).metadata)
        #expect(sums.articles == 1 && sums.rejected == 1 && machine.ready.isEmpty)
        #expect(machine.ledger.dueCommit(part)?.offset == 12)
    }

    @Test func `a live worker's commits count nothing`() throws {
        var machine = DeliveryMachine(DeliveryMachine.Rules()) { _, _, _ in OutboundRecord(key: nil, value: []) }
        machine.assign(part, committed: nil, start: 10)
        try skip(&machine, 10)
        let metadata = try #require(machine.ledger.dueCommit(part)).metadata
        #expect(RunsCode.decodeSums(metadata).isEmpty && RangeSums(metadata: metadata) == RangeSums())
    }
}
