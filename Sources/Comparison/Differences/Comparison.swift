/// What a comparison found, in bounded figures and examples.
public struct Comparison: Sendable {
    /// How often something occurred.
    public struct Tally: Sendable, Equatable {
        /// What it is.
        public let name: String
        /// How often.
        public let count: Int
    }

    /// What differs of a site.
    public struct SiteTally: Sendable, Equatable {
        /// The site's domain, or `—` for pages that state none.
        public let site: String
        /// Articles that changed.
        public let changed: Int
        /// Articles that were added.
        public let added: Int
        /// Articles that are gone.
        public let gone: Int
    }

    /// What the report calls the sides.
    public let labels: Labels
    /// Published articles whose compared fields are the same.
    public let unchanged: Int
    /// Published articles whose compared fields differ.
    public let changed: Int
    /// Fresh articles without a published counterpart.
    public let added: Int
    /// Published articles whose page no longer gives an event.
    public let gone: Int
    /// Published articles whose pages have no outcome on the fresh side: outside of the range, or left out by a filter.
    public let notCompared: Int
    /// Different values that were not events, of both sides.
    public let unread: Int
    /// The fields of changed articles, the most frequent first.
    public let fields: [Tally]
    /// The sites with most differences, at most 500, the most frequent first.
    public let sites: [SiteTally]
    /// Why articles are gone, as `outcome: reason`, the most frequent first.
    public let reasons: [Tally]
    /// Examples: the largest changed articles and for each field the three with the largest change of it, then the largest
    /// that were added, then those that are gone.
    public let largest: [Difference]

    /// Whether nothing differs.
    public var isSame: Bool { changed + added + gone == 0 }
}

/// What a report calls the sides that it compares.
public struct Labels: Sendable {
    /// A line of the report's head.
    public struct Note: Sendable {
        /// What it is, such as `published by`.
        public var name: String
        /// Its value, such as a version, a topic or a range.
        public var value: String

        /// Makes a note.
        public init(_ name: String, _ value: String) {
            self.name = name
            self.value = value
        }
    }

    /// The report's title, such as the name of a replay.
    public var title: String
    /// What was compared: versions, topics, ranges.
    public var notes: [Note]

    /// Makes labels.
    public init(title: String, notes: [Note] = []) {
        self.title = title
        self.notes = notes
    }
}
