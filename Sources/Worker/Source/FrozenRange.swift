import Flow
public import Kafka

/// What is read of topics where not everything is: of each partition the offsets from one up to another, which no record
/// that comes later changes. Partitions that are not named are not read.
public struct FrozenRange: Sendable, Equatable {
    /// The offsets of each partition; an empty range where there is nothing to read.
    public var parts: [TopicPartition: Range<Int64>]
    /// Whether reading goes on where retention has eaten a part of the range meanwhile; else the worker ends.
    public var allowsMissing: Bool

    /// Names the offsets.
    public init(_ parts: [TopicPartition: Range<Int64>], allowsMissing: Bool = false) {
        self.parts = parts
        self.allowsMissing = allowsMissing
    }
}

/// What has come of a part of a ``FrozenRange``. It travels in the metadata of the group's commits, so the sums of all
/// partitions' commits are those of the whole, whichever workers did it and however they ended.
public struct RangeSums: Sendable, Equatable {
    /// Pages that became articles.
    public var articles: Int64 = 0
    /// Pages that were rejected.
    public var rejected: Int64 = 0
    /// Records that became dead letters.
    public var deadLetters: Int64 = 0
    /// Records that called for no output.
    public var skipped: Int64 = 0
    /// Bytes of all of these records.
    public var bytes: Int64 = 0
    /// Offsets that were gone when they should have been read.
    public var missing: Int64 = 0

    /// How many sums there are.
    static let count = 6

    /// No sums.
    public init() {}

    /// Those that a commit tells; none of a commit without them.
    public init(metadata: String?) {
        let sums = RunsCode.decodeSums(metadata)
        guard sums.count == RangeSums.count else { return }
        (articles, rejected, deadLetters) = (sums[0], sums[1], sums[2])
        (skipped, bytes, missing) = (sums[3], sums[4], sums[5])
    }

    /// One record's.
    init(_ kind: OutcomeKind, bytes: Int) {
        self.bytes = Int64(bytes)
        switch kind {
        case .article: articles = 1
        case .rejected: rejected = 1
        case .deadLetter: deadLetters = 1
        case .skipped: skipped = 1
        }
    }

    /// As the ledger keeps them.
    var list: [Int64] { [articles, rejected, deadLetters, skipped, bytes, missing] }

    /// Records with an outcome.
    public var records: Int64 { articles &+ rejected &+ deadLetters &+ skipped }

    /// Both together.
    public static func + (one: RangeSums, other: RangeSums) -> RangeSums {
        var sum = one
        sum.articles &+= other.articles
        sum.rejected &+= other.rejected
        sum.deadLetters &+= other.deadLetters
        sum.skipped &+= other.skipped
        sum.bytes &+= other.bytes
        sum.missing &+= other.missing
        return sum
    }
}

extension DeliveryMachine {
    /// Whether a record is of the range that is read. One behind it tells that nothing more of the range comes.
    mutating func admits(_ place: TopicPartition, _ offset: Int64) -> Bool {
        guard let range = rules.range else { return true }
        guard let part = range.parts[place] else { return false }
        if offset >= part.upperBound { passed(place, to: part.upperBound) }
        return part.contains(offset)
    }

    /// The partition's end was met: nothing stands between what was read and this offset.
    mutating func metEnd(_ place: TopicPartition, at offset: Int64) {
        guard let range = rules.range else { return ledger.skip(place, to: offset) }
        guard let part = range.parts[place] else { return }
        passed(place, to: min(offset, part.upperBound))
    }

    private mutating func passed(_ place: TopicPartition, to offset: Int64) {
        ledger.skip(place, to: offset)
        arePausesStale = true
    }

    /// Whether something of a partition is still to be read: always, but for one whose range is read or that has none.
    func isToBeRead(_ place: TopicPartition) -> Bool {
        guard let range = rules.range else { return true }
        guard let part = range.parts[place] else { return false }
        return (ledger.position(place) ?? part.lowerBound) < part.upperBound
    }

    /// What a page's outcome adds to its partition's sums.
    func sums(of ticket: Ticket, _ kind: OutcomeKind) -> [Int64] {
        rules.range == nil ? [] : RangeSums(kind, bytes: ticket.bytes - DeliveryMachine.overhead).list
    }
}
