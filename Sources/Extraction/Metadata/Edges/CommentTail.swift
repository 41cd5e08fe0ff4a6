internal import Lexicon
internal import Normalization

/// Finds the rules of commenting, and comments, that a body ends with: below a brief they are the longest text of the page and read like
/// its article.
enum CommentTail {
    /// The blocks of the body from the line on that heads them, or none.
    ///
    /// A line by itself must say that comments follow (`Comment policy`) or a text be a rule of commenting, and half of what follows, by
    /// bytes, must speak of comments, moderators and the like; behind a line that counts them (`3 comments`) what follows must be less
    /// than what stands before.
    static func blocks(_ lines: PageText) -> [Int] {
        guard let first = lines.body.first else { return [] }
        let candidates = lines.body.suffix(longest).filter {
            $0 != first && (heads($0, lines) || CommentLine.isRule(lines.cues($0)))
        }
        guard !candidates.isEmpty else { return [] }
        let all = lines.body.reduce(0) { $0 + lines.size($1) }
        var (total, spoken) = (0, 0)
        var found: Int?
        // From the end backwards, so that each block is asked once; the first head that holds is the answer.
        for block in lines.body.suffix(longest).reversed() {
            total += lines.size(block)
            if CommentLine.speaks(lines.cues(block)) { spoken += lines.size(block) }
            guard candidates.contains(block) else { continue }
            if 2 * spoken >= total || total < all - total && counts(block, lines) { found = block }
        }
        return found.map { head in lines.body.filter { $0 >= head } } ?? []
    }

    /// Blocks of the longest such tail.
    private static let longest = 24

    private static func heads(_ block: Int, _ lines: PageText) -> Bool {
        guard lines.size(block) <= 90, lines.ask(block, mayBeFew), !lines.isSentence(block) else { return false }
        let words = lines.text(block).lowercased().split { !$0.isLetter }
        guard (1...5).contains(words.count) else { return false }
        return headings.contains(TextFold.fold(words.joined()))
            || words.count <= 2 && words.contains { headings.contains(TextFold.fold(String($0))) }
    }

    /// Whether a text may have no more than five words: told by its ASCII letters alone.
    private static func mayBeFew(_ text: Span<UInt8>) -> Bool {
        var (words, isInWord) = (0, false)
        for index in text.indices {
            let isOfWord = text[index] >= 0x80 || (text[index] | 0x20) &- 0x61 < 26
            if isOfWord, !isInWord { words += 1 }
            isInWord = isOfWord
        }
        return words <= 5
    }

    /// Whether a line says how many comments there are.
    static func counts(_ block: Int, _ lines: PageText) -> Bool {
        lines.ask(block, mayCount) && heads(block, lines) && lines.text(block).contains { $0.isNumber }
    }

    /// Whether a text holds a digit, or a sign that may be one.
    private static func mayCount(_ text: Span<UInt8>) -> Bool {
        for index in text.indices where text[index] &- 0x30 < 10 || text[index] >= 0x80 { return true }
        return false
    }

    /// Lines that head them, without numbers, folded.
    private static let headings = Keyword.lines(.comment).union(titles.map { TextFold.fold($0.filter(\.isLetter)) })

    /// Such lines beside the words that head comments. A test has a row for each.
    static let titles = Lexicon.all { $0.comments.titles }
}
