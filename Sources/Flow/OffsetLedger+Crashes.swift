extension OffsetLedger {
    /// Whether a commit says that the partition is held, so that a crash from now on would be known: pages begin after.
    public func isKnownHeld(_ partition: Partition) -> Bool { account(partition)?.isKnownHeld ?? true }

    /// Whether a page may be why the partition's last owner crashed: it is to be worked on alone, between
    /// ``beginTrial(_:_:withOthers:)`` with a commit and ``acquit(_:_:)``.
    public func isOnTrial(_ partition: Partition, _ offset: Int64) -> Bool {
        account(partition)?.isOnTrial(offset) ?? false
    }

    /// Counts a try of a page on trial. Returns how often it was tried before, and whether a commit has to be made that says so;
    /// else one was made that named it.
    /// - Parameter withOthers: whether pages behind it that no one has named may be named with it; not where one naming is
    ///   enough to find a page guilty.
    public mutating func beginTrial(
        _ partition: Partition, _ offset: Int64, withOthers: Bool = false
    ) -> (before: Int, isNews: Bool) {
        change(partition) { $0.beginTrial(offset, withOthers: withOthers) } ?? (0, true)
    }

    /// Acquits a page on trial: its work came to an end.
    public mutating func acquit(_ partition: Partition, _ offset: Int64) { change(partition) { $0.acquit(offset) } }

    /// Has the next commit say that the partition was given up in order.
    public mutating func giveUp(_ partition: Partition) { change(partition) { $0.giveUp() } }
}
