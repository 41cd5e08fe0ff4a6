/// Numbers the assignments of partitions, across all partitions of a ledger, in the order they were made.
public struct Epoch: Sendable, Hashable, Comparable {
    /// The running number.
    public let number: UInt64

    /// Whether the left assignment was made before the right one.
    public static func < (left: Epoch, right: Epoch) -> Bool { left.number < right.number }
}

/// What a commit of one partition says.
public struct CommitPoint: Sendable, Equatable {
    /// The next offset to read: everything below it is finished.
    public var offset: Int64
    /// The finished runs beyond it as ``RunsCode`` writes them; empty when there are none.
    public var metadata: String

    /// Makes a commit point.
    public init(offset: Int64, metadata: String) {
        self.offset = offset
        self.metadata = metadata
    }
}

/// What to do with a record that was just polled.
public enum Admission: Sendable, Equatable {
    /// Work on it; its completion has to name this epoch.
    case begun(Epoch)
    /// It was finished before, or is being worked on: leave it.
    case known
    /// The partition is not assigned: leave it, its owner will read it.
    case unassigned
}

/// What came of a completion.
public enum Completion: Sendable, Equatable {
    /// Noted.
    case recorded
    /// The assignment under which the work began has ended: nothing moves.
    case stale
    /// The offset was not being worked on.
    case unknown
}

/// Which offsets may be committed: the promise "an offset moves only when its outcome is acknowledged" in one value.
///
/// For each assigned partition it holds the contiguous frontier, the finished runs beyond it, and the epoch of the
/// assignment. A partition that is taken away and given back to the same worker has a new epoch, so work that began
/// under the old one cannot move its offsets (librdkafka's own store would accept it). Not thread-safe: put it behind a
/// lock, the same lock for completion, commit and revocation.
public struct OffsetLedger<Partition: Hashable & Sendable>: Sendable {
    private var partitions: [Partition: PartitionLedger] = [:]
    private var lastEpoch: UInt64 = 0
    private let metadataCap: Int
    private let countsCrashes: Bool
    private let sums: Int
    /// Records finished that no acknowledged commit tells of, of all partitions: a worker that ends now leaves them to be done
    /// again.
    public private(set) var unsettled = 0
    /// Records begun and not yet finished or abandoned, of all partitions.
    public private(set) var inFlight = 0

    /// Makes an empty ledger.
    /// - Parameters:
    ///   - metadataCap: bytes that the metadata of one commit may take; the broker's default bound is 4096.
    ///   - countsCrashes: whether commits say that a partition is held, so that its next owner knows of a crash.
    ///   - sums: how many sums of what is finished travel with a partition's commits.
    public init(metadataCap: Int = RunsCode.defaultCap, countsCrashes: Bool = false, sums: Int = 0) {
        self.sums = sums
        self.metadataCap = metadataCap
        self.countsCrashes = countsCrashes
    }

    // MARK: Assignment

    /// Opens an account for a partition under a new epoch, ending the one it had.
    /// - Parameters:
    ///   - committed: the group's committed offset, `nil` when there is none.
    ///   - metadata: the metadata of that commit, whose runs are then left out.
    @discardableResult
    public mutating func assign(_ partition: Partition, committed: Int64?, metadata: String?) -> Epoch {
        lastEpoch += 1
        let epoch = Epoch(number: lastEpoch)
        revoke(partition)
        partitions[partition] = PartitionLedger(
            epoch: epoch, committed: committed, metadata: metadata, cap: metadataCap, countsCrashes: countsCrashes,
            sums: sums)
        return epoch
    }

    /// Says where a partition without a committed offset starts, so that this is committed before its first record.
    public mutating func start(_ partition: Partition, at offset: Int64) { partitions[partition]?.start(at: offset) }

    /// Has a partition read again from its frontier, under a new epoch; what is finished beyond it stays finished. Returns
    /// the frontier.
    public mutating func reopen(_ partition: Partition) -> Int64? {
        guard let frontier = partitions[partition]?.frontier else { return nil }
        lastEpoch += 1
        let epoch = Epoch(number: lastEpoch)
        change(partition) { $0.reopen(epoch) }
        return frontier
    }

    /// Ends a partition's epoch: completions under it are stale from now on.
    public mutating func revoke(_ partition: Partition) {
        guard let account = partitions.removeValue(forKey: partition) else { return }
        unsettled -= account.unsettled
        inFlight -= account.inFlight
    }

