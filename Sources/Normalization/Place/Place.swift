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
        canonicalURL = Self.canonical(article.canonicalURL, base: base, page: address, domain: own)
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

    /// The canonical URL as it is meant; `nil` where it is another site's, a template that was not filled in, an address within an
    /// address, or the front page of a page that is none: all stories of a site would be one.
    private static func canonical(
        _ stated: String?, base: String?, page: WebAddress?, domain: String?
    ) -> String? {
        guard let stated = stated.map({ $0.trimming { $0.isWhitespace } }), isSound(stated) else { return nil }
        let whole = isWithoutScheme(stated, domain) ? "\(page?.scheme ?? "https")://\(stated)" : stated
        guard let url = URLKey.resolve(whole, against: base), let address = WebAddress(url) else { return nil }
        if let page, address.path == "/", address.query == nil, page.path != "/" || page.query != nil { return nil }
        guard let domain else { return base == nil ? url : nil }
        return RegistrableDomain.of(url: url) == domain ? url : nil
    }

    /// Whether nothing of a template is in it, and no other address but at its beginning.
    private static func isSound(_ stated: String) -> Bool {
        let bytes = stated.utf8.prefix(WebAddress.longest)
        guard !bytes.contains(where: isOfTemplate) else { return false }
        let path = Substring(bytes.prefix { $0 != UInt8(ascii: "?") && $0 != UInt8(ascii: "#") })
        let lower = path.lowercased()
        let rest =
            ["https://", "http://"].first(where: lower.hasPrefix).map { lower.dropFirst($0.count) } ?? lower[...]
        return !rest.contains("://") && !rest.contains("%7b")
    }

    /// Whether a byte is one of `{}<>`.
    private static func isOfTemplate(_ byte: UInt8) -> Bool {
        byte == 0x7B || byte == 0x7D || byte == 0x3C || byte == 0x3E
    }

    /// Whether it begins with the site's host, as who forgets the scheme writes it.
    private static func isWithoutScheme(_ stated: String, _ domain: String?) -> Bool {
        guard let domain, let slash = stated.firstIndex(of: "/"), slash != stated.startIndex, !stated.contains("://")
        else {
            return false
        }
        let first = String(stated[..<slash]).lowercased()
        return first.contains(".") && RegistrableDomain.of(host: first) == domain
    }
}
