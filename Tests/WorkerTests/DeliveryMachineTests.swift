import Flow
import Kafka
import Testing
import Wire

@testable import Worker

/// Histories that went wrong once, or would: events in, what is produced, paused and committed out.
struct DeliveryMachineTests {
    private let now = ContinuousClock.now
    private let place = TopicPartition(topic: "in", partition: 0)
    private let other = TopicPartition(topic: "in", partition: 1)
    private let away = KafkaFault(code: -192)
    private let tooLarge = KafkaFault(code: 10)

    private func machine(high: Int = 1 << 20) -> DeliveryMachine {
        let rules = DeliveryMachine.Rules(
            retry: (.seconds(1), .seconds(8)), stallAfter: .seconds(10), high: high, low: high / 2)
        var machine = DeliveryMachine(rules) { shipment, _, isReduced in
            OutboundRecord(key: shipment.record.key, value: isReduced ? [] : [9])
        }
        machine.assign(place, committed: nil, start: 0)
        machine.assign(other, committed: nil, start: 0)
        return machine
    }

    private func begin(
        _ machine: inout DeliveryMachine, _ offset: Int64, in place: TopicPartition, bytes: Int = 100
    ) throws -> Ticket {
        let record = InboundRecord(
            topic: place.topic, partition: place.partition, offset: offset, key: [1], value: [0])
        return try there(machine.begin(place, record, offset: offset, bytes: bytes, now: now))
    }

