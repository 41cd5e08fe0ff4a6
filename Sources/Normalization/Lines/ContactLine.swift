import Lexicon

/// Lines that ask readers to call, write or report: they belong to no field of an event.
public enum ContactLine {
    /// Whether a line is such a contact line (报料热线, 纠错, 举报电话, "Tip line:", "Report a typo"): cheap, on bytes.
    ///
    /// Only short lines are; a paragraph that gives a telephone number is text.
    public static func isContact(_ line: Span<UInt8>, _ cues: () -> Cues) -> Bool {
        line.count >= 4 && line.count <= 360 && cues().holds(.contact)
    }

    /// Where a contact begins that hangs on something else (`作者：张三 纠错：…`), from a byte on; otherwise `nil`.
    static func start(in line: Span<UInt8>, from start: Int = 0) -> Int? {
        guard let phrase = glued.first(in: line, from: start), phrase.lowerBound > start else { return nil }
        return phrase.lowerBound
    }

    /// A line up to the contact that hangs on its end.
    static func without(_ line: String) -> String {
        guard let start = start(in: line.utf8.span) else { return line }
        let signs: Set<Character> = [" ", "|", "｜", "(", "（", "[", "【", ",", "，", ";", "；", "·"]
        var text = String(decoding: line.utf8.prefix(start), as: UTF8.self)[...]
        while let last = text.last, signs.contains(last) { text.removeLast() }
        return String(text)
    }

    /// Phrases that only contact lines hold.
    static let phrases = Lexicon.all { $0.edges.contacts }

    /// Behind something else the bare word says it.
    private static let glued = WordSigns(phrases + Lexicon.all { $0.edges.bareContacts })
}
