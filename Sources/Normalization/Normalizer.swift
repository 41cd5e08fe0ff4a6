public import Pages

/// Makes the event of an article: times with zones, people with roles, URLs, language, hashes.
///
/// A pure function of its input: the same article, page and version give the same event.
public struct Normalizer: Sendable {
    /// The version that events will state.
    public var version: ExtractorVersion
    /// The registrable domain to state for pages without a URL (`site_domain_basis: config`).
    public var siteDomain: String?

    /// Makes a normalizer.
    public init(version: ExtractorVersion, siteDomain: String? = nil) {
        self.version = version
        self.siteDomain = siteDomain
    }

    /// The event of an article and the page it stood on.
    public func event(from article: Article, page: RawPage) -> ArticleEvent {
        ArticleEvent()
    }
}