    /// What must be there; the macro takes no call that changes its machine.
    private func there<Value>(_ value: Value?) throws -> Value { try #require(value) }

    /// Begins a page, works on it and ships its outcome.
    @discardableResult
    private func ship(
        _ machine: inout DeliveryMachine, _ offset: Int64, in place: TopicPartition, _ kind: OutcomeKind = .article,
        bytes: Int = 100
    ) throws -> Ticket {
        let ticket = try begin(&machine, offset, in: place, bytes: bytes)
        let isStarted = machine.startWork(ticket)
        #expect(isStarted)
        _ = machine.ship(ticket, kind, OutboundRecord(key: [1], value: [1]))
        return ticket
    }

    /// Hands everything that may be produced to a producer that takes it. Returns tokens by offset, in order.
    @discardableResult
    private func produce(_ machine: inout DeliveryMachine, at time: ContinuousClock.Instant? = nil) -> [(UInt64, Int64)]
    {
        var taken: [(UInt64, Int64)] = []
        while let (token, shipment) = machine.next(now: time ?? now) {
            _ = machine.produced(token, .accepted, now: time ?? now)
            taken.append((token, shipment.ticket.offset))
        }
        return taken
    }

    // MARK: Pauses

    @Test func `a refused record whose partition goes before its retry pauses nothing any more`() throws {
        var machine = machine()
        try ship(&machine, 0, in: place)
        let token = try there(produce(&machine).first?.0)
        _ = machine.reported(token, away, now: now)
        #expect(machine.shutReasons == [.outputAway(topic: "articles")])
        _ = machine.end(place)
        #expect(machine.shutReasons.isEmpty)
        #expect(machine.pauses() == [])
        #expect(machine.balance.inFlight == 0 && machine.budget.used == 0)
    }

    @Test func `a refused record that is under way as its partition goes pauses nothing any more`() throws {
        var machine = machine()
        try ship(&machine, 0, in: place)
        _ = machine.reported(try there(produce(&machine).first?.0), away, now: now)
        _ = machine.tick(now: now + .seconds(1))
        let token = try there(produce(&machine).first?.0)
        _ = machine.end(place)
        #expect(machine.shutReasons.isEmpty)
        _ = machine.reported(token, away, now: now)
        #expect(machine.shutReasons.isEmpty)
        #expect(machine.balance.late == 1 && machine.outstanding == 0)
    }

    @Test func `a silent producer is replaced where a broker can be reached, each next one after twice as long`() throws
    {
        var machine = machine()
        try ship(&machine, 0, in: place)
        produce(&machine)
        _ = machine.tick(now: now + .seconds(10))
        _ = machine.tick(now: now + .seconds(1000))
        func isBroken() -> Bool {
            if case .broken(.silent, _) = machine.producer { true } else { false }
        }
        // Nobody can reach a broker: it is no fault of the producer.
        #expect(!isBroken())
        machine.isClusterSeen = true
        var (time, waits) = (now + .seconds(1000), [Duration]())
        for _ in 0..<5 {
            let since = machine.lastProgress ?? time
            while !isBroken(), time < now + .seconds(9000) {
                _ = machine.tick(now: time)
                time += .seconds(1)
            }
            waits.append(since.duration(to: time) - .seconds(1))
            time += .seconds(60)
            _ = machine.tick(now: time)
            _ = machine.rebuilt(true, now: time)
            #expect(!machine.isStalled)
            produce(&machine, at: time)
        }
        #expect(waits == [1000, 120, 240, 480, 480].map { .seconds($0) })
    }

    @Test func `silence is no reason any more once nothing is under way`() throws {
        var machine = machine()
        try ship(&machine, 0, in: place)
        let token = try there(produce(&machine).first?.0)
        _ = machine.tick(now: now + .seconds(10))
        #expect(machine.shutReasons == [.outputStalled])
        _ = machine.end(place)
        _ = machine.reported(token, away, now: now + .seconds(11))
        #expect(machine.shutReasons.isEmpty)
    }

    @Test func `a full queue is no reason any more once nothing waits for it`() throws {
        var machine = machine()
        try ship(&machine, 0, in: place)
        try ship(&machine, 0, in: other)
        let first = try there(machine.next(now: now)?.token)
        _ = machine.produced(first, .accepted, now: now)
        let second = try there(machine.next(now: now)?.token)
        _ = machine.produced(second, .queueFull, now: now)
        #expect(machine.shutReasons == [.producerFull])
        #expect(machine.next(now: now) == nil)
        _ = machine.end(other)
        #expect(machine.shutReasons.isEmpty)
    }

    @Test func `what a producer refuses after its queue was full leaves no pause behind`() throws {
        var machine = machine()
        try ship(&machine, 0, in: place)
        let first = try there(machine.next(now: now)?.token)
        _ = machine.produced(first, .queueFull, now: now)
        _ = machine.tick(now: now)
        let second = try there(machine.next(now: now)?.token)
        _ = machine.produced(second, .refused(tooLarge), now: now)
        #expect(!machine.shutReasons.contains(.producerFull))
        #expect(machine.ready.all.map(\.kind) == [.deadLetter])
    }

    @Test func `without a producer that works nothing is read, and one that breaks at once is replaced ever later`()
        throws
    {
        var machine = machine()
        var fatal = KafkaFault(code: -144)
        fatal.isFatal = true
        var time = now
        var waits: [Duration] = []
        for _ in 0..<3 {
            try ship(&machine, Int64(waits.count), in: place)
            let token = try there(produce(&machine, at: time).first?.0)
            _ = machine.reported(token, fatal, now: time)
            #expect(machine.shutReasons == [.producerAway])
            let broken = time
            while !machine.tick(now: time).contains(where: { if case .rebuildProducer = $0 { true } else { false } }) {
                time += .milliseconds(500)
            }
            waits.append(broken.duration(to: time))
            _ = machine.rebuilt(true, now: time)
            #expect(machine.shutReasons.isEmpty)
        }
        #expect(waits == [.zero, .seconds(2), .seconds(4)])
    }

    // MARK: Order

    @Test func `what is sent again goes before what came later of its key`() throws {
        var machine = machine()
        try ship(&machine, 0, in: place)
        let first = try there(produce(&machine).first?.0)
        _ = machine.reported(first, away, now: now)
        try ship(&machine, 1, in: place)
        #expect(machine.next(now: now) == nil)
        _ = machine.tick(now: now + .seconds(1))
        #expect(produce(&machine).map(\.1) == [0, 1])
    }

    @Test func `what is sent again waits for what was under way when it was refused`() throws {
        var machine = machine()
        try ship(&machine, 0, in: place)
        try ship(&machine, 1, in: place)
        let tokens = produce(&machine).map(\.0)
        _ = machine.reported(tokens[0], away, now: now)
        _ = machine.tick(now: now + .seconds(1))
        #expect(machine.next(now: now) == nil)
        _ = machine.reported(tokens[1], away, now: now)
        _ = machine.tick(now: now + .seconds(1))
        #expect(produce(&machine).map(\.1) == [0, 1])
    }

    @Test func `another producer takes over in the order of the pages`() throws {
        var machine = machine()
        for offset in 0..<3 as Range<Int64> { try ship(&machine, offset, in: place) }
        let tokens = produce(&machine).map(\.0)
        try ship(&machine, 3, in: place)
        var fatal = KafkaFault(code: -150)
        fatal.isFatal = true
        _ = machine.reported(tokens[1], fatal, now: now)
        #expect(machine.next(now: now) == nil)
        let actions = machine.tick(now: now)
        guard case .rebuildProducer? = actions.first else {
            Issue.record("nothing is rebuilt: \(actions)")
            return
        }
        // The old one still delivers one of them: it is not produced again.
        _ = machine.reported(tokens[0], nil, now: now)
        _ = machine.rebuilt(true, now: now)
        #expect(produce(&machine).map(\.1) == [1, 2, 3])
    }

    // MARK: Dead letters

    @Test func `a dead letter too large for its topic becomes one without the page, which waits if need be`() throws {
        var machine = machine()
        try ship(&machine, 0, in: place)
        let article = try there(machine.next(now: now))
        _ = machine.produced(article.token, .refused(tooLarge), now: now)
        let letter = try there(machine.next(now: now))
        #expect(letter.shipment.kind == .deadLetter && letter.shipment.record.value == [9])
        _ = machine.produced(letter.token, .refused(tooLarge), now: now)
        let reduced = try there(machine.next(now: now))
        #expect(reduced.shipment.isReduced && reduced.shipment.record.value == [])
        _ = machine.produced(reduced.token, .refused(tooLarge), now: now)
        #expect(machine.heldPartitions == [place] && machine.shutReasons.isEmpty)
    }

    @Test func `dead letters that fill half of the budget leave room for other partitions`() throws {
        let size = 1000 + DeliveryMachine.overhead
        var machine = machine(high: 10 * size)
        for offset in 0..<8 as Range<Int64> { try ship(&machine, offset, in: place, .deadLetter, bytes: 1000) }
        for token in produce(&machine).map(\.0) { _ = machine.reported(token, away, now: now) }
        #expect(machine.budget.used <= 5 * size)
        #expect(machine.heldPartitions == [place])
        try ship(&machine, 0, in: other)
        let article = try there(produce(&machine).first?.0)
        _ = machine.reported(article, nil, now: now)
        #expect(machine.balance.articles == 1)
        // The topic is back: those that were kept are taken, the rest is read again.
        _ = machine.tick(now: now + .seconds(1))
        for token in produce(&machine).map(\.0) { _ = machine.reported(token, nil, now: now) }
        let kept = machine.balance.deadLetters
        #expect(kept > 0 && kept < 8)
        let rewinds = machine.rewinds()
        let target = try #require(rewinds.first)
        #expect(target.topicPartition == place && target.offset == machine.ledger.frontier(place))
        #expect(machine.heldPartitions.isEmpty)
        for offset in target.offset..<8 where !machine.ledger.runs(place).contains(where: { $0.contains(offset) }) {
            try ship(&machine, offset, in: place, .deadLetter, bytes: 1000)
        }
        for token in produce(&machine).map(\.0) { _ = machine.reported(token, nil, now: now) }
        #expect(machine.balance.deadLetters == 8 && machine.ledger.frontier(place) == 8)
    }

    // MARK: Offsets that are gone

    @Test func `reading on behind a gap leaves pages in flight their places`() throws {
        var machine = machine()
        let ticket = try ship(&machine, 0, in: place)
        let expected = machine.moved(place, to: 50)
        #expect(expected == 1)
        #expect(machine.isCurrent(ticket) && machine.ledger.frontier(place) == 0)
        _ = machine.reported(try there(produce(&machine).first?.0), nil, now: now)
        #expect(machine.balance.articles == 1 && machine.ledger.frontier(place) == 50)
    }

    @Test func `reading on before what was read begins anew`() throws {
        var machine = machine()
        let ticket = try begin(&machine, 900, in: place)
        _ = machine.moved(place, to: 3)
        #expect(!machine.isCurrent(ticket))
        #expect(machine.ledger.frontier(place) == 3)
    }

    // MARK: Commits

    @Test func `no commit overtakes another`() throws {
        var machine = machine()
        let first = try there(machine.commitDue(now: now))
        guard case .busy = machine.orderCommit([place], now: now) else {
            Issue.record("a second commit is ordered while one is under way")
            return
        }
        machine.committed(first, nil)
        guard case .nothing = machine.orderCommit([place], now: now) else {
            Issue.record("what is committed is committed again")
            return
        }
    }

    @Test func `a commit that failed is made again, and one that was given up does not count when it is answered`()
        throws
    {
        var machine = machine()
        let first = try there(machine.commitDue(now: now))
        machine.committed(first, KafkaFault(code: 28))
        let second = try there(machine.commitDue(now: now + .seconds(1)))
        #expect(second.offsets.map(\.offset) == [0, 0])
        let third = try there(machine.commitDue(now: now + .seconds(40)))
        machine.committed(second, nil)
        guard case .busy = machine.orderCommit(nil, now: now + .seconds(40)) else {
            Issue.record("the answer to an old commit ends the wait for a new one")
            return
        }
        machine.committed(third, nil)
    }
}
