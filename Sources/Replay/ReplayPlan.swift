import Foundation
public import Kafka
public import Worker

/// What a replay reads and where its outcomes go: frozen when it is begun, and the same for every process that goes on with
/// it. It stands as JSON on the topic of replays (``PlanTopic``).
public struct ReplayPlan: Codable, Sendable, Equatable {
    /// What it is called.
    public var name: String
    /// When it was frozen, RFC 3339.
    public var frozenAt: String
    /// Where reading begins, as it was asked for.
    public var from: String
    /// Where reading ends, as it was asked for.
    public var to: String
    /// What has to hold of a page; empty when all are worked on.
    public var filter: [String: String]
    /// Whether it goes on where retention has eaten a part of the range.
    public var allowsMissing: Bool
    /// The consumer group that it works with: of this plan alone, as brokers keep a group's offsets when the name is forgotten.
    public var group: String
    /// Where outcomes go; `nil` when they are not published.
    public var outputs: Outputs?
    /// Galley's version and the serial number of its rules: another version gives other events.
    public var version: String
    /// See ``version``.
    public var ruleset: Int
    /// What is read of each partition.
    public var parts: [Part]

    /// The topics of outcomes.
    public struct Outputs: Codable, Sendable, Equatable {
        /// Of article events.
        public var articles: String
        /// Of rejections.
        public var rejected: String
        /// Of dead letters.
        public var deadLetters: String

        /// Names the topics.
        public init(articles: String, rejected: String, deadLetters: String) {
            self.articles = articles
            self.rejected = rejected
            self.deadLetters = deadLetters
        }

        /// A topic of events, and two beside it.
        public init(_ topic: String) {
            self.init(articles: topic, rejected: topic + ".rejected", deadLetters: topic + ".dlq")
        }

        /// All of them.
        public var all: [String] { [articles, rejected, deadLetters] }

        enum CodingKeys: String, CodingKey { case articles, rejected, deadLetters = "dead_letters" }
    }

    /// What is read of one partition: from one offset up to another.
    public struct Part: Codable, Sendable, Equatable {
        /// The topic.
        public var topic: String
        /// The partition.
        public var partition: Int32
        /// The first offset that is read.
        public var from: Int64
        /// The first offset that is not.
        public var to: Int64

        /// Names the offsets.
        public init(_ place: TopicPartition, _ range: Range<Int64>) {
            (topic, partition) = (place.topic, place.partition)
            (from, to) = (range.lowerBound, range.upperBound)
        }

        /// The partition.
        public var place: TopicPartition { TopicPartition(topic: topic, partition: partition) }
        /// The offsets.
        public var range: Range<Int64> { from..<max(from, to) }
    }

    enum CodingKeys: String, CodingKey {
        case name, from, to, group, outputs, version, ruleset, parts
        case filter = "where"
        case frozenAt = "frozen_at"
        case allowsMissing = "allow_missing"
    }

    /// Describes a replay.
    public init(
        name: String, frozenAt: String, from: String, to: String, filter: [String: String], allowsMissing: Bool,
        outputs: Outputs?, version: String, ruleset: Int, parts: [Part]
    ) {
        self.name = name
        self.frozenAt = frozenAt
        self.from = from
        self.to = to
        self.filter = filter
        self.allowsMissing = allowsMissing
        self.outputs = outputs
        self.version = version
        self.ruleset = ruleset
        self.parts = parts
        group = "\(ReplayPlan.groupPrefix)\(name)-\(ReplayMember.chance(6))"
    }

    private static let groupPrefix = "galley-replay."

    /// Whether it can be worked by: whoever wrote it, its offsets are a range and its group is a replay's.
    var isSound: Bool {
        let places = Set(parts.map(\.place))
        return places.count == parts.count && group.hasPrefix(ReplayPlan.groupPrefix + name)
            && parts.allSatisfy { $0.from >= 0 && $0.to >= $0.from && $0.to < 1 << 53 && $0.partition >= 0 }
            && parts.count < 100_000
    }

    /// Whether this can be the name of a topic's part: letters, digits, `.`, `_` and `-`, 100 at the most; not one that ends like a
    /// topic beside another's.
    public static func isName(_ text: String) -> Bool {
        !text.isEmpty && text.utf8.count <= 100 && !text.hasSuffix(".rejected") && !text.hasSuffix(".dlq")
            && text.unicodeScalars.allSatisfy {
                ("a"..."z").contains($0) || ("A"..."Z").contains($0) || ("0"..."9").contains($0)
                    || "._-".unicodeScalars.contains($0)
            }
    }

    /// Offsets of the whole range. A compacted topic, or one with transactions, has fewer records than that.
    public var count: Int64 { parts.reduce(0) { $0 + Int64($1.range.count) } }

    /// The topics that are read.
    public var topics: [String] { Array(Set(parts.map(\.topic))).sorted() }

    /// The range as the worker takes it.
    public var range: FrozenRange {
        FrozenRange(
            Dictionary(parts.map { ($0.place, $0.range) }) { first, _ in first }, allowsMissing: allowsMissing)
    }
}
