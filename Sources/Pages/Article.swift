/// An article as it was found on its page: texts as they stand there, before times, names and URLs are normalized.
public struct Article: Sendable, Equatable {
    /// The headline.
    public var title: Finding?
    /// The sub-headline.
    public var subtitle: Finding?
    /// The page's own summary.
    public var summary: Finding?
    /// Paragraphs in reading order; white space plain, edges trimmed, otherwise untouched.
    public var paragraphs: [String] = []
    /// Texts that may state when it was published, the most trusted first.
    public var published: [Finding] = []
    /// Texts that may state when it was changed, the most trusted first.
    public var modified: [Finding] = []
    /// Lines or fields that may name people, the most trusted first.
    public var bylines: [Byline] = []
    /// Who the page says the article is from.
    public var source: SourceLine?
    /// The breadcrumb as found, site included when it stands there.
    public var breadcrumb: [String] = []
    /// The section when stated otherwise than by a breadcrumb.
    public var section: Finding?
    /// The site's name.
    public var siteName: Finding?
    /// The publishing company of the legal lines.
    public var publisherLegalName: Finding?
    /// The copyright line.
    public var copyrightNotice: Finding?
    /// A domain named in the copyright line.
    public var copyrightDomain: String?
    /// Licences as stated.
    public var licences: [Licence] = []
    /// `rel=canonical` or `og:url`, absolute when it was.
    public var canonicalURL: String?
    /// `<base href>`.
    public var baseURL: String?
    /// Images, the main one first; URLs as they stand.
    public var images: [ArticleImage] = []
    /// Keywords.
    public var tags: [String] = []
    /// The page's declared language (`<html lang>`, `og:locale`, JSON-LD), unvalidated.
    public var declaredLanguage: String?
    /// Repeats of the article that were removed.
    public var duplicateCopies = 0
    /// How sure the extraction is that this is the article, 0...1.
    public var confidence: Double = 0
    /// What a reader should know.
    public var warnings: [PageWarning] = []

    /// Makes an empty article.
    public init() {}
}

/// A text found on the page, with where it was found and how far that place is trusted.
public struct Finding: Sendable, Equatable {
    /// The text, white space made plain.
    public var text: String
    /// Where it was found.
    public var origin: Origin
    /// How far that origin is right for this field, 0...1.
    public var confidence: Double

    /// Makes a finding.
    public init(_ text: String, origin: Origin, confidence: Double) {
        self.text = text
        self.origin = origin
        self.confidence = confidence
    }
}

/// Where a fact about the article was found.
public enum Origin: String, Sendable {
    case jsonLD = "json_ld"
    case microdata
    case rdfa
    case openGraph = "open_graph"
    case meta
    case timeElement = "time_element"
    case heading
    case titleElement = "title_element"
    case text
    case url
    case link
}

/// A line or a field that names people.
public struct Byline: Sendable, Equatable {
    /// The line as it stands, white space made plain.
    public var text: String
    /// Where it was found.
    public var origin: Origin
    /// The role that the place implies (a JSON-LD `author` names authors), or `nil` when the line must tell.
    public var role: ContributorRole?

    /// Makes a byline.
    public init(_ text: String, origin: Origin, role: ContributorRole? = nil) {
        self.text = text
        self.origin = origin
        self.role = role
    }
}

/// The line that says where the article comes from.
public struct SourceLine: Sendable, Equatable {
    /// The label (稿源, 来源, Source).
    public var label: String?
    /// The name behind it.
    public var name: String
    /// The link on the name.
    public var url: String?

    /// Makes a source line.
    public init(label: String?, name: String, url: String? = nil) {
        self.label = label
        self.name = name
        self.url = url
    }
}
