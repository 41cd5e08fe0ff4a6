import Lexicon

/// Lines that speak of readers' comments.
public enum CommentLine {
    /// Whether a text speaks of comments, of those who write or of those who watch over them.
    public static func speaks(_ text: Span<UInt8>) -> Bool { spoken.isIn(text) }

    /// Whether a text is one of the rules that readers are asked to keep when they comment.
    public static func isRule(_ text: Span<UInt8>) -> Bool { ruled.isIn(text) }

    private static let spoken = WordSigns(words)
    private static let ruled = WordSigns(rules)

    /// Beginnings of words. A test has a row for each.
    static let words = Lexicon.all { $0.comments.words }

    /// Phrases of such rules. A test has a row for each.
    static let rules = Lexicon.all { $0.comments.rules }
}
