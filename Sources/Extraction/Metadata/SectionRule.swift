internal import Normalization
internal import Pages

/// Finds the section that the page states for its article.
enum SectionRule {
    /// Longer texts are titles or sentences.
    static let maximumColumns = 60

    private static let metaNames = [
        "article:section", "parsely-section", "section", "og:section", "cxenseparse:section",
    ]

    /// What systems write where nobody chose a section, lower case.
    private static let placeholders: Set<String> = [
        "undefined", "null", "nil", "none", "n/a", "section", "uncategorized", "uncategorised", "unkategorisiert",
        "non classé", "sin categoría", "sin categoria", "sem categoria", "senza categoria", "geen categorie",
        "okategoriserade", "без рубрики", "без категории", "未分类", "未分類",
    ]

    /// The first stated section that names one.
    static func find(facts: PageFacts, linked: LinkedArticle) -> Finding? {
        let stated: [(texts: [String], origin: Origin, confidence: Double)] = [
            (linked.sections, .jsonLD, 0.9),
            (metaNames.flatMap { facts.metas[$0] ?? [] }, .meta, 0.85),
            (facts.items["articlesection"] ?? [], .microdata, 0.85),
        ]
        for (texts, origin, confidence) in stated {
            guard let name = texts.lazy.compactMap(name).first else { continue }
            return Finding(name, origin: origin, confidence: confidence)
        }
        return nil
    }

    /// The section that a text names, the first of a list; `nil` for addresses, numbers, days and placeholders.
    static func name(_ text: String) -> String? {
        let name = Crumbs.trimmed(first(of: Crumbs.trimmed(text)))
        guard TitleParts.columns(name) <= maximumColumns,
            name.unicodeScalars.contains(where: { $0.properties.isAlphabetic }),
            !placeholders.contains(name.lowercased()), !isAddress(name), TimeReader.first(in: name) == nil
        else { return nil }
        return name
    }

    /// The first item of a list: several commas, or one without a space. `Arts, Film & Music` is one name.
    private static func first(of text: String) -> String {
        let items = text.split(separator: ",", omittingEmptySubsequences: false)
        guard items.count > 1, let first = items.first, let last = items.last, !first.isEmpty else { return text }
        let isOneName = last.contains("&") || last.contains(" and ") || last.contains(" und ")
        return isOneName || items.count == 2 && last.hasPrefix(" ") ? text : String(first)
    }

    private static func isAddress(_ name: String) -> Bool {
        if name.contains("://") || name.hasPrefix("?") || name.hasPrefix("www.") { return true }
        guard !name.contains(" "), let dot = name.lastIndex(of: ".") else { return false }
        return ["html", "htm", "shtml", "xhtml", "php", "asp", "aspx", "jsp"].contains(name[name.index(after: dot)...])
    }
}
