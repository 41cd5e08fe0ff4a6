/// The account of one partition during one assignment: what was begun, what is finished, what may be committed.
///
/// Finished offsets are runs. The frontier is the first offset that is not finished; the runs stand beyond it. Offsets
/// come in ascending order but not without gaps (compacted topics, transaction markers): a gap that the broker skipped
/// counts as finished, or the frontier would stand before it for ever.
struct PartitionLedger: Sendable {
    /// Tells this assignment from earlier ones of the same partition.
    private(set) var epoch: Epoch
    /// The first offset that is not finished: what a commit says. `nil` until a committed offset or a record is known.
    private(set) var frontier: Int64?
    /// One past the last offset begun or skipped.
    private(set) var position: Int64?
    /// Finished offsets beyond the frontier.
    private(set) var runs: OffsetRuns
    /// Records begun and neither finished nor abandoned.
    private(set) var inFlight = 0
    /// Records finished during this assignment.
    private(set) var finished = 0
    /// How many of them an acknowledged commit tells of.
    private var settled = 0
    /// What the last commit handed out said.
    private var committed: CommitPoint?
    /// Whether a commit is due though nothing was finished.
    private var isCommitDue = false
    /// Bytes that commit metadata may take.
    private let cap: Int
    /// What is counted of all that was finished since the partition was first begun, by whoever it was: it travels with the
    /// commits, so that it tells of exactly those pages that a commit tells of. Empty when nothing is counted.
    private(set) var sums: [Int64]
    /// The pages on trial while commits say that the partition is held; `nil` when they do not.
    private var trials: Trials?

    init(epoch: Epoch, committed: Int64?, metadata: String?, cap: Int, countsCrashes: Bool = false, sums: Int = 0) {
        self.epoch = epoch
        self.cap = cap
        let known = RunsCode.decodeSums(metadata)
        self.sums = known.count == sums ? known : [Int64](repeating: 0, count: sums)
        if countsCrashes {
            let found = committed.flatMap { RunsCode.decodeTrials(metadata, frontier: $0) }
            trials = Trials(found: found, frontier: committed ?? 0)
        }
        frontier = committed
        position = committed
        runs = committed.map { RunsCode.decode(metadata, frontier: $0) } ?? OffsetRuns()
        self.committed = committed.map { CommitPoint(offset: $0, metadata: metadata ?? "") }
        advance()
    }

    /// Sets the frontier of a partition that has none, and asks for a commit of it.
    mutating func start(at offset: Int64) {
        guard frontier == nil else { return }
        frontier = offset
        position = offset
        isCommitDue = true
    }

    /// Starts over at the frontier under another epoch; what is finished beyond it stays so.
    mutating func reopen(_ epoch: Epoch) {
        self.epoch = epoch
        position = frontier
        inFlight = 0
    }

    mutating func begin(_ offset: Int64) -> Bool {
        start(at: offset)
        guard let end = position, offset < .max else { return false }
        if offset < end { return false }
        skip(to: offset)
        position = offset + 1
        if runs.contains(offset) {
            advance()
            return false
        }
        inFlight += 1
        return true
    }

    /// Counts everything from the position up to `offset` as finished: no record stands there.
    mutating func skip(to offset: Int64) {
        start(at: offset)
        guard let end = position, offset > end else { return }
        runs.insert(end..<offset)
        position = offset
        advance()
    }

    mutating func finish(_ offset: Int64, adding more: [Int64] = []) -> Bool {
        guard isOpen(offset) else { return false }
        inFlight -= 1
        finished += 1
        add(more)
        runs.insert(offset..<offset + 1)
        advance()
        return true
    }

    /// Counts on.
    mutating func add(_ more: [Int64]) {
        for (index, value) in more.enumerated() where index < sums.count {
            sums[index] = sums[index].addingReportingOverflow(value).partialValue
        }
    }

    mutating func abandon(_ offset: Int64) -> Bool {
        guard isOpen(offset) else { return false }
        inFlight -= 1
        return true
    }

    /// The commit that the state calls for: `nil` when there is nothing to say, or when the runs do not fit and the
    /// last commit, which says less but nothing wrong, has to stand.
    func commitPoint(evenUnchanged: Bool) -> CommitPoint? {
        guard let frontier, let metadata = metadata(frontier) else { return nil }
        let point = CommitPoint(offset: frontier, metadata: metadata)
        return evenUnchanged || isCommitDue || point != committed ? point : nil
    }

    private func metadata(_ frontier: Int64) -> String? {
        RunsCode.encode(runs.runs, frontier: frontier, cap: cap, trials: trials?.tries, sums: sums)
    }

    mutating func markCommitted(_ point: CommitPoint, finished: Int) {
        committed = point
        isCommitDue = false
        settled = max(settled, finished)
    }

    mutating func markUncommitted() { isCommitDue = true }

    /// Records finished that no acknowledged commit tells of.
    var unsettled: Int { finished - settled }

    /// Whether the runs still fit whatever the order in which the pages in flight finish, one more page included.
    ///
    /// Each page in flight is at most one hole, and so at most one more run; each number takes at most the digits of
    /// the whole window. With nothing in flight one page may always start, so that a map restored at its cap can
    /// shrink.
    var hasRoom: Bool {
        guard inFlight > 0, let frontier, let position else { return true }
        let end = max(position, runs.runs.last?.upperBound ?? position)
        let holes = inFlight + 2 + runs.count(endingAfter: position)
        let named = trials == nil ? 0 : 1 + Trials.most * 2 * RunsCode.digits(.max)
        let summed = sums.isEmpty ? 0 : 1 + sums.count * RunsCode.digits(.max)
        let header = RunsCode.prefix.utf8.count + RunsCode.digits(.max) + named + summed
        return header + holes * 2 * RunsCode.digits(end - frontier) <= cap
    }

    // MARK: Crashes

    /// Whether a commit says that the partition is held, or none of ours is going to.
    var isKnownHeld: Bool {
        guard trials != nil, frontier != nil, commitPoint(evenUnchanged: true) != nil else { return true }
        guard let committed, !isCommitDue else { return false }
        return RunsCode.decodeTrials(committed.metadata, frontier: committed.offset) != nil
    }

    func isOnTrial(_ offset: Int64) -> Bool { trials?.isOnTrial(offset) ?? false }

    mutating func beginTrial(_ offset: Int64, withOthers: Bool) -> (before: Int, isNews: Bool) {
        guard withOthers, let position, offset < position else { return trials?.begin(offset) ?? (0, true) }
        // Those in flight behind it, of which most will be tried next.
        let others = (offset + 1..<min(position, offset + 1 + PartitionLedger.nearby)).lazy.filter { [runs] in
            !runs.contains($0)
        }
        return trials?.begin(offset, with: others) ?? (0, true)
    }

    /// How far behind a page on trial others are looked for.
    private static let nearby: Int64 = 64

    mutating func acquit(_ offset: Int64) { trials?.acquit(offset) }

    mutating func giveUp() { trials = nil }

    private func isOpen(_ offset: Int64) -> Bool {
        guard let frontier, let position else { return false }
        return offset >= frontier && offset < position && !runs.contains(offset) && inFlight > 0
    }

    private mutating func advance() {
        guard let edge = frontier, let run = runs.runs.first, run.lowerBound <= edge else { return }
        frontier = run.upperBound
        // Runs restored from a commit stand beyond the position: what the frontier passed need not be read again.
        position = position.map { max($0, run.upperBound) }
        runs.removeAll(below: run.upperBound)
    }
}
