internal import Lexicon
internal import Text

/// Keywords as pages list them.
enum Tags {
    /// More tags than this are a site's, not an article's.
    private static let maximum = 30

    /// The keywords of one field: parts between commas, semicolons or their full-width forms.
    static func split(_ field: String) -> [String] {
        let parts = field.unicodeScalars.split(whereSeparator: isSeparator)
        return parts.map { unquoted(Crumbs.trimmed(String($0))) }.filter { !$0.isEmpty && $0.utf8.count < 120 }
    }

    /// A keyword without the quotes around it, or those that lost their partner.
    private static func unquoted(_ keyword: String) -> String {
        guard keyword.unicodeScalars.contains(where: isQuote) else { return keyword }
        let rest = Crumbs.stripped(keyword, of: isQuote)
        // `Project "Harbour"` keeps both of its own.
        return rest.unicodeScalars.contains(where: isQuote) ? keyword : Crumbs.trimmed(rest)
    }

    private static func isQuote(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar {
        case "\"", "“", "”", "„", "«", "»": true
        default: false
        }
    }

    private static func isSeparator(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar {
        case ",", "，", ";", "；", "、", "|": true
        default: false
        }
    }

    /// The links near the article, or all where none is: those further down are other articles'.
    static func near(_ links: [TextFact], _ lines: PageText) -> [String] {
        let near = lines.taggedElements.map { range in links.filter { range.contains($0.element) } } ?? []
        return (near.isEmpty ? links : near).map(\.text)
    }

    /// Whether a link leads to what the article is about, by a folder of its address that says so.
    static func leadsToTag(_ address: Span<UInt8>) -> Bool {
        // Few addresses hold the word at all.
        contains(address, "tag")
            && (contains(address, "/tag/") || contains(address, "/tags/") || contains(address, "/hashtag/"))
    }

    /// Whether a path is that of a tag's own page: `/tag/ferries/`, `/tags/ferries/page/2`; articles may lie in such a folder, with a date
    /// or a number.
    static func isTagPage(_ path: String) -> Bool {
        let folders = path.split(separator: "/").map { $0.lowercased() }
        guard let place = folders.lastIndex(where: { $0 == "tag" || $0 == "tags" || $0 == "hashtag" }) else {
            return false
        }
        let rest = folders[(place + 1)...]
        guard let name = rest.first, !contains(name.utf8.span, ".") else { return false }
        return rest.count == 1 || rest.count == 3 && rest[rest.startIndex + 1] == "page"
    }

    /// Whether a link leads to a section, as those of WordPress do that it calls tags too.
    static func leadsToCategory(_ address: Span<UInt8>) -> Bool { contains(address, "/category/") }

    /// The links near an article that are marked as tags; none when there are so many that they are the site's.
    static func marked(_ links: [TextFact], in lines: PageText) -> [String] {
        guard !links.isEmpty, let near = lines.taggedElements else { return [] }
        let paragraphs = Set(lines.body.map { lines.page.blocks[$0].element })
        let tags = links.filter { link in
            near.contains(link.element) && !paragraphs.contains(lines.page.elements[link.element].block)
        }.map { tag in
            withoutMarks(tag.text)
        }.filter { tag in
            !tag.isEmpty && TitleParts.columns(tag) <= SectionRule.maximumColumns && !Crumbs.leadsAway(tag)
                && !tag.utf8.contains(UInt8(ascii: "{"))
        }
        return tags.count <= 15 ? tags : []
    }

    /// The links behind a line behind the body that calls them tags: `Filed under`, `Archivado en`.
    static func labelled(in lines: PageText) -> [String] {
        let end = min(lines.count, lines.tail.upperBound + 8)
        guard let label = (min(lines.bodyEnd, end)..<end).first(where: { isLabel($0, lines) }) else { return [] }
        let list = label + 1 < lines.count ? parent(of: label + 1, lines) : nil
        let links = (label + 1..<lines.count).prefix(16).prefix {
            lines.isLink($0) && lines.isShortLine($0, limit: 80) && lines.page.blocks[$0].links <= 1
                && parent(of: $0, lines) == list
        }
        let paths = links.map { withoutMarks(lines.text($0)) }
        let isList = paths.count <= 15 && paths.allSatisfy { TitleParts.columns($0) <= 40 && !Crumbs.leadsAway($0) }
        return isList ? paths : []
    }

    /// The element that holds the element of a block.
    private static func parent(of block: Int, _ lines: PageText) -> Int32? {
        let element = Int(lines.page.blocks[block].element)
        return lines.page.elements.indices.contains(element) ? lines.page.elements[element].parent : nil
    }

    private static func isLabel(_ block: Int, _ lines: PageText) -> Bool {
        lines.isShortLine(block, limit: 60) && !lines.isLink(block) && labels.contains(lines.folded(block))
    }

    /// Whether a line is a label of tags, a colon and what they are.
    static func isLine(_ block: Int, _ lines: PageText) -> Bool {
        lines.foldedLabel(block).map(labels.contains) ?? false
    }

    private static let labels = Keyword.lines(.tags).union(more.map(TextFold.fold))
        .subtracting(["categories", "category"].map(TextFold.fold))

    /// What lists of tags are called beside what ``Keyword/tags`` has. A test has a row for each.
    static let more = Lexicon.all { $0.places.tags }

