/// A structured article event: what Galley publishes for a page that is an article.
///
/// The value is flat and holds no wall clock: the same input and the same extractor version give the same bytes.
/// Optional properties are absent facts, never empty strings; arrays are empty, never absent.
public struct ArticleEvent: Sendable, Equatable {
    // MARK: Identity

    /// `u-` and 32 hex digits of the URL key's SHA-256, or without a URL `c-` and 32 hex digits of ``dedupHash``.
    public var articleID = ""
    /// Hash of article id, capture (or topic, partition and offset) and extractor version: equal for a repeated delivery.
    public var eventID = ""
    /// Whether the event is whole.
    public var status = EventStatus.ok
    /// Rises under refetch and under re-extraction; below 2^53.
    public var rowVersion: Int64 = 0
    /// SHA-256 (hex) of title LF paragraphs joined by LF.
    public var contentHash = ""
    /// SHA-256 (hex) of the same text folded so that width, spaces and punctuation do not matter.
    public var dedupHash = ""
    /// Version of this event's schema.
    public var schemaVersion = 1

    // MARK: Text

    /// The headline.
    public var title: String?
    /// The page's own sub-headline.
    public var subtitle: String?
    /// The page's own summary; never generated.
    public var summary: String?
    /// The article's paragraphs in reading order.
    public var paragraphs: [String] = []
    /// Unicode scalars of all paragraphs, without separators.
    public var charCount = 0

    // MARK: Time

    /// When the article was published.
    public var published: EventTime?
    /// When it was last changed.
    public var modified: EventTime?

    // MARK: People

    /// Everybody named as having made the article, with their roles.
    public var contributors: [Contributor] = []
    /// The line that names them, white space made plain.
    public var bylineRaw: String?

    // MARK: Origin

    /// The page's final URL.
    public var url: String?
    /// `rel=canonical`, only within the same registrable domain.
    public var canonicalURL: String?
    /// Who the page says the article is from (稿源, 来源, "Source:").
    public var sourceName: String?
    /// The label the page put before it.
    public var sourceLabelRaw: String?
    /// The link behind the source's name.
    public var sourceURL: String?
    /// Whether the publisher is itself the source; `nil` when the page does not tell.
    public var isOriginal: Bool?
    /// The breadcrumb, from the site down.
    public var breadcrumb: [String] = []
    /// The breadcrumb without the site.
    public var sectionPath: [String] = []
    /// The last section of the path.
    public var section: String?
    /// The site's name.
    public var siteName: String?
    /// The site's registrable domain.
    public var siteDomain: String?
    /// How ``siteDomain`` was found.
    public var siteDomainBasis: SiteDomainBasis?
    /// ISO 3166-1 alpha-2 code of the publisher's country.
    public var country: String?

    // MARK: Rights

    /// The publishing company as the page's legal lines name it.
    public var publisherLegalName: String?
    /// The copyright line.
    public var copyrightNotice: String?
    /// Licences that the page states.
    public var licences: [Licence] = []

    // MARK: Media

    /// The article's images, the main one first.
    public var images: [ArticleImage] = []
    /// Keywords the page gives.
    public var tags: [String] = []

    // MARK: Quality

    /// BCP 47 tag; `zh-Hans` and `zh-Hant` told apart.
    public var language: String?
    /// 64-bit similarity hash of the text.
    public var simhash: UInt64?
    /// Repeats of the article that were removed from this page.
    public var duplicateCopies = 0
    /// How sure the extraction is of the whole, 0...1.
    public var qualityScore: Double = 0
    /// How sure it is of single fields, 0...1.
    public var fieldConfidence: [String: Double] = [:]
    /// What a reader of the event should know.
    public var warnings: [PageWarning] = []

    // MARK: Provenance

    /// Where the raw page stood.
    public var provenance = Provenance()
    /// When the page was fetched: milliseconds since 1970.
    public var fetchedAtMs: Int64?
    /// Galley's version.
    public var extractorVersion = ""
    /// Serial number of the rule set; rises with every change of rules or models.
    public var rulesetSerial = 0

    /// Makes an empty event, to be filled by the normalizer.
    public init() {}

    /// Names of those who wrote: reporters, correspondents and authors, in the page's order.
    public var authors: [String] {
        contributors.filter { $0.role == .reporter || $0.role == .correspondent || $0.role == .author }.map(\.name)
    }

