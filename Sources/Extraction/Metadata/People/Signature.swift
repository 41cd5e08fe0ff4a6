internal import Lexicon
internal import Normalization

/// Finds the author in a body's last line, or in the one behind it, where newspapers set who signs the article: `— Ann Lee`, or the
/// name alone in bold or italics; Chinese ones set it in brackets, behind the last sentence too.
enum Signature {
    /// The line's text without its dash, or the name in brackets, and its block.
    static func find(_ lines: PageText, language: String?) -> BareName.Found? {
        guard lines.body.count > 2, let block = lines.body.last else { return nil }
        if lines.ask(block, endsWithBracket),
            let name = BylineReader.signature(of: lines.text(block), language: language)
        {
            return BareName.Found(text: name, block: block, isWhole: lines.size(block) <= name.utf8.count + 6)
        }
        if block + 1 < lines.count, lines.isShortLine(block + 1, limit: 40), lines.ask(block + 1, endsWithBracket),
            lines.text(block + 1).first.map({ "（(【〔［".contains($0) }) ?? false,
            let name = BylineReader.signature(of: lines.text(block + 1), language: language)
        {
            return BareName.Found(text: name, block: block + 1)
        }
        return signed(block, lines) ?? (block + 1 < lines.count ? signed(block + 1, lines) : nil)
    }

    /// The name that a line holds and nothing else: behind a dash, or emphasised.
    private static func signed(_ block: Int, _ lines: PageText) -> BareName.Found? {
        guard lines.isShortLine(block, limit: 60), !lines.isLink(block) else { return nil }
        let line = lines.parted(block)
        let name = Crumbs.trimmed(String(line.drop { "—–- ".contains($0) }))
        guard isPerson(name), name.count < line.count || lines.isEmphasised(block), !isHeading(block, lines) else {
            return nil
        }
        return BareName.Found(text: name, block: block)
    }

    /// Whether a line stands in the body too, where it heads a part of the text: nobody signs there.
    private static func isHeading(_ block: Int, _ lines: PageText) -> Bool {
        let folded = lines.folded(block)
        return lines.body.contains { $0 < block && lines.isFolded($0, to: folded) }
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
        Lexicon.all { $0.people.agencies }.map(TextFold.fold))

    private static let others = Set(
        Lexicon.all { $0.people.unsigned }.map(
            TextFold.fold))
}
