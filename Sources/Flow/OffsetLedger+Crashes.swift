extension OffsetLedger {
    /// Whether a commit says that the partition is held, so that a crash from now on would be known: pages begin after.
    public func isKnownHeld(_ partition: Partition) -> Bool { account(partition)?.isKnownHeld ?? true }

    /// Whether a page may be why the partition's last owner crashed: it is to be worked on alone, between
    /// ``beginTrial(_:_:)`` with a commit and ``acquit(_:_:)``.
    public func isOnTrial(_ partition: Partition, _ offset: Int64) -> Bool {
        account(partition)?.isOnTrial(offset) ?? false
    }

    /// Counts a try of a page on trial, which the next commit says. Returns how often it was tried before.
    public mutating func beginTrial(_ partition: Partition, _ offset: Int64) -> Int {
        change(partition) { $0.beginTrial(offset) } ?? 0
    }

    /// Acquits a page on trial: its work came to an end.
    public mutating func acquit(_ partition: Partition, _ offset: Int64) { change(partition) { $0.acquit(offset) } }

    /// Has the next commit say that the partition was given up in order.
    public mutating func giveUp(_ partition: Partition) { change(partition) { $0.giveUp() } }
}