    /// The paragraphs joined by LF.
    public var bodyText: String { paragraphs.joined(separator: "\n") }
}

/// Whether an event is whole.
public enum EventStatus: String, Sendable, CaseIterable {
    /// Title and body were found.
    case ok
    /// The page was cut, or the title was not found.
    case partial
    /// The article was withdrawn.
    case retracted
}

/// How the site's domain was found.
public enum SiteDomainBasis: String, Sendable, CaseIterable {
    /// From the page's URL.
    case url
    /// From the copyright line.
    case copyrightLine = "copyright_line"
    /// From the configuration.
    case config
}

/// An instant with what is known about it.
public struct EventTime: Sendable, Equatable {
    /// RFC 3339 with the page's offset, to the precision known: never finer.
    public var rfc3339: String
    /// Milliseconds since 1970-01-01T00:00:00Z; the start of the minute or day when coarser.
    public var ms: Int64
    /// The text it was read from.
    public var raw: String
    /// How fine the page states it.
    public var precision: TimePrecision
    /// Where the offset came from.
    public var zoneBasis: ZoneBasis

    /// Makes a time from its parts.
    public init(rfc3339: String, ms: Int64, raw: String, precision: TimePrecision, zoneBasis: ZoneBasis) {
        self.rfc3339 = rfc3339
        self.ms = ms
        self.raw = raw
        self.precision = precision
        self.zoneBasis = zoneBasis
    }
}

/// How finely a time is stated.
public enum TimePrecision: String, Sendable, CaseIterable {
    case second, minute, day
}

/// Where a time's offset came from.
public enum ZoneBasis: String, Sendable, CaseIterable {
    /// Stated with the time.
    case explicit
    /// The site's country has one zone and the site is known by URL.
    case site
    /// The language is at home in one zone.
    case language
    /// Assumed.
    case assumed
}

/// A person or desk that made the article.
public struct Contributor: Sendable, Equatable {
    /// The name, white space made plain.
    public var name: String
    /// What they did.
    public var role: ContributorRole
    /// The page's word for it.
    public var roleRaw: String?
    /// Whom they work for, when the line says so.
    public var affiliation: String?

    /// Makes a contributor.
    public init(name: String, role: ContributorRole, roleRaw: String? = nil, affiliation: String? = nil) {
        self.name = name
        self.role = role
        self.roleRaw = roleRaw
        self.affiliation = affiliation
    }
}

/// What a contributor did.
public enum ContributorRole: String, Sendable, CaseIterable {
    case reporter, correspondent, author, editor, photographer, translator, reviewer
}

/// A licence that a page states.
public struct Licence: Sendable, Equatable {
    /// The licence's name.
    public var name: String
    /// Its number.
    public var number: String

    /// Makes a licence.
    public init(name: String, number: String) {
        self.name = name
        self.number = number
    }
}

/// An image of the article.
public struct ArticleImage: Sendable, Equatable {
    /// Absolute where the page's URL is known.
    public var url: String
    /// The text alternative.
    public var alt: String?
    /// The caption.
    public var caption: String?

    /// Makes an image.
    public init(url: String, alt: String? = nil, caption: String? = nil) {
        self.url = url
        self.alt = alt
        self.caption = caption
    }
}

/// Something a reader of the event should know.
public enum PageWarning: String, Sendable, CaseIterable {
    /// The page came without a URL.
    case urlMissing = "url_missing"
    /// A time's zone was assumed.
    case zoneAssumed = "zone_assumed"
    /// The crawler had cut the page.
    case truncatedInput = "truncated_input"
    /// The declared charset did not decode the page; another did.
    case charsetOverridden = "charset_overridden"
    /// The page's text came damaged: some bytes could not be decoded and stand as U+FFFD, or it was repaired
    /// (``textRepaired``).
    case malformedText = "malformed_text"
    /// The text had been encoded as UTF-8 twice; the event has it as it was before.
    case textRepaired = "text_repaired"
    /// A header was not valid UTF-8 and was left out.
    case headerNotUTF8 = "header_not_utf8"
    /// A stated fetch time could not be read; the record's timestamp counts, or another time that was stated.
    case fetchTimeUnread = "fetch_time_unread"
    /// The page passed a limit of nodes, depth or time and was read up to it.
    case limitReached = "limit_reached"
    /// No headline was found.
    case titleMissing = "title_missing"
    /// No publication time was found.
    case timeMissing = "time_missing"
}
