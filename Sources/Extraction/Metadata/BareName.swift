internal import Normalization
internal import Pages
internal import Text

/// Finds an author whom a page names between headline and body without a word that says so: in the line of the day (`Ann Lee | April
/// 8, 2026`), in the line beside it, or as a link to the pages about its authors.
struct BareName {
    private let lines: PageText
    /// Links to pages about authors, between headline and body.
    private let links: [PersonFact]

    /// What stands there, and its block.
    struct Found {
        var text: String
        var block: Int
        /// Whether the block holds nothing else.
        var isWhole = true
    }

    init(_ lines: PageText, links: [PersonFact]) {
        self.lines = lines
        let start = lines.titleBlock.map(lines.element) ?? .max
        let end = lines.element(lines.bodyStart)
        self.links = links.filter { $0.element >= start && $0.element <= end && BylineReader.isName($0.text) }
    }

    /// The author, or `nil` where no line is surely a name.
    func find() -> Found? {
        guard let title = lines.titleBlock, title < lines.bodyStart else { return nil }
        let places = (title + 1)..<min(lines.bodyStart + 5, title + 13, lines.count)
        for block in places where lines.isShortLine(block, limit: 120) && !lines.isButton(block) {
            if let text = name(in: block, places) { return Found(text: text, block: block) }
        }
        return nil
    }

    private func name(in block: Int, _ places: Range<Int>) -> String? {
        let line = lines.parted(block)
        let parts = Self.parts(of: BylineReader.withoutTimes(line))
        let names = parts.filter { isName($0, block) }
        // The body's first line must be nothing else.
        guard let first = names.first, !lines.isBody(block) || names.count == parts.count else { return nil }
        if links.contains(where: { $0.text == first }) { return names.joined(separator: "; ") }
        if isDay(block) { return parts.count <= 3 ? names.joined(separator: "; ") : nil }
        guard !lines.isBody(block), [block - 1, block + 1].contains(where: { places.contains($0) && isDay($0) }) else {
            return nil
        }
        return parts.count == 1 || parts.count == 2 && parts[0] == first ? line : nil
    }

    private static let dashes: [StaticString] = [" - ", " – ", " — "]

    /// What bars, dots, commas and spaced dashes part.
    private static func parts(of line: String) -> [String] {
        var line = line
        for dash in dashes where contains(line.utf8.span, dash) { line.replace("\(dash)", with: "|") }
        return line.split { "|｜•·,/".contains($0) }.map(withoutDashes).filter { !$0.isEmpty }
    }

    private static func withoutDashes(_ part: Substring) -> String {
        let isDash = { (character: Character) in " -–—".contains(character) }
        return String(part.drop(while: isDash).reversed().drop(while: isDash).reversed())
    }

    /// Whether a part of a block is a name. A link's text is one where the link leads to a page about an author: sections look the
    /// same. Words that only meet are none.
    private func isName(_ part: String, _ block: Int) -> Bool {
        guard BylineReader.isName(part) else { return false }
        if lines.page.blocks[block].linkBytes > 0 { return links.contains { $0.text == part } }
        return lines.text(block).contains(part)
    }

    private func isDay(_ block: Int) -> Bool {
        lines.isShortLine(block, limit: 120) && TimeReader.first(in: lines.parted(block)) != nil
    }
}

/// Finds the author in a body's last line, where newspapers set who signs the article: `— Ann Lee`, or the name alone in bold or
/// italics; Chinese ones set it in brackets, behind the last sentence too.
enum Signature {
    /// The line's text without its dash, or the name in brackets, and its block.
    static func find(_ lines: PageText) -> BareName.Found? {
        guard lines.body.count > 2, let block = lines.body.last else { return nil }
        if lines.ask(block, endsWithBracket), let name = BylineReader.signature(of: lines.text(block)) {
            return BareName.Found(text: name, block: block, isWhole: lines.size(block) <= name.utf8.count + 6)
        }
        guard lines.isShortLine(block, limit: 60) else { return nil }
        let line = lines.parted(block)
        let name = Crumbs.trimmed(String(line.drop { "—–- ".contains($0) }))
        guard isPerson(name), name.count < line.count || lines.isEmphasised(block) else { return nil }
        return BareName.Found(text: name, block: block)
    }

    private static func endsWithBracket(_ text: Span<UInt8>) -> Bool { RunningText.lastSign(text) == .bracket }

    /// Whether a name is a person's: agencies sign in capitals or name themselves.
    private static func isPerson(_ name: String) -> Bool {
        let words = name.split(separator: " ")
        return BylineReader.isName(name) && !words.contains { $0.count > 2 && $0 == $0.uppercased() }
            && !isAgency(name) && !words.contains { others.contains(TextFold.fold(String($0))) }
    }

    /// Whether a name calls itself an agency.
    static func isAgency(_ name: String) -> Bool {
        name.split(separator: " ").contains { agencies.contains(TextFold.fold(String($0))) }
    }

    private static let agencies = Set(
        [
            "agency", "agencies", "agentur", "agence", "agencia", "agência", "agenzia", "agencja", "agentschap",
            "ajansı",
        ].map(TextFold.fold))

    private static let others = Set(
        ["news", "press", "presse", "prensa", "times", "post", "media", "staff", "team", "redaktion", "with"].map(
            TextFold.fold))
}

/// Knows addresses of pages about authors.
enum AuthorPath {
    /// Whether a folder of the path says so and a name follows: `/author/ann-lee`, `/redaktion/a-lee.html`.
    static func isIn(_ href: Span<UInt8>) -> Bool {
        var start = 0
        let end = min(href.count, 300)
        for index in 0..<end where href[index] == UInt8(ascii: "/") {
            if names(href.extracting(start..<index)), index + 1 < href.count { return true }
            start = index + 1
        }
        return false
    }

    private static func names(_ segment: Span<UInt8>) -> Bool {
        guard segment.count >= 5, segment.count <= 12, initials & 1 << UInt32(segment[0] & 0x1F) != 0 else {
            return false
        }
        return folders.contains { folder in
            folder.count == segment.count && segment.indices.allSatisfy { segment[$0] | 0x20 == folder[$0] }
        }
    }

    private static let folders = [
        "author", "authors", "autor", "autores", "autoren", "autori", "autore", "auteur", "auteurs", "byline",
        "bylines", "columnist", "columnists", "columnista", "columnistas", "contributor", "contributors",
        "journalist", "journalists", "journaliste", "journalistes", "journalisten", "reporter", "reporters",
        "redakteur", "redakteure", "redaktion", "staff", "writer", "writers", "yazar", "yazarlar", "penulis",
    ].map { Array($0.utf8) }

    /// The first letters of the folders' names, a bit each.
    private static let initials = folders.reduce(UInt32(0)) { $0 | 1 << UInt32($1[0] & 0x1F) }
}
