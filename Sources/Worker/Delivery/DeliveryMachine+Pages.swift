import Flow
import Kafka
import Wire

extension DeliveryMachine {
    /// What a record costs beside its bytes.
    static let overhead = 512

    // MARK: A page's way

    /// Notes a polled record and takes its bytes; `nil` when it is not to be worked on.
    mutating func begin(
        _ place: TopicPartition, _ record: @autoclosure () -> InboundRecord, offset: Int64, bytes: Int,
        now: ContinuousClock.Instant
    ) -> Ticket? {
        guard admits(place, offset), case .begun(let epoch) = ledger.begin(place, offset) else { return nil }
        if !isToBeRead(place) { arePausesStale = true }
        let bytes = bytes + Self.overhead
        balance.input += 1
        charge(bytes)
        noteRoom(place)
        noteUncommitted()
        return Ticket(place: place, epoch: epoch, bytes: bytes, since: now, record: record())
    }

    /// Whether a page may be worked on; when not, it is put back.
    mutating func startWork(_ ticket: Ticket) -> Bool {
        guard !isPuttingBack, !leaving.contains(ticket.place), isCurrent(ticket) else {
            putBack(ticket)
            return false
        }
        atWork[ticket.place, default: 0] += 1
        return true
    }

    /// Whether the partition is still held under the assignment that the page was read under.
    func isCurrent(_ ticket: Ticket) -> Bool { ledger.isCurrent(ticket.place, ticket.epoch) }

    /// A page has its outcome: it is shipped, or finished when nothing is to be published.
    mutating func ship(_ ticket: Ticket, _ kind: OutcomeKind, _ record: OutboundRecord?) -> [Action] {
        guard rules.publishes, let record, let topic = record.topic ?? rules.topic(of: kind), isCurrent(ticket) else {
            return finish(ticket, kind)
        }
        lastOrder += 1
        enter(Shipment(ticket: ticket, order: lastOrder, kind: kind, topic: topic, record: record))
        return []
    }

    /// The page's outcome is acknowledged, or its partition has gone.
    mutating func finish(_ ticket: Ticket, _ kind: OutcomeKind) -> [Action] {
        let completion = ledger.finish(
            ticket.place, ticket.offset, epoch: ticket.epoch, adding: sums(of: ticket, kind))
        if completion == .recorded { balance.count(kind) } else { balance.late += 1 }
        if completion != .stale { leaveWork(ticket.place) }
        giveBack(ticket.bytes)
        noteRoom(ticket.place)
        return [
            completion == .recorded ? .finished(kind, since: ticket.since) : .late(ticket.place, offset: ticket.offset)
        ]
    }

    /// The page is left to be read again: nothing was published of it.
    private mutating func putBack(_ ticket: Ticket) {
        _ = ledger.abandon(ticket.place, ticket.offset, epoch: ticket.epoch)
        balance.returned += 1
        giveBack(ticket.bytes)
        noteRoom(ticket.place)
        noteUncommitted()
    }

    private mutating func leaveWork(_ place: TopicPartition) {
        guard let count = atWork[place] else { return }
        atWork[place] = count > 1 ? count - 1 : nil
    }

    // MARK: Bytes

    /// Takes bytes of the budget.
    mutating func charge(_ bytes: Int) {
        if budget.take(bytes) != nil { arePausesStale = true }
    }

    /// Gives bytes back.
    mutating func giveBack(_ bytes: Int) {
        if budget.give(bytes) != nil { arePausesStale = true }
    }

    // MARK: Letters that fill the budget

    /// Puts dead letters back when they hold half of the budget, as pages of other partitions could not begin: down to a
    /// quarter, those that came last first. Their partitions hold anyway, and are read again from the frontier once the
    /// topic takes letters. One stays, which is tried.
    mutating func setLettersAside(_ topic: String) {
        guard let outage = outages[topic], outage.letterBytes > budget.high / 2 else { return }
        var surplus = outage.letterBytes - budget.high / 4
        let letters = outage.waiting.all.filter { $0.kind == .deadLetter }
        var chosen: Set<UInt64> = []
        for letter in letters.dropFirst().reversed() where surplus > 0 {
            surplus -= letter.ticket.bytes
            chosen.insert(letter.order)
        }
        for letter in takeWaiting(topic, where: { chosen.contains($0.order) }) {
            setAside[letter.ticket.place] = topic
            _ = settled(letter)
            leaveWork(letter.ticket.place)
            putBack(letter.ticket)
        }
    }

    /// Where partitions are to be read again, whose dead letters were put back and whose letters' topic is back, once no
    /// page of them is in flight. Whoever asks goes there before anything else is read.
    mutating func rewinds() -> [PartitionOffset] {
        var rewinds: [PartitionOffset] = []
        for (place, topic) in setAside where outages[topic] == nil && ledger.inFlight(place) == 0 {
            setAside[place] = nil
            arePausesStale = true
            if let frontier = ledger.reopen(place) { rewinds.append(PartitionOffset(place, offset: frontier)) }
        }
        noteUncommitted()
        return rewinds
    }

    // MARK: Stopping

    /// No more records are taken.
    mutating func stop() {
        isStopping = true
        arePausesStale = true
    }

    /// Has the last commit of partitions say that they were given up in order; not of one with pages still at work.
    mutating func giveUp(_ partitions: Set<TopicPartition>?) {
        for place in partitions ?? ledger.assigned where atWork[place] == nil { ledger.giveUp(place) }
    }

    /// Whether pages of the ticket's partition may begin: a crash would be known by now, or none of them will begin.
    func mayBegin(_ ticket: Ticket) -> Bool {
        ledger.isKnownHeld(ticket.place) || !isCurrent(ticket) || isPuttingBack || leaving.contains(ticket.place)
    }
}
