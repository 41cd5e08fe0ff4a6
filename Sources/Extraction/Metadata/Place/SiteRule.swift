internal import Normalization
internal import Pages

/// Finds the site's name, its legal lines and the breadcrumb.
enum SiteRule {
    /// Names the head and linked data give the site, for telling a headline from a site's name.
    static func names(facts: PageFacts, linked: LinkedArticle, inTitle: [String], url: String?) -> [String] {
        let stated = [
            facts.meta("og:site_name"), facts.meta("application-name"), linked.siteName, linked.publisher,
            facts.meta("sitename"),
        ]
        return stated.compactMap { $0 } + facts.siteHeadings.prefix(2) + inTitle
            + hostLabels(url ?? facts.canonical ?? linked.url)
    }

    /// Names at the ends of the page's machine title that a link to the site's front page has too, or that are the host's own name.
    static func namesInTitle(_ facts: PageFacts, url: String?) -> [String] {
        let ends = TitleParts(facts.titleElement).ends.filter { $0.utf8.count < 80 }
        guard !ends.isEmpty else { return [] }
        let host = host(url ?? facts.canonical)
        let label = label(url ?? facts.canonical) ?? ""
        let links = facts.homeLinks.filter { $0.host.isEmpty || host.isEmpty || $0.host == host }
        let named = Set(links.map { TextFold.fold($0.name) })
        return ends.filter { end in
            let folded = TextFold.fold(end)
            return named.contains(folded) || folded.count > 2 && folded.elementsEqual(label.utf8)
        }
    }

    /// The label by which a site's host is known: `harbourpost` of `www.harbourpost.example`.
    static func label(_ url: String?) -> String? {
        RegistrableDomain.of(host: host(url))?.split(separator: ".").first.map(String.init)
    }

    /// The labels of a host that may be the site's name.
    private static func hostLabels(_ url: String?) -> [String] {
        host(url).split(separator: ".").map(String.init).filter { $0.utf8.count > 3 }
    }

    /// The host of a URL without `www.`, lower case; empty for none.
    private static func host(_ url: String?) -> String {
        guard let url, let scheme = url.utf8.firstIndex(of: 0x3A) else { return "" }
        let host = url.utf8[scheme...].drop { $0 == 0x3A || $0 == 0x2F }.prefix {
            $0 != 0x2F && $0 != 0x3F && $0 != 0x23
        }
        return HomeLink.plainHost(String(host) ?? "")
    }

    /// The site's name as the page states it, or as its lines or the ends of its machine title agree on it.
    static func name(
        facts: PageFacts, linked: LinkedArticle, breadcrumb: [String], lines: PageText, _ legalLines: [Int],
        source: SourceLine?, title: String?, inTitle: [String]
    ) -> Finding? {
        let stated: [(String?, Origin, Double)] = [
            (facts.meta("og:site_name"), .openGraph, 0.95), (linked.siteName, .jsonLD, 0.9),
            (linked.publisher, .jsonLD, 0.9),
            (facts.meta("application-name"), .meta, 0.8), (facts.meta("sitename"), .meta, 0.8),
        ]
        for (text, origin, confidence) in stated {
            guard let name = text.flatMap({ plainName($0, title: title) }) else { continue }
            return Finding(name, origin: origin, confidence: confidence)
        }
        for name in nameCandidates(facts: facts, breadcrumb: breadcrumb) where isTold(name, lines, legalLines, source) {
            return Finding(name, origin: .text, confidence: 0.8)
        }
        let folded = title.map(TextFold.fold)
        for name in inTitle
        where TextFold.fold(name) != folded && name.contains(where: \.isLetter) {
            return Finding(Crumbs.withoutSigns(name), origin: .titleElement, confidence: 0.85)
        }
        return nil
    }

    /// A site's name as it is stated, or what stands behind the article's title in it; `nil` for addresses and for the title.
    static func plainName(_ stated: String, title: String?) -> String? {
        guard !stated.contains("://"), !stated.lowercased().hasPrefix("www.") else { return nil }
        guard let title, TitleParts.columns(title) > 20, stated.hasPrefix(title) else { return stated }
        let rest = Crumbs.withoutSigns(String(stated.dropFirst(title.count)))
        return rest.isEmpty ? nil : rest
    }

    private static func nameCandidates(facts: PageFacts, breadcrumb: [String]) -> [String] {
        let tail = facts.titleElement.unicodeScalars.split(whereSeparator: isBeforeName).last.map {
            Crumbs.trimmed(String($0))
        }
        return [breadcrumb.first, tail].compactMap { $0 }.filter { TitleParts.columns($0) >= 3 && $0.utf8.count < 80 }
    }

    /// Whether a scalar stands before a site's name in titles.
    private static func isBeforeName(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar {
        case "|", "_", "-", "–", "—", "｜": true
        default: false
        }
    }

    /// Whether a name stands in a legal line of the page or is its source: a first crumb alone may be a section.
    private static func isTold(_ name: String, _ lines: PageText, _ legalLines: [Int], _ source: SourceLine?) -> Bool {
        if source?.name == name { return true }
        let folded = TextFold.fold(name)
        return legalLines.contains { block in
            lines.isShortLine(block, limit: 600) && TextFold.contains(lines.folded(block), folded)
        }
    }

    /// Legal lines that are read; a page with more is a list of such.
    private static let maximumLegalLines = 256

    /// The blocks outside of the body that may be legal lines, the first ones.
    static func legalLines(_ lines: PageText) -> [Int] {
        Array(
            lines.page.blocks.indices.lazy.filter {
                !lines.isBody($0) && lines.ask($0, LegalReader.isLegal) && !lines.isInFigure(lines.element($0))
            }.prefix(maximumLegalLines))
    }

    /// What the page's legal lines state.
    static func legal(_ lines: PageText, _ legalLines: [Int]) -> LegalFacts {
        var facts = LegalFacts()
        for block in legalLines.prefix(64) { facts.merge(LegalReader.read(lines.text(block))) }
        return facts
    }

    /// The breadcrumb: linked data, a line with a label, navigation markup, a line without a label.
    static func breadcrumb(facts: PageFacts, linked: LinkedArticle, lines: PageText, title: String?) -> (
        path: [String], block: Int?
    ) {
        var line: (path: [String], block: Int)?
        let end = min(lines.bodyStart, lines.count)
        for block in max(0, end - 400)..<end where lines.isShortLine(block) {
            guard lines.ask(block, Crumbs.holdsSeparator) else { continue }
            if let path = Crumbs.line(lines.text(block)) { line = (path, block) }
        }
        var path = linked.breadcrumb
        if path.count < 2, let marked = facts.crumbs.max(by: { $0.count < $1.count }) { path = marked }
        if path.count < 2, let line { path = line.path }
        return (withoutTitle(path, title), line?.block)
    }

    /// A path up to the article itself: its title, whole, in part or put otherwise, or an item too long to name a section.
    private static func withoutTitle(_ path: [String], _ title: String?) -> [String] {
        let title = title.map(TitleWording.init)
        guard path.count > 1 else { return path.filter { title?.isIn($0) != true } }
        var kept = path
        if let title, let place = path.dropFirst().firstIndex(where: title.isIn) { kept = Array(path[..<place]) }
        if kept.count > 1, let last = kept.last,
            TitleParts.columns(last) > SectionRule.maximumColumns || last.hasSuffix("?")
                || title?.isAlike(last) ?? false
        {
            kept.removeLast()
        }
        return kept
    }
}
