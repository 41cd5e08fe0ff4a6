internal import Lexicon
internal import Normalization
internal import Pages

/// The lines with which an article ends: who edited it, whom to write to, whose it is.
enum EndLines {
    /// Blocks of the body that stand behind such a line and are no running text: prompts to scan, follow and download, which
    /// read like a short last line to a judge of single blocks.
    static func furniture(behindTheEndOf lines: PageText) -> [Int] {
        let total = lines.body.reduce(0) { $0 + lines.size($1) }
        var before = 0
        var end: Int?
        for (place, block) in lines.body.enumerated() where end == nil {
            before += lines.size(block)
            guard before * 2 > total else { continue }
            let next = place + 1 < lines.body.count ? lines.body[place + 1] : lines.bodyEnd
            end = (block..<next).first { ends($0, lines) }
        }
        guard let end else { return [] }
        return lines.body.filter { $0 >= end && (ends($0, lines) || isLegalLine($0, lines) || !isProse($0, lines)) }
    }

    /// Blocks of the body that name whom the press may ask: a label, and the short lines behind it.
    static func contacts(of lines: PageText) -> [Int] {
        var found: [Int] = []
        var group: [Int] = []
        for block in lines.body.suffix(lines.body.count / 2) {
            if let last = group.last {
                if last == block - 1, lines.isShortLine(block, limit: 100), !lines.isSentence(block) {
                    group.append(block)
                    continue
                }
                if group.contains(where: { lines.holdsAddress($0, digits: 6) }) { found += group }
                group = []
            }
            if isContact(block, lines) { found.append(block) }
            let isLabel =
                lines.isShortLine(block, limit: 48) && contactLabels.contains(TextFold.fold(lines.text(block)))
            if isLabel { group = [block] }
        }
        return group.contains(where: { lines.holdsAddress($0, digits: 6) }) ? found + group : found
    }

    /// Whether a line begins with such a label and its colon, and gives an address or a number: `Media contact: Ann Lee, +46 40 123 45`.
    private static func isContact(_ block: Int, _ lines: PageText) -> Bool {
        guard lines.isShortLine(block, limit: 200), lines.holdsAddress(block, digits: 6) else { return false }
        return lines.foldedLabel(block).map(contactLabels.contains) ?? false
    }

    /// Such labels, folded.
    private static let contactLabels = Set(contactWords.map(TextFold.fold))

    /// Such labels. A test has a row for each.
    static let contactWords = Lexicon.all { $0.edges.contactLabels }

    /// Whether a line ends an article. On HTML pages the model knows legal lines by their elements, and pages tell whom to
    /// write to in their midst: there only the editor's line is a sure sign.
    private static func ends(_ block: Int, _ lines: PageText) -> Bool {
        isEditorLine(block, lines) || lines.page.kind == .text && isLegalLine(block, lines)
    }

    private static func isLegalLine(_ block: Int, _ lines: PageText) -> Bool {
        guard lines.isShortLine(block, limit: 240) else { return false }
        return lines.ask(block, ContactLine.isContact) || lines.ask(block, LegalReader.isLegal)
    }

    private static func isEditorLine(_ block: Int, _ lines: PageText) -> Bool {
        guard lines.isShortLine(block, limit: 120), lines.ask(block, BylineReader.isByline) else { return false }
        let people = BylineReader.read(lines.text(block))
        return !people.isEmpty && people.allSatisfy { $0.role == .editor }
    }

    /// Whether a block ends as running text does: with a sentence, an item of an enumeration, a quotation or a remark in brackets.
    private static func isProse(_ block: Int, _ lines: PageText) -> Bool {
        lines.ask(block) { text in
            switch RunningText.lastSign(text) {
            case .sentenceEnd, .ellipsis, .comma, .closingQuote, .bracket: true
            default: false
            }
        }
    }
}
