public import Kafka

/// Why a replay cannot begin, or not go on.
public enum ReplayFault: Error, Sendable, Equatable, CustomStringConvertible {
    /// A topic that has to be there is not, and cannot be made.
    case notMade(topic: NewTopic, KafkaFault)
    /// Names, times or offsets that make no range.
    case noRange(String)
    /// Another plan goes by this name.
    case otherPlan(name: String, differs: String)
    /// There is no plan by this name to go on with.
    case unknown(name: String, topic: String)
    /// Records of the range are gone, and this was not allowed.
    case missing([Missing])
    /// Where it publishes to is the running worker's own topic.
    case inPlace(String)
    /// Another process of this host works on what cannot be shared.
    case notShared(String)

    /// What, where, and what to do.
    public var description: String {
        switch self {
        case .notMade(let topic, let fault):
            """
            the topic \(topic.name) is not there and could not be made: \(fault). Make it with \(topic.partitions) \
            partition\(topic.partitions == 1 ? "" : "s")\(topic.configuration.isEmpty ? "" : " and ")\(settings(topic)), or grant the \
            right to, and run this again
            """
        case .noRange(let words): words
        case .otherPlan(let name, let differs):
            "a replay named \(name) is there already, and \(differs). Leave that out to go on with it, or choose another --name"
        case .unknown(let name, let topic):
            "no replay named \(name) is known on \(topic). Give --from to begin one"
        case .missing(let missing):
            (missing.map(\.words)
                + ["nothing was begun: give --allow-missing to work on what is left, or another --from"]).joined(
                    separator: "\n")
        case .inPlace(let topic):
            """
            \(topic) is a topic of the running worker. \(ReplayFault.inPlaceWords) Give --in-place to publish there, or another --output
            """
        case .notShared(let words): words
        }
    }

    /// What publishing to the live topic means.
    public static let inPlaceWords = """
        Readers of it will see these articles again: row_version is the time of the fetch in seconds x 2^20 + the serial number of the \
        rules, so a sink that keeps the newest row_version of each article_id takes the new event of the same fetch where the rules are \
        newer, keeps the one of a later fetch, and sees no difference where the rules are the same; one that keeps every record has each \
        article twice.
        """

    private func settings(_ topic: NewTopic) -> String {
        topic.configuration.sorted { $0.key < $1.key }.map { "\($0.key)=\($0.value)" }.joined(separator: ", ")
    }
}

/// Records that a partition should have and has no more.
public struct Missing: Sendable, Equatable {
    /// The partition.
    public var place: TopicPartition
    /// Offsets that are gone; as many records at the most.
    public var offsets: Range<Int64>
    /// Whether all of them belong to the range; else it is only known that some may, as times were asked for.
    public var isCertain: Bool
    /// The time of the oldest record that is left, RFC 3339; `nil` when there is none.
    public var oldest: String?

    /// Names the offsets.
    public init(place: TopicPartition, offsets: Range<Int64>, isCertain: Bool, oldest: String?) {
        self.place = place
        self.offsets = offsets
        self.isCertain = isCertain
        self.oldest = oldest
    }

    /// In words.
    public var words: String {
        let gone = "\(place): offsets \(offsets.lowerBound) to \(offsets.upperBound - 1) are gone"
        let left = oldest.map { ", the oldest record left is of \($0)" } ?? ", no record is left"
        return isCertain
            ? "\(gone) (\(offsets.count) of the range\(left))"
            : "\(gone)\(left): up to \(offsets.count) records of the range are missing"
    }
}
