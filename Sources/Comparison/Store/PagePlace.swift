/// Where a raw page stood.
public struct PagePlace: Hashable, Sendable {
    /// The topic of raw pages.
    public var topic: String
    /// The partition of the topic.
    public var partition: Int
    /// The offset of the record in the partition.
    public var offset: Int64

    /// Makes a place.
    public init(topic: String, partition: Int, offset: Int64) {
        self.topic = topic
        self.partition = partition
        self.offset = offset
    }

    /// Where an event stands that does not say where its page stood. It is matched by its article id alone.
    static let unknown = PagePlace(topic: "", partition: -1, offset: -1)

    /// Whether the place is higher; of events with the same row version the one at the higher place is the newest.
    func isAbove(_ other: PagePlace) -> Bool {
        guard isSame(topic, other.topic) else { return precedes(other.topic, topic) }
        return (partition, offset) > (other.partition, other.offset)
    }
}

/// What came of a page that does not give an article event.
public struct Refusal: Sendable {
    /// Where the page stood.
    public var place: PagePlace
    /// What it came to: `rejected`, `dead letter` or `skipped`.
    public var outcome: String
    /// Why, in a word that many pages share, such as `not_article`.
    public var reason: String
    /// Why, in words about this page.
    public var detail: String

    /// Makes a refusal.
    public init(place: PagePlace, outcome: String, reason: String, detail: String) {
        self.place = place
        self.outcome = outcome
        self.reason = reason
        self.detail = detail
    }
}

/// The two sides of a comparison.
public enum Side: String, Sendable, CaseIterable {
    /// The events that were published.
    case published
    /// The events, and refusals, of the new version.
    case fresh
}

/// Whether two texts have the same bytes; `==` holds texts for equal that differ in their composition of accents.
func isSame(_ left: String, _ right: String) -> Bool { left.utf8.elementsEqual(right.utf8) }

/// Whether a text comes before another in the order of their bytes, as SQLite sorts them.
func precedes(_ left: String, _ right: String) -> Bool { left.utf8.lexicographicallyPrecedes(right.utf8) }
