import Flow
import Kafka
import Wire

@testable import Worker

extension DeliveryMachine {
    /// What of the machine's own order is broken, in words; `nil` when nothing is.
    /// - Parameter inLine: pages begun that no one works on yet.
    func broken(inLine: Int) -> String? {
        let waiting = outages.values.flatMap(\.waiting.all)
        let pending = ready.all + underWay.values + waiting + (transaction?.delivered ?? [])
        let held = pending.filter(\.isHeldUp)
        let letters = Dictionary(grouping: held.filter { $0.kind == .deadLetter }, by: \.ticket.place)
        if isQueueFull, ready.isEmpty { return "the queue counts as full and nothing waits for it" }
        if isStalled, !awaitsBroker { return "the output counts as stalled and no answer is waited for" }
        if letters.mapValues(\.count) != heldLetters {
            return "held for \(heldLetters), pending \(letters.mapValues(\.count))"
        }
        for (topic, outage) in outages {
            let those = held.filter { $0.topic == topic }
            let others = those.filter { $0.kind != .deadLetter }.count
            if outage.others != others || outage.letters != those.count - others {
                return "\(topic) is away for \(outage.others) + \(outage.letters) of \(those.count)"
            }
            if outage.isOver { return "\(topic) is away for nothing" }
            if outage.due != nil, ready.all.contains(where: { $0.topic == topic }) {
                return "\(topic) is not waited for"
            }
            let bytes = outage.waiting.all.filter { $0.kind == .deadLetter }.reduce(0) { $0 + $1.ticket.bytes }
            if bytes != outage.letterBytes { return "\(bytes) bytes of letters count as \(outage.letterBytes)" }
        }
        let counts = Dictionary(grouping: underWay.values, by: \.topic).mapValues(\.count)
        if counts != underWayOf { return "under way: \(counts), counted \(underWayOf)" }
        for queue in [ready.all] + outages.values.map(\.waiting.all)
        where queue.map(\.order) != queue.map(\.order).sorted() {
            return "a queue is out of order"
        }
        if Set(pending.map(\.order)).count != pending.count { return "a shipment stands in two places" }
        if balance.inFlight != inLine + pending.count {
            return "\(balance.inFlight) in flight, \(inLine) + \(pending.count) seen"
        }
        if uncommitted > rules.mostUncommitted { return "\(uncommitted) pages are uncommitted" }
        if isOverUncommitted, uncommitted == 0 { return "nothing is read, as no commit tells of nothing" }
        for place in ledger.assigned where crowded.contains(place) == ledger.hasRoom(place) {
            return "\(place) has room"
        }
        return nil
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
        }
        func until(_ time: ContinuousClock.Instant?) -> Int64? {
            time.map { max(faults.hangs > 0 ? -4 : -2, min(40, now.duration(to: $0).components.seconds)) }
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
        hasher.combine(machine.rebuilds.attempts)
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
        hasher.combine(machine.silentProducers)
        hasher.combine(machine.budget.used)
        hasher.combine(machine.budget.isShut)
        if rules.mostUncommitted < .max {
            hasher.combine([machine.uncommitted, log.values.reduce(0) { $0 + $1.count }])
            hasher.combine([machine.isOverUncommitted, machine.commits.hasFailed])
        }
        if !machine.underWay.isEmpty { hasher.combine(until(machine.lastProgress)) }
        hasher.combine(pendingCommit == nil)
        hasher.combine(until(machine.commits.since))
        hasher.combine(faults)
        return hasher.finalize()
    }
}
