internal import Lexicon
internal import Normalization

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
        return emphasised()
    }

    /// The name in bold or italics that stands alone on the body's first line or on the one before it, with running text behind.
    private func emphasised() -> Found? {
        let start = lines.bodyStart
        // Of several such lines each heads a part of the text.
        let others = lines.body.prefix(8).filter {
            $0 != start && lines.isShortLine($0, limit: 60) && lines.isEmphasised($0)
        }
        guard others.isEmpty else { return nil }
        for block in [start - 1, start] where block > lines.titleBlock ?? .max && block + 1 < lines.count {
            guard lines.isShortLine(block, limit: 60), lines.isEmphasised(block), !lines.isLink(block),
                !lines.isHeading(block), lines.isSentence(block + 1)
            else { continue }
            let text = lines.parted(block)
            if BylineReader.isName(text), !Signature.isAgency(text) { return Found(text: text, block: block) }
        }
        return nil
    }

    private func name(in block: Int, _ places: Range<Int>) -> String? {
        let line = lines.parted(block)
        let pieces = Self.parts(of: BylineReader.withoutTimes(line))
        let parts = pieces.flatMap(Self.people)
        let names = parts.filter { isName($0, block) }
        // The body's first line must be nothing else.
        guard let first = names.first, !lines.isBody(block) || names.count == parts.count else { return nil }
        if links.contains(where: { $0.text == first }) { return names.joined(separator: "; ") }
        if isDay(block) { return parts.count <= 3 ? names.joined(separator: "; ") : nil }
        guard !lines.isBody(block), [block - 1, block + 1].contains(where: { places.contains($0) && isDay($0) }) else {
            return nil
        }
        if pieces.count == 1, names.count > 1, names.count == parts.count { return names.joined(separator: "; ") }
        return pieces.count == 1 || pieces.count == 2 && pieces[0] == first ? line : nil
    }

    private static let dashes: [StaticString] = [" - ", " – ", " — "]

    /// What bars, dots, commas and spaced dashes part.
    private static func parts(of line: String) -> [String] {
        var line = line
        for dash in dashes where contains(line.utf8.span, dash) { line.replace("\(dash)", with: "|") }
        return line.split(whereSeparator: isBar).map(withoutDashes).filter { !$0.isEmpty }
    }

    private static func isBar(_ character: Character) -> Bool {
        switch character {
        case "|", "｜", "•", "·", ",", "/": true
        default: false
        }
    }

    /// The names of a part, joined by an `and`, without where they report from and what they do: `Ann Lee in London and Bob Ray (Paris)`;
    /// the part itself where that leaves anything else than names.
    private static func people(of part: String) -> [String] {
        var names: [[Substring]] = [[]]
        for word in part.split(separator: " ") {
            if joiners.contains(word.lowercased()) { names.append([]) } else { names[names.count - 1].append(word) }
        }
        let plain = names.map { words in
            words.prefix { !prepositions.contains($0[...]) && !$0.hasPrefix("(") }.joined(separator: " ")
        }
        return plain.allSatisfy(BylineReader.isName) ? plain : [part]
    }

    private static let joiners = Set(Lexicon.all { $0.people.ands + $0.people.rareAnds } + ["&"])
    private static let prepositions = Set(Lexicon.all { $0.people.reportedFrom }.map { Substring($0) })

    private static func withoutDashes(_ part: Substring) -> String {
        var part = part.drop(while: isDash)
        while let last = part.last, isDash(last) { part.removeLast() }
        return String(part)
    }

    private static func isDash(_ character: Character) -> Bool {
        switch character {
        case " ", "-", "–", "—": true
        default: false
        }
    }

    /// Whether a part of a block is a name. A link's text is one where the link leads to a page about an author: sections look the
    /// same. Words that only meet are none.
    private func isName(_ part: String, _ block: Int) -> Bool {
        guard BylineReader.isName(part) else { return false }
        if lines.page.blocks[block].linkBytes > 0 { return links.contains { $0.text == part } }
        return lines.text(block).contains(part)
    }

    private func isDay(_ block: Int) -> Bool {
        guard lines.isShortLine(block, limit: 120) else { return false }
        return TimeReader.first(in: lines.parted(block)) != nil || lines.ask(block, ReadingTimeLine.isIn)
    }
}
