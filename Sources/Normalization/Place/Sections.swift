import Lexicon
import Pages
import Text

/// Sections and originality: comparisons of names that a page gives for itself.
enum Sections {
    /// Words for a site's front page, folded.
    static let homes = Set(Lexicon.all { $0.places.homes })

    private static let foldedHomes = Set(homes.map(folded))

    /// The breadcrumb without the site, the front page and the article's own title.
    static func path(of breadcrumb: [String], site: String?, title: String?) -> [String] {
        var path = breadcrumb
        while let first = path.first, isHome(first, site: site) { path.removeFirst() }
        let heading = title.map(folded)
        while let last = path.last, isTail(last, title: heading) { path.removeLast() }
        return path
    }

    /// The site's name when the breadcrumb starts with one.
    static func siteName(in breadcrumb: [String]) -> String? {
        guard breadcrumb.count > 1, let first = breadcrumb.first, looksLikeSite(first), !isHome(first, site: nil) else {
            return nil
        }
        return first
    }

    private static func isHome(_ name: String, site: String?) -> Bool {
        let name = folded(name)
        if foldedHomes.contains(name) { return true }
        guard let site = site.map(folded), !site.isEmpty, !name.isEmpty else { return false }
        return site == name || foldedHomes.contains(name.replacing(site, with: ""))
    }

    /// Names that end as Chinese sites do (…网, …在线), or are a domain.
    private static func looksLikeSite(_ name: String) -> Bool {
        siteEndings.contains { name.hasSuffix($0) }
    }

    private static let siteEndings = Lexicon.all { $0.places.siteEndings } + [".com", ".cn", ".de", ".net", ".org"]

    /// Last items that name the article's text.
    private static let textWords = Set(Lexicon.all { $0.places.textWords })

    /// What a page states as the source of its own articles.
    private static let ownSources = Set(Lexicon.all { $0.places.ownSources })

    private static func isTail(_ name: String, title: String?) -> Bool {
        let name = folded(name)
        if textWords.contains(name) { return true }
        guard let title, !name.isEmpty else { return false }
        return name == title || name.count > 12 && title.hasPrefix(name)
    }

    /// Whether the source is the publisher itself: its name is the site's, the publisher's, or says so (本站, 原创).
    static func isOriginal(source: String, event: ArticleEvent, publisher: String?) -> Bool? {
        let name = folded(source)
        if ownSources.contains(name) { return true }
        let own = [event.siteName, publisher, event.siteDomain, event.breadcrumb.first].compactMap { $0 }.map(folded)
            .filter { !$0.isEmpty }
        guard !own.isEmpty, !name.isEmpty else { return nil }
        if own.contains(where: { $0 == name || $0.hasPrefix(name) || name.hasPrefix($0) }) { return true }
        return event.siteName == nil ? nil : false
    }

    /// A name without spaces, punctuation, width and case.
    static func folded(_ name: String) -> String {
        String(decoding: DedupFold.fold(name.utf8.span), as: UTF8.self)
    }
}