    /// The partitions with an account.
    public var assigned: Set<Partition> { Set(partitions.keys) }

    /// The epoch of a partition's assignment.
    public func epoch(of partition: Partition) -> Epoch? { partitions[partition]?.epoch }

    /// Whether a partition is assigned under this very epoch.
    public func isCurrent(_ partition: Partition, _ epoch: Epoch) -> Bool { partitions[partition]?.epoch == epoch }

    // MARK: Records

    /// Notes that a record was polled; gaps before it count as finished.
    public mutating func begin(_ partition: Partition, _ offset: Int64) -> Admission {
        guard let epoch = partitions[partition]?.epoch else { return .unassigned }
        return change(partition) { $0.begin(offset) } == true ? .begun(epoch) : .known
    }

    /// Notes that nothing is to be read below `offset`: the partition's end was reached there.
    public mutating func skip(_ partition: Partition, to offset: Int64) { partitions[partition]?.skip(to: offset) }

    /// Notes that a record's outcome is acknowledged.
    /// - Parameter sums: what it adds to the partition's sums.
    public mutating func finish(
        _ partition: Partition, _ offset: Int64, epoch: Epoch, adding sums: [Int64] = []
    ) -> Completion {
        guard isCurrent(partition, epoch) else { return .stale }
        return change(partition) { $0.finish(offset, adding: sums) } == true ? .recorded : .unknown
    }

    /// Adds to a partition's sums what is of no single record.
    public mutating func add(_ sums: [Int64], to partition: Partition) { partitions[partition]?.add(sums) }

    /// Notes that a record was put back unworked: it is no longer in flight and its offset stays unfinished.
    public mutating func abandon(_ partition: Partition, _ offset: Int64, epoch: Epoch) -> Completion {
        guard isCurrent(partition, epoch) else { return .stale }
        return change(partition) { $0.abandon(offset) } == true ? .recorded : .unknown
    }

    func account(_ partition: Partition) -> PartitionLedger? { partitions[partition] }

    @discardableResult
    mutating func change<Value>(_ partition: Partition, _ body: (inout PartitionLedger) -> Value) -> Value? {
        guard let index = partitions.index(forKey: partition) else { return nil }
        let (wereUnsettled, wereInFlight) = (partitions.values[index].unsettled, partitions.values[index].inFlight)
        defer {
            unsettled += partitions.values[index].unsettled - wereUnsettled
            inFlight += partitions.values[index].inFlight - wereInFlight
        }
        return body(&partitions.values[index])
    }

    // MARK: Questions

    /// Records of one partition begun and not yet finished or abandoned.
    public func inFlight(_ partition: Partition) -> Int { partitions[partition]?.inFlight ?? 0 }

    /// The first unfinished offset.
    public func frontier(_ partition: Partition) -> Int64? { partitions[partition]?.frontier }

    /// One past the last offset that was begun or skipped.
    public func position(_ partition: Partition) -> Int64? { partitions[partition]?.position }

    /// The finished runs beyond the frontier.
    public func runs(_ partition: Partition) -> [Range<Int64>] { partitions[partition]?.runs.runs ?? [] }

    /// Whether another record of this partition may begin: `false` when its runs might not fit a commit's metadata.
    public func hasRoom(_ partition: Partition) -> Bool { partitions[partition]?.hasRoom ?? true }

    // MARK: Commits

    /// What should be committed now: the partitions whose commit would say something new.
    public func dueCommits() -> [Partition: CommitPoint] {
        partitions.compactMapValues { $0.commitPoint(evenUnchanged: false) }
    }

    /// What one partition's commit would say now, when it would say something new.
    public func dueCommit(_ partition: Partition) -> CommitPoint? {
        partitions[partition]?.commitPoint(evenUnchanged: false)
    }

    /// Records finished since a partition was assigned: what a commit that is handed out now tells of.
    public func finished(_ partition: Partition) -> Int { partitions[partition]?.finished ?? 0 }

    /// Notes that a commit was acknowledged.
    /// - Parameter finished: what ``finished(_:)`` told when it was handed out.
    public mutating func committed(_ partition: Partition, _ point: CommitPoint, finished: Int) {
        change(partition) { $0.markCommitted(point, finished: finished) }
    }

    /// Notes that a commit failed, so that it becomes due again even if nothing changes.
    public mutating func commitFailed(_ partition: Partition) { partitions[partition]?.markUncommitted() }
}
