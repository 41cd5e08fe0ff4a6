internal import Normalization
internal import Pages
internal import Text

/// Reads headlines out of the lines before the body: all that a text dump has, and a further witness on an HTML page.
struct LineTitles {
    private let lines: PageText
    /// Lines that state something else than a headline.
    private(set) var statements: Set<Int> = []

    /// Lines before the body that are looked at.
    static let reach = 24

    /// What the body's first paragraphs are about.
    private let words: BodyWords

    init(_ lines: PageText, words: BodyWords) {
        self.lines = lines
        self.words = words
        for block in window where states(block) { statements.insert(block) }
    }

    /// The lines that may hold the headline of a page without headings.
    var window: Range<Int> {
        let end = min(lines.bodyStart + 2, lines.count)
        return max(0, lines.bodyStart - Self.reach)..<end
    }

    /// Whether a line is a dateline, byline, source, breadcrumb, contact or legal line.
    private func states(_ block: Int) -> Bool {
        guard lines.isShortLine(block) else { return false }
        if lines.ask(block, BylineReader.isByline) || lines.ask(block, SourceReader.isSourceLine) { return true }
        if lines.ask(block, ContactLine.isContact) || lines.ask(block, LegalReader.isLegal) { return true }
        return isDateline(block) || Crumbs.line(lines.text(block)) != nil
    }

    /// Whether a line holds a time and little else.
    private func isDateline(_ block: Int) -> Bool {
        lines.ask(block) { text in
            guard text.count < 160, let time = TimeReader.first(in: text) else { return false }
            return time.hour != nil || time.range.count * 2 >= text.count
        }
    }

    /// Adds the lines as candidates; `related`: only those that share half of their words with the body.
    func add(to rule: inout TitleRule, related: Bool = false) {
        var seen: [[UInt8]: Int] = [:]
        for block in lines.page.blocks.indices where lines.size(block) <= TitleRule.maximumBytes {
            seen[lines.folded(block), default: 0] += 1
        }
        let first = lines.count > 0 ? lines.foldedBeginning(0) : []
        let last = window.last { !statements.contains($0) && !lines.isBody($0) }
        for block in window where !statements.contains(block) && lines.size(block) <= 300 {
            // A paragraph of the body, and the only one, are no headline.
            if lines.isBody(block), block != lines.bodyStart || lines.body.count == 1 { continue }
            let text = lines.text(block)
            // A caption may stand right before the body, and speak of the same.
            if LegalReader.creditsPicture(text.utf8.span) { continue }
            var signs: TitleSigns = .lineBeforeBody
            if block == last { signs.insert(.lastBefore) }
            if [block + 1, block + 2].contains(where: { statements.contains($0) }) { signs.insert(.beforeDateline) }
            if seen[lines.folded(block), default: 0] > 1 { signs.insert(.repeated) }
            if endsSentence(block) { signs.insert(.sentence) }
            if lines.page.blocks[block].bullet { signs.insert(.bullet) }
            if isLabel(block) || isTeaser(block) { signs.insert(.label) }
            switch lines.ask(block, share: words) {
            case let share? where share >= 0.5: signs.insert(.sharesWords)
            case let share? where share < 0.2: signs.insert(.sharesNoWords)
            default: break
            }
            if related, !signs.contains(.sharesWords) || signs.contains(.sentence) { continue }
            if block != 0, first.starts(with: lines.folded(block)) {
                signs.insert(.firstLine)
            }
            rule.add(text, signs, .text)
        }
    }

    /// Whether a line stands right behind one that leads to other articles, or one line further: it is another article's headline.
    private func isTeaser(_ block: Int) -> Bool {
        (max(0, block - 2)..<block).contains { lines.size($0) <= 60 && Self.leads.contains(lines.folded($0)) }
    }

    /// Lines that lead to other articles, folded.
    private static let leads = Keyword.lines(.related, .readMore)

    /// Whether a line ends with a colon or holds bars as a menu does, or is a label with a number behind it.
    private func isLabel(_ block: Int) -> Bool {
        let text = lines.text(block)
        if let last = text.last, ":：|｜>".contains(last) { return true }
        if text.filter({ "|｜>＞".contains($0) }).count > 1 { return true }
        guard let colon = text.firstIndex(where: { $0 == ":" || $0 == "：" }) else { return false }
        let label = text[..<colon]
        let rest = text[text.index(after: colon)...].drop { $0 == " " }
        return label.count <= 6 && rest.first?.isNumber == true && label.allSatisfy { $0.isLetter }
    }

    private func endsSentence(_ block: Int) -> Bool {
        lines.ask(block) { text in
            guard text.count > 3 else { return false }
            let isFullStop =
                text[text.count - 3] == 0xE3 && text[text.count - 2] == 0x80 && text[text.count - 1] == 0x82
            return isFullStop || text[text.count - 1] == UInt8(ascii: ".") || text[text.count - 1] == UInt8(ascii: ",")
        }
    }
}
