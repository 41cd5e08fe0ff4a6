import Flow
import Kafka
import Testing
import Wire

@testable import Worker

/// Walks through every order of events that a small world allows, and checks the machine's promises after each.
struct DeliveryHistoryTests {
    typealias Page = DeliveryWorld.Page
    typealias Faults = DeliveryWorld.Faults

    /// What a walk has seen.
    struct Walk {
        var states = 0
        var moves = 0
        /// The history that broke a promise, and how.
        var broken: (history: [DeliveryWorld.Move], how: String)?
    }

    /// Every state that can be reached, each by one of the shortest histories.
    private func walk(_ start: DeliveryWorld, most: Int = 400_000) -> Walk {
        var walk = Walk()
        var seen: Set<Int> = [start.fingerprint]
        var edge: [(world: DeliveryWorld, history: [DeliveryWorld.Move])] = [(start, [])]
        while !edge.isEmpty {
            var next: [(world: DeliveryWorld, history: [DeliveryWorld.Move])] = []
            for (world, history) in edge {
                walk.states += 1
                var end = world
                if let how = end.settle() {
                    walk.broken = (history, how)
                    return walk
                }
                for move in world.moves {
                    var after = world
                    after.make(move)
                    walk.moves += 1
                    if let how = after.violation {
                        walk.broken = (history + [move], how)
                        return walk
                    }
                    if seen.insert(after.fingerprint).inserted { next.append((after, history + [move])) }
                }
            }
            edge = next
            if seen.count > most {
                Issue.record("more than \(most) states: the world is too large to be walked through")
                return walk
            }
        }
        return walk
    }

    private func expectSound(_ name: String, _ world: DeliveryWorld) {
        let began = ContinuousClock.now
        let walk = walk(world)
        print("\(name): \(walk.states) states, \(walk.moves) moves, \(began.duration(to: .now))")
        #expect(walk.states > 100)
        if let (history, how) = walk.broken {
            Issue.record("\(how) after: \(history.map(\.description).joined(separator: "; "))")
        }
    }

    @Test func `refusals keep the order of each key and come to an end`() {
        let pages = [[Page(key: 1), Page(key: 1), Page(key: 2)]]
        expectSound("refusals", DeliveryWorld(pages, Faults(away: 2)))
    }

    @Test func `a partition that goes takes along what was refused of it`() {
        let pages = [[Page(key: 1), Page(key: 1)], [Page(key: 2)]]
        expectSound("refusals and a revocation", DeliveryWorld(pages, Faults(away: 1, revokes: 1)))
    }

    @Test func `silence is noticed and forgotten`() {
        let pages = [[Page(key: 1), Page(key: 2)]]
        expectSound("silence", DeliveryWorld(pages, Faults(away: 1, revokes: 1), watchesSilence: true))
    }

    @Test func `a full queue and a broken producer lose nothing`() {
        let pages = [[Page(key: 1), Page(key: 1), Page(key: 2)]]
        expectSound("full and fatal", DeliveryWorld(pages, Faults(full: 1, fatal: 1)))
        expectSound(
            "full, fatal, away",
            DeliveryWorld([[Page(key: 1), Page(key: 1)]], Faults(away: 1, full: 1, fatal: 1, revokes: 1)))
    }

    @Test func `dead letters hold their partition and no other`() {
        let pages = [[Page(key: 1, kind: .deadLetter), Page(key: 1)], [Page(key: 2)]]
        expectSound("letters", DeliveryWorld(pages, Faults(away: 2)))
        expectSound("letters and a revocation", DeliveryWorld([pages[0]], Faults(away: 2, revokes: 1)))
    }

    @Test func `a record that is refused for good becomes a dead letter, a letter a reduced one`() {
        let pages = [[Page(key: 1), Page(key: 1), Page(key: 2)]]
        expectSound("too large", DeliveryWorld(pages, Faults(away: 1, tooLarge: 3)))
    }

    @Test func `dead letters that fill the budget are put back and read again`() {
        let letters = (0..<3).map { _ in Page(key: 1, kind: .deadLetter, bytes: 30) }
        let pages = [letters, [Page(key: 9, bytes: 30)]]
        let rules = DeliveryWorld.rules(high: 100, low: 50)
        expectSound("letters set aside", DeliveryWorld(pages, Faults(away: 2), rules: rules))
    }

    @Test func `exactly-once: every page is there once, and its offset with it`() {
        let rules = DeliveryWorld.rules(isExactlyOnce: true)
        let pages = [[Page(key: 1), Page(key: 2, kind: .skipped), Page(key: 1)]]
        expectSound("once", DeliveryWorld(pages, Faults(crashes: 1, lostCommits: 1), rules: rules))
        let two = [[Page(key: 1), Page(key: 2)]]
        expectSound("once, away, revoked", DeliveryWorld(two, Faults(away: 1, revokes: 1), rules: rules))
        expectSound("once, broken", DeliveryWorld(two, Faults(fatal: 1, lostCommits: 1), rules: rules))
        expectSound(
            "once, revoked twice, broken",
            DeliveryWorld([[Page(key: 1)]], Faults(fatal: 2, revokes: 1, lostCommits: 1), rules: rules))
        let small = DeliveryWorld.rules(high: 2, low: 1, isExactlyOnce: true)
        expectSound("once, small budget", DeliveryWorld(pages, Faults(full: 1), rules: small))
        expectSound("once, too large", DeliveryWorld(two, Faults(away: 1, tooLarge: 1), rules: rules))
    }

