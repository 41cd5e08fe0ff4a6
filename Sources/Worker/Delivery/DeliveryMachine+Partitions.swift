import Flow
import Kafka

extension DeliveryMachine {
    // MARK: Coming and going

    /// Opens a partition's account where the group's commit stands; at `start` when it has none.
    mutating func assign(_ place: TopicPartition, committed: PartitionOffset?, start: Int64?) {
        _ = end(place)
        ledger.assign(place, committed: committed?.offset, metadata: committed?.metadata)
        if let start { ledger.start(place, at: start) }
        leaving.remove(place)
        noteRoom(place)
        arePausesStale = true
    }

    /// These partitions will go: no page of them is begun any more. Ended by ``end(_:)``.
    mutating func leave(_ places: Set<TopicPartition>) { leaving.formUnion(places) }

    /// Pages of these partitions that are worked on or shipped.
    func atWork(_ places: Set<TopicPartition>) -> Int { places.reduce(0) { $0 + (atWork[$1] ?? 0) } }

    /// The partition has gone: what is under way moves no offset of it, what is not is dropped.
    mutating func end(_ place: TopicPartition) -> [Action] {
        ledger.revoke(place)
        noteUncommitted()
        spoilTransaction(place)
        let actions = dropShipments(of: place)
        atWork[place] = nil
        setAside[place] = nil
        crowded.remove(place)
        leaving.remove(place)
        arePausesStale = true
        return actions
    }

    /// Records of pages that are another worker's now may not be committed with the others.
    private mutating func spoilTransaction(_ place: TopicPartition) {
        guard let turn = transaction else { return }
        let isInIt =
            turn.delivered.contains { $0.ticket.place == place }
            || underWay.values.contains { $0.ticket.place == place }
        if isInIt { transaction?.mustAbort = true }
    }

    /// The offset to read from is gone: reading goes on at `target`. Returns the offset that was to come.
    ///
    /// Ahead of what was read, the records between are lost, and pages in flight keep their places. Behind it, the log is
    /// another one: what was read of the old one says nothing of it.
    mutating func moved(_ place: TopicPartition, to target: Int64) -> Int64? {
        let expected = ledger.position(place)
        if let expected, target >= expected {
            var missing = RangeSums()
            // What earlier owners finished of it is not missed.
            let done = ledger.runs(place).reduce(0) { $0 + $1.clamped(to: expected..<target).count }
            missing.missing = target - expected - Int64(done)
            ledger.add(missing.list, to: place)
            ledger.skip(place, to: target)
        } else {
            _ = end(place)
            ledger.assign(place, committed: nil, metadata: nil)
            ledger.start(place, at: target)
        }
        noteRoom(place)
        arePausesStale = true
        return expected
    }

    // MARK: Pauses

    /// Why no partition is read; empty when reading goes on.
    var shutReasons: Set<ShutReason> {
        var reasons: Set<ShutReason> = []
        if budget.isShut { reasons.insert(.bytes) }
        if isOverUncommitted { reasons.insert(.uncommitted) }
        if isQueueFull { reasons.insert(.producerFull) }
        if isStalled { reasons.insert(.outputStalled) }
        if isStopping { reasons.insert(.stopping) }
        if !hasProducer { reasons.insert(.producerAway) }
        for (topic, outage) in outages where outage.others > 0 { reasons.insert(.outputAway(topic: topic)) }
        return reasons
    }

    private var hasProducer: Bool {
        if case .working = producer { return true }
        return false
    }

    /// Whether no partition is read.
    var isShut: Bool {
        budget.isShut || isOverUncommitted || isStopping || isOutputAway
    }

    /// Whether it is the output that is waited for, whatever else is.
    var isOutputAway: Bool {
        isQueueFull || isStalled || !hasProducer || outages.values.contains { $0.others > 0 }
    }

    /// Whether dead letters of a partition are not taken.
    func waitsForLetters(_ place: TopicPartition) -> Bool { heldLetters[place] != nil || setAside[place] != nil }

    /// Whether a partition is not read for a reason of its own: its finished runs might not fit commit metadata, or its
    /// dead letters are not taken.
    func holds(_ place: TopicPartition) -> Bool {
        crowded.contains(place) || waitsForLetters(place)
    }

    /// Partitions that hold for a reason of their own.
    var heldPartitions: Set<TopicPartition> { ledger.assigned.filter(holds) }

    /// The partitions that should not be read now; `nil` when that is as it was.
    mutating func pauses() -> Set<TopicPartition>? {
        guard arePausesStale else { return nil }
        arePausesStale = false
        return isShut ? ledger.assigned : ledger.assigned.filter { holds($0) || !isToBeRead($0) }
    }

    /// Looks again whether one more page of a partition may begin.
    mutating func noteRoom(_ place: TopicPartition) {
        let isCrowded = !ledger.hasRoom(place)
        guard isCrowded != crowded.contains(place) else { return }
        if isCrowded { crowded.insert(place) } else { crowded.remove(place) }
        arePausesStale = true
    }
}
