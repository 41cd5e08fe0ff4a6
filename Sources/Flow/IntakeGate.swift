/// Which partitions should be read now, for all the reasons there are not to, and what has to change to get there.
///
/// Reasons are given by any thread; the polling thread asks for the difference between what should be paused and what
/// is, and carries it out. A partition that is not paused is never resumed (librdkafka may rewind it), one that was
/// taken away is forgotten without a word, and one that arrives while the gate is shut is paused at once.
public struct IntakeGate<Partition: Hashable & Sendable, Reason: Hashable & Sendable>: Sendable {
    /// What the polling thread has to do.
    public struct Change: Sendable, Equatable {
        /// Partitions to pause.
        public var pause: Set<Partition> = []
        /// Partitions to resume; each was paused before.
        public var resume: Set<Partition> = []

        /// Whether nothing has to be done.
        public var isEmpty: Bool { pause.isEmpty && resume.isEmpty }

        /// Makes a change.
        public init(pause: Set<Partition> = [], resume: Set<Partition> = []) {
            self.pause = pause
            self.resume = resume
        }
    }

    private var assigned: Set<Partition> = []
    private var paused: Set<Partition> = []
    private var held: [Partition: Set<Reason>] = [:]
    private var isStale = false

    /// Why all partitions are shut; empty when they are not.
    public private(set) var reasons: Set<Reason> = []

    /// Makes an open gate without partitions.
    public init() {}

    /// Whether no partition may be read.
    public var isShut: Bool { !reasons.isEmpty }

    /// Why one partition is held; empty when it is not.
    public func reasons(holding partition: Partition) -> Set<Reason> { held[partition] ?? [] }

    /// The partitions that are held by a reason of their own.
    public var heldPartitions: Set<Partition> { Set(held.keys) }

    /// Notes partitions that were assigned; they arrive unpaused.
    public mutating func assign(_ partitions: some Sequence<Partition>) {
        for partition in partitions {
            assigned.insert(partition)
            paused.remove(partition)
            held[partition] = nil
        }
        isStale = true
    }

    /// Forgets partitions that were taken away.
    public mutating func revoke(_ partitions: some Sequence<Partition>) {
        for partition in partitions {
            assigned.remove(partition)
            paused.remove(partition)
            held[partition] = nil
        }
    }

    /// Shuts every partition for a reason. Returns whether the reason is new.
    @discardableResult
    public mutating func shut(_ reason: Reason) -> Bool {
        isStale = true
        return reasons.insert(reason).inserted
    }

    /// Takes a reason back. Returns whether it had been given.
    @discardableResult
    public mutating func open(_ reason: Reason) -> Bool {
        isStale = true
        return reasons.remove(reason) != nil
    }

    /// Holds one partition for a reason. Returns whether the reason is new; never for a partition that is not assigned.
    @discardableResult
    public mutating func hold(_ partition: Partition, _ reason: Reason) -> Bool {
        guard assigned.contains(partition) else { return false }
        isStale = true
        return held[partition, default: []].insert(reason).inserted
    }

    /// Takes a partition's reason back. Returns whether it had been given.
    @discardableResult
    public mutating func release(_ partition: Partition, _ reason: Reason) -> Bool {
        guard held[partition]?.remove(reason) != nil else { return false }
        if held[partition]?.isEmpty == true { held[partition] = nil }
        isStale = true
        return true
    }

    /// What has to be paused and resumed now; the answer is taken as carried out.
    public mutating func reconcile() -> Change {
        guard isStale else { return Change() }
        isStale = false
        let wanted = isShut ? assigned : assigned.intersection(held.keys)
        let change = Change(pause: wanted.subtracting(paused), resume: paused.subtracting(wanted))
        paused = wanted
        return change
    }
}
