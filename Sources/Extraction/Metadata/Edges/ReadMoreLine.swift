internal import Lexicon
internal import Normalization
internal import Text

/// Lines between the paragraphs of an article that lead on: to another article (`Also read: …`), or past an advertisement (`Story
/// continues below`).
enum ReadMoreLine {
    /// Whether a block of the body is one: the words alone, or the words and a link that is most of the line.
    static func isOne(_ block: Int, _ lines: PageText) -> Bool {
        guard lines.isShortLine(block, limit: 300) else { return false }
        if lines.size(block) <= 80, lines.ask(block, mayBegin) {
            let folded = TextFold.fold(lines.text(block).lowercased())
            if whole.contains(folded) || !isFollowed(block, lines) && labels.contains(folded) { return true }
        }
        if lines.isLink(block) { return startsWithLabel(lines.text(block).lowercased()) }
        guard lines.size(block) <= 160, lines.ask(block, { contains($0, ":") }) else { return false }
        return isTitled(lines.text(block).lowercased())
    }

    /// Whether a line without a link is a label of two words or more, a colon and a headline: links of some pages are made by scripts.
    private static func isTitled(_ line: String) -> Bool {
        guard let colon = line.prefix(40).firstIndex(of: ":"), line[..<colon].contains(" "),
            !RunningText.endsSentence(line.utf8.span)
        else { return false }
        return others.contains(TextFold.fold(String(line[..<colon])))
    }

    /// The labels that nothing else of an article begins with, folded.
    private static let others = Set(leading.map(TextFold.fold))

    /// Whether what stands behind a block is of the body too: a label whose links are gone leads nowhere.
    private static func isFollowed(_ block: Int, _ lines: PageText) -> Bool {
        block + 1 < lines.count && lines.isBody(block + 1)
    }

    /// Whether a line begins with a label and a sign behind it, or with one of several words.
    private static func startsWithLabel(_ line: String) -> Bool {
        let line = Substring(line.unicodeScalars.drop(while: opens))
        if let sign = line.unicodeScalars.prefix(60).firstIndex(where: isSign),
            labels.contains(TextFold.fold(String(line[..<sign])))
        {
            return true
        }
        // "Learn more about the harbour here." is the article's own sentence.
        guard !RunningText.endsSentence(String(line).utf8.span) else { return false }
        var words: [Substring] = []
        for word in line.split(separator: " ", maxSplits: 5).prefix(4) {
            words.append(word)
            if words.count > 1, labels.contains(TextFold.fold(words.joined(separator: " "))) { return true }
        }
        return false
    }

    /// Whether a scalar stands before a label.
    private static func opens(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar {
        case "[", "(", ">", "»", " ", "•", "-", "【": true
        default: false
        }
    }

    /// Whether a scalar stands between a label and a headline.
    private static func isSign(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar {
        case ":", "：", "|", "｜", "»", ">", "–", "—", "】": true
        default: false
        }
    }

    /// Whether a text begins as any of those lines does, or with a letter that may change its case: few texts do.
    private static func mayBegin(_ text: Span<UInt8>) -> Bool {
        let beginning = DedupFold.fold(text.extracting(first: UTF8Scalars.boundary(in: text, atMost: 16))).prefix(2)
        return beginning.count < 2 || beginning.contains { $0 >= 0x80 }
            || beginnings.contains(UInt16(beginning[0]) << 8 | UInt16(beginning[1]))
    }

    /// The first two bytes of the lines and labels, folded.
    private static let beginnings = Set(
        whole.union(labels).filter { $0.count >= 2 }.map { UInt16($0[0]) << 8 | UInt16($0[1]) })

    /// Whole lines, folded.
    private static let whole = Keyword.lines(.advertisement, .readMore).union(passing.map(TextFold.fold))

    /// What stands before the headline of another article, folded.
    private static let labels = Keyword.lines(.related, .readMore).union(others)

    /// Lines that an advertisement, a player or a gallery stands behind. A test has a row for each.
    static let passing = Lexicon.all { $0.edges.passing }

    /// Words before another article's headline, beside those that head lists of related articles. A test has a row for each.
    static let leading = Lexicon.all { $0.edges.readMore }
}
