import Pages

/// Where a page stands on the web, as far as it tells.
struct Place {
    /// The page's URL, when it is a sound one.
    let url: String?
    /// What relative references are made absolute against.
    let base: String?
    /// The canonical URL within the same registrable domain; of a page without a URL, as stated.
    let canonicalURL: String?
    /// The registrable domain.
    let domain: String?
    /// How it was found.
    let basis: SiteDomainBasis?
    /// The country of the site.
    let country: String?
    /// Whether the country was told by the page's URL.
    let isFromURL: Bool

    init(article: Article, page: RawPage, configured: String?) {
        let address = (page.url ?? page.requestURL).flatMap(WebAddress.init)
        url = address.map { _ in (page.url ?? page.requestURL ?? "").trimming { $0.isWhitespace } }
        base = article.baseURL.flatMap { URLKey.resolve($0, against: address?.url) } ?? address?.url
        let own = address.flatMap(\.registrableDomain)
        canonicalURL = Self.canonical(article.canonicalURL, base: base, domain: own)
        if let own {
            (domain, basis) = (own, .url)
        } else if let named = article.copyrightDomain.flatMap(Self.registrable) {
            (domain, basis) = (named, .copyrightLine)
        } else if let configured {
            (domain, basis) = (configured, .config)
        } else {
            (domain, basis) = (nil, nil)
        }
        let byDomain = domain.flatMap(Country.of(host:))
        country =
            byDomain ?? article.declaredLanguage.flatMap(Country.of(locale:)) ?? Country.of(licences: article.licences)
        isFromURL = byDomain != nil && basis == .url
    }

    private static func registrable(_ host: String) -> String? {
        WebAddress(host)?.registrableDomain ?? RegistrableDomain.of(host: host)
    }

    private static func canonical(_ stated: String?, base: String?, domain: String?) -> String? {
        guard let url = stated.flatMap({ URLKey.resolve($0, against: base) }) else { return nil }
        guard let domain else { return base == nil ? url : nil }
        return RegistrableDomain.of(url: url) == domain ? url : nil
    }
}
