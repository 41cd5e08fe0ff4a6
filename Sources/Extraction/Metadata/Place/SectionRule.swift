import Foundation
internal import Lexicon
internal import Markup
internal import Normalization
internal import Pages

/// Finds the section that the page states for its article.
enum SectionRule {
    /// Longer texts are titles or sentences.
    static let maximumColumns = 60

    private static let metaNames = [
        "article:section", "parsely-section", "section", "og:section", "cxenseparse:section", "columnname",
    ]

    /// What systems write where nobody chose a section, lower case.
    private static let placeholders = Set(
        Lexicon.all { $0.places.noSections } + ["undefined", "null", "nil", "none", "n/a"])

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

    /// The section that a link or a line above the headline names, or one between it and the body: the weakest statement, for a
    /// page may file its article in several or call a subject so.
    static func shown(_ facts: [TextFact], in lines: PageText, title: String?) -> Finding? {
        guard let block = lines.titleBlock, !facts.isEmpty else { return nil }
        let first = max(0, block - 3)
        let start = min(lines.element(first), Int(lines.page.blocks[first].element))
        let range = start...max(start, lines.element(lines.bodyStart))
        let near = facts.filter { range.contains($0.element) }
        // More are a menu, or the cards of other articles.
        guard Set(near.map(\.text)).count <= 4 else { return nil }
        let title = title.map(TextFold.fold)
        for fact in near where !Crumbs.leadsAway(fact.text) && !Crumbs.namesPage(fact.text) {
            guard let name = name(fact.text), TitleParts.columns(name) <= 40, TextFold.fold(name) != title else {
                continue
            }
            return Finding(name, origin: .text, confidence: 0.6)
        }
        return nil
    }

    /// The section that a link beside the headline leads to, when the page's own address lies below it: `/world/europe/` over
    /// `/world/europe/ferries-resume`.
    static func above(_ url: String?, in lines: PageText, _ document: Document?, title: String?, site: String?)
        -> Finding?
    {
        guard let document, let own = url.flatMap(WebAddress.init)?.path, let headline = lines.titleBlock else {
            return nil
        }
        let title = title.map(TextFold.fold)
        let end = max(headline, min(lines.bodyStart, headline + 8))
        for block in (max(0, headline - 4)..<end).reversed()
        where lines.isLink(block) && lines.page.blocks[block].links <= 1 && lines.isShortLine(block, limit: 60) {
            guard let node = lines.page.node(of: block), let link = link(at: node, document),
                let address = document.attribute(link, .href).map({ document.string($0) }), isFolder(address, of: own),
                let name = name(lines.text(block)), TitleParts.columns(name) <= 40, TextFold.fold(name) != title,
                !Crumbs.leadsAway(name), !Crumbs.isName(name), !name.hasSuffix("?"),
                site.map(TextFold.fold) != TextFold.fold(name)
            else { continue }
            return Finding(name, origin: .text, confidence: 0.65)
        }
        return nil
    }

    /// The link that holds a node, or that it holds.
    private static func link(at node: Node, _ document: Document) -> Node? {
        var here: Node? = node
        for _ in 0..<4 {
            guard let node = here else { break }
            if document.tag(node) == .a { return node }
            here = document.parent(node)
        }
        return document.descendants(of: node).prefix(12).first { document.tag($0) == .a }
    }

    /// Whether an address is that of a folder that a path lies in.
    private static func isFolder(_ address: String, of path: String) -> Bool {
        let stated = address.hasPrefix("/") && !address.hasPrefix("//") ? address : WebAddress(address)?.path
        guard var folder = stated.map({ $0.prefix { $0 != "?" && $0 != "#" } }) else { return false }
        while folder.last == "/" { folder.removeLast() }
        // Folders of two letters are those of languages.
        return folder.count > 3 && path.hasPrefix(folder + "/") && path.dropFirst(folder.count).contains { $0 != "/" }
    }

    /// The part of the page's machine title, behind the headline, that one of the folders of its address is called: `Fire in the hills
    /// | Sociedad | El Diario` at `/sociedad/`.
    static func titled(_ facts: PageFacts, url: String?) -> Finding? {
        guard let path = url.flatMap(WebAddress.init)?.path else { return nil }
        let folders = Set(path.split(separator: "/").dropLast().prefix(4).map { TextFold.fold(String($0)) })
        guard !folders.isEmpty else { return nil }
        for part in TitleParts(facts.titleElement).behind {
            guard let name = name(part), TitleParts.columns(name) <= 30 else { continue }
            let plain = TextFold.fold(name.folding(options: .diacriticInsensitive, locale: nil))
            if plain.count > 2, folders.contains(plain) { return Finding(name, origin: .titleElement, confidence: 0.7) }
        }
        return nil
    }

    /// The section that a text names, the first of a list; `nil` for addresses, numbers, days and placeholders.
    static func name(_ text: String) -> String? {
        let name = Crumbs.withoutSigns(first(of: Crumbs.trimmed(text)))
        guard TitleParts.columns(name) <= maximumColumns,
            name.unicodeScalars.contains(where: { $0.properties.isAlphabetic }),
            !placeholders.contains(name.lowercased()), !isAddress(name), !isFolder(name),
            TimeReader.first(in: name) == nil
        else { return nil }
        return name
    }

    /// The first item of a list: several commas, or one without a space. `Arts, Film & Music` is one name.
    private static func first(of text: String) -> String {
        let items = text.split(separator: ",", omittingEmptySubsequences: false)
        guard items.count > 1, let first = items.first, let last = items.last, !first.isEmpty else { return text }
        if items.dropFirst().allSatisfy({ !$0.hasPrefix(" ") }) { return String(first) }
        let isOneName = joiners.contains(where: last.contains)
        return isOneName || items.count == 2 && last.hasPrefix(" ") ? text : String(first)
    }

    /// Words for "and" with the spaces around them, and their sign.
    private static let joiners = ["&"] + Lexicon.all { $0.places.sectionAnds }.map { " \($0) " }

    /// Whether a name is a folder of the site or the name that its system has for a section: `/world/middle_east`.
    private static func isFolder(_ name: String) -> Bool {
        name.utf8.contains { $0 == UInt8(ascii: "/") || $0 == UInt8(ascii: "_") }
            && name.utf8.allSatisfy { $0 > 0x20 && $0 < 0x80 && !(0x41...0x5A).contains($0) }
    }

    private static func isAddress(_ name: String) -> Bool {
        if name.utf8.starts(with: "?".utf8) || name.utf8.starts(with: "www.".utf8) { return true }
        if Extraction.contains(name.utf8.span, "://") { return true }
        guard !name.utf8.contains(0x20), let dot = name.utf8.lastIndex(of: UInt8(ascii: ".")) else { return false }
        return ["html", "htm", "shtml", "xhtml", "php", "asp", "aspx", "jsp"].contains(name[name.index(after: dot)...])
    }
}
