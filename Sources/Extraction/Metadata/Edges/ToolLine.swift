internal import Lexicon
internal import Text

/// Lines of buttons: `Share Print Save`, `A- A+`, `KommentareDruckenTeilen`, whose words a style sheet sets apart.
enum ToolLine {
    /// Whether a block holds nothing but what such buttons say.
    static func isOne(_ block: Int, _ lines: PageText) -> Bool {
        guard lines.isShortLine(block, limit: 90), lines.ask(block, mayBegin), !lines.isSentence(block) else {
            return false
        }
        let parted = lines.parted(block)
        let text = contains(parted.utf8.span, "A-A+") ? parted.replacing("A-A+", with: "A- A+ ") : parted
        let words = text.split(separator: " ").filter { !$0.allSatisfy(isMark) }.map(fold)
        guard words.count > 1, words.count <= 12 else { return false }
        var index = 0
        while index < words.count {
            let longest = (1...min(4, words.count - index)).last {
                phrases.contains(Array(words[index..<index + $0].joined()))
            }
            guard let longest else { return false }
            index += longest
        }
        return true
    }

    /// Whether a text begins as any of the phrases does: few texts do.
    private static func mayBegin(_ text: Span<UInt8>) -> Bool {
        let beginning = DedupFold.fold(text.extracting(first: UTF8Scalars.boundary(in: text, atMost: 16)))
        return (1...3).contains { beginnings.contains(Array(beginning.prefix($0))) }
    }

    /// The first bytes of the phrases, folded; shorter phrases whole.
    private static let beginnings = Set(phrases.map { Array($0 == [0] ? TextFold.fold("A") : Array($0.prefix(3))) })

    private static func fold(_ word: Substring) -> [UInt8] {
        let sizes = ["A-", "A+", "A−", "A--", "A++"]
        return sizes.contains(String(word)) ? [0] : TextFold.fold(String(word))
    }

    private static func isMark(_ character: Character) -> Bool { "|·•,/:+-–—".contains(character) }

    private static let phrases: Set<[UInt8]> =
        Keyword.lines(.share, .comment, .advertisement).union(others.map(TextFold.fold)).union([[0]])

    /// What buttons say beside sharing and commenting. A test has a row for each.
    static let others =
        Lexicon.all { $0.edges.tools }
        + [
            "A", "AA", "Aa", "X", "instagram", "telegram", "linkedin", "pinterest", "reddit",
        ]
}