    @Test func `crashes and lost commits repeat pages and lose none`() {
        let pages = [[Page(key: 1), Page(key: 2, kind: .skipped), Page(key: 1)]]
        expectSound("crashes", DeliveryWorld(pages, Faults(crashes: 1, lostCommits: 1)))
        expectSound(
            "crash, away, stop",
            DeliveryWorld([[Page(key: 1), Page(key: 2)]], Faults(away: 1, revokes: 1, crashes: 1, stops: 1)))
    }
}

extension DeliveryWorld {
    /// Tells states apart that differ in what can still happen.
    var fingerprint: Int {
        var hasher = Hasher()
        let orders = Dictionary(
            uniqueKeysWithValues: (machine.ready.all + machine.underWay.values
                + machine.outages.values.flatMap(\.waiting.all) + (machine.transaction?.delivered ?? []))
                .map(\.order).sorted().enumerated().map { ($1, $0) })
        func add(_ shipment: Shipment) {
            hasher.combine(shipment.ticket.place.partition)
            hasher.combine(shipment.ticket.offset)
            hasher.combine(machine.isCurrent(shipment.ticket))
            hasher.combine(orders[shipment.order])
            hasher.combine(shipment.kind)
            hasher.combine(shipment.topic)
            hasher.combine(shipment.isHeldUp)
            hasher.combine(shipment.isReduced)
            hasher.combine(refused[shipment.order].map { ($0 < (handed[shipment.order] ?? 0)) })
        }
        func until(_ time: ContinuousClock.Instant?) -> Int64? {
            time.map { max(-2, min(40, now.duration(to: $0).components.seconds)) }
        }
        hasher.combine(machine.ready.count)
        machine.ready.all.forEach(add)
        for token in inProducer {
            if let shipment = machine.underWay[token] { add(shipment) } else { hasher.combine(0) }
        }
        hasher.combine(machine.underWay.count)
        for (topic, outage) in machine.outages.sorted(by: { $0.key < $1.key }) {
            hasher.combine(topic)
            hasher.combine(until(outage.due))
            hasher.combine(outage.backoff.attempts)
            outage.waiting.all.forEach(add)
        }
        for number in pages.indices {
            let place = Self.place(number)
            hasher.combine(machine.ledger.frontier(place))
            hasher.combine(machine.ledger.position(place))
            hasher.combine(machine.ledger.runs(place))
            hasher.combine(machine.ledger.inFlight(place))
            hasher.combine(machine.ledger.dueCommit(place)?.offset)
            hasher.combine(machine.ledger.dueCommit(place)?.metadata)
            hasher.combine(machine.atWork[place])
            hasher.combine(machine.setAside[place])
            hasher.combine(machine.ledger.isKnownHeld(place))
            hasher.combine(stored[number]?.offset)
            hasher.combine(stored[number]?.metadata)
            hasher.combine(read[number])
            hasher.combine(paused.contains(place))
        }
        for (key, tickets) in lanes.sorted(by: { $0.key < $1.key }) where !tickets.isEmpty {
            hasher.combine(key)
            for ticket in tickets {
                hasher.combine(ticket.place.partition)
                hasher.combine(ticket.offset)
                hasher.combine(machine.isCurrent(ticket))
            }
        }
        for (topic, places) in log.sorted(by: { $0.key < $1.key }) {
            hasher.combine(topic)
            hasher.combine(Set(places))
        }
        func add(_ order: CommitOrder) {
            for commit in order.due.sorted(by: { $0.place < $1.place }) {
                hasher.combine(commit.place.partition)
                hasher.combine(commit.point.offset)
                hasher.combine(commit.point.metadata)
                hasher.combine(machine.ledger.isCurrent(commit.place, commit.epoch))
            }
        }
        if let pendingCommit { add(pendingCommit) }
        switch machine.producer {
        case .working: hasher.combine(0)
        case .broken(_, let due):
            hasher.combine(1)
            hasher.combine(until(due))
        case .rebuilding: hasher.combine(2)
        }
        if let turn = machine.transaction {
            turn.delivered.forEach(add)
            hasher.combine([turn.mustAbort, turn.isUrgent, turn.wantsOffsets])
            switch turn.state {
            case .closed: hasher.combine(10)
            case .opening: hasher.combine(11)
            case .open(let since):
                hasher.combine(12)
                hasher.combine(until(since))
            case .draining: hasher.combine(13)
            case .committing(let order, let again):
                add(order)
                hasher.combine(14)
                hasher.combine(until(again))
            case .aborting(let again):
                hasher.combine(15)
                hasher.combine(until(again))
            case .asking(let order, let again):
                add(order)
                hasher.combine(16)
                hasher.combine(until(again))
            }
            hasher.combine(call.map { "\($0)".prefix(8) })
            hasher.combine(isCarriedOut)
            hasher.combine(until(machine.commits.last))
            for (topic, place) in hidden {
                hasher.combine(topic)
                hasher.combine(place)
            }
        }
        hasher.combine([machine.isQueueFull, machine.mayTry, machine.isStalled, machine.isStopping, mustRebuild])
        hasher.combine(machine.budget.used)
        hasher.combine(machine.budget.isShut)
        if !machine.underWay.isEmpty { hasher.combine(until(machine.lastProgress)) }
        hasher.combine(pendingCommit == nil)
        hasher.combine(until(machine.commits.since))
        hasher.combine(faults)
        return hasher.finalize()
    }
}