    /// A link's text without what stands before and behind tags in a list.
    private static func withoutMarks(_ text: String) -> String {
        Crumbs.trimmed(Crumbs.stripped(text, of: isMark))
    }

    private static func isMark(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar {
        case "#", ",", "，", "、", ";", "；", "|", "·", " ": true
        default: false
        }
    }

    /// The keywords of the first list that holds any of the article: each once, without the title, the site's name and codes.
    ///
    /// `isKeywords` lists are those of `meta` elements that many systems fill by themselves.
    static func chosen(_ lists: [(tags: [String], isKeywords: Bool)], title: String?, sites: [String], lines: PageText)
        -> [String]
    {
        let barred = Set(([title].compactMap { $0 } + sites).map(TextFold.fold))
        let words = title.map(titleWords) ?? []
        for (tags, isKeywords) in lists where !tags.isEmpty {
            let parts = tags.flatMap(parts)
            guard parts.count <= (isKeywords ? maximumKeywords : maximum) else { continue }
            var seen = barred
            let own = withoutTitle(parts, words).filter { isTag($0) && seen.insert(TextFold.fold($0)).inserted }
            if !own.isEmpty, !isKeywords || own.count < 4 || concerns(own, title, lines) { return own }
        }
        return []
    }

    /// More keywords than this are those of a site or of a machine that counts words.
    private static let maximumKeywords = 20

    /// The keywords of a value that is a list of its own: `Gaza,Israel`, `oceans, whales, wildlife`. `Food, Wine & Spirits` and
    /// `Mayer, Marissa` are one.
    private static func parts(_ value: String) -> [String] {
        let items = value.split(separator: ",", omittingEmptySubsequences: false)
        guard items.count > 1, let last = items.last else {
            return contains(value.utf8.span, ";") ? split(value) : [value]
        }
        let isTight = items.dropFirst().allSatisfy { !$0.hasPrefix(" ") } && !isNumber(items[1])
        let joins = joiners.contains(where: Crumbs.trimmed(String(last)).hasPrefix)
        return !joins && (isTight || items.count > 2) ? split(value) : [value]
    }

    /// Words for "and" with the space behind them, and their sign.
    private static let joiners = ["&"] + Lexicon.all { $0.places.tagAnds }.map { $0 + " " }

    private static func isNumber(_ text: Substring) -> Bool { text.first?.isNumber ?? false }

    /// Whether a keyword is one for readers: it has letters or is a year, and is no code of the system, no address, no sentence.
    static func isTag(_ tag: String) -> Bool {
        guard TitleParts.columns(tag) <= SectionRule.maximumColumns, !tag.utf8.contains(where: isOfCode),
            !tag.hasPrefix("_"), !tag.hasPrefix("@"), !contains(tag.utf8.span, "://"), !isCode(tag)
        else { return false }
        return tag.contains(where: \.isLetter)
            || tag.utf8.count == 4 && WholeNumber.of(tag, in: 1_000...2_100) != nil
    }

    /// Whether a byte is one of `{}=<>`.
    private static func isOfCode(_ byte: UInt8) -> Bool {
        byte == 0x7B || byte == 0x7D || (0x3C...0x3E).contains(byte)
    }

    /// Whether a keyword is written for machines: a UUID, a key with its value (`language:english`, `contentId: 12`,
    /// `NLP Category: General`).
    private static func isCode(_ tag: String) -> Bool {
        let parts = tag.split(separator: "-")
        if parts.map(\.utf8.count) == [8, 4, 4, 4, 12], tag.allSatisfy({ $0.isHexDigit || $0 == "-" }) { return true }
        guard let colon = tag.firstIndex(of: ":"), let first = tag.utf8.first else { return false }
        let (key, value) = (tag[..<colon], tag[colon...].dropFirst())
        let isWord = (0x61...0x7A).contains(first) && !contains(key.utf8.span, " ")
        let isKey = isWord || keys.contains(where: key.hasSuffix)
        return isKey && !value.isEmpty
    }

    private static let keys = ["Category", "Tokens"]

    private static func titleWords(_ title: String) -> [[UInt8]] {
        title.runsOfLettersAndDigits().prefix(64).map { TextFold.fold(String($0)) }
    }

    /// The keywords without those that are a title cut into its words: three or more in its order.
    private static func withoutTitle(_ tags: [String], _ words: [[UInt8]]) -> [String] {
        guard tags.count > 2, words.count > 2 else { return tags }
        var kept: [String] = []
        var (run, next): ([String], Int) = ([], 0)
        for tag in tags {
            let folded = TextFold.fold(tag)
            let reach = run.isEmpty ? words[...] : words[next..<min(next + 3, words.count)]
            if let place = reach.firstIndex(of: folded) {
                run.append(tag)
                next = place + 1
                continue
            }
            if run.count < 3 { kept += run }
            run = []
            kept.append(tag)
        }
        return run.count < 3 ? kept + run : kept
    }

    /// Whether title or body hold a word of any keyword.
    private static func concerns(_ tags: [String], _ title: String?, _ lines: PageText) -> Bool {
        let title = TextFold.fold(title ?? "")
        if tags.contains(where: { TextFold.contains(title, TextFold.fold($0)) }) { return true }
        let words = BodyWords(lines)
        return tags.contains(where: words.holdsAny)
    }
}
