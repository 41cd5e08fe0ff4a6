import Pages
import Text

/// Sections and originality: comparisons of names that a page gives for itself.
enum Sections {
    /// Words for a site's front page, folded.
    static let homes: Set<String> = [
        "home", "homepage", "start", "startseite", "accueil", "inicio", "portada", "pagina inicial", "página inicial",
        "strona glowna", "domu", "hjem", "hem", "forside", "etusivu", "uvod", "domovska stranka", "kezdolap", "fooldal",
        "acasa", "anasayfa", "ana sayfa", "beranda", "trang chu", "главная", "головна", "αρχικη", "الرئيسية", "首页",
        "首頁",
        "主页", "网站首页", "ホーム", "トップ", "홈", "inicial", "front page", "hoofdpunten",
    ]

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
        ["网", "網", "在线", "新闻网", "日报", "晚报", ".com", ".cn", ".de", ".net", ".org"].contains { name.hasSuffix($0) }
    }

    private static func isTail(_ name: String, title: String?) -> Bool {
        let name = folded(name)
        if ["正文", "内容", "详情", "文章", "内文"].contains(name) { return true }
        guard let title, !name.isEmpty else { return false }
        return name == title || name.count > 12 && title.hasPrefix(name)
    }

    /// Whether the source is the publisher itself: its name is the site's, the publisher's, or says so (本站, 原创).
    static func isOriginal(source: String, event: ArticleEvent, publisher: String?) -> Bool? {
        let name = folded(source)
        if ["本站", "本网", "本网站", "原创", "本站原创", "本报", "本報", "自采"].contains(name) { return true }
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
