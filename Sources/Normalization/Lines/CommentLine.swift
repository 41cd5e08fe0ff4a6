import Lexicon

/// Lines that speak of readers' comments.
public enum CommentLine {
    /// Whether a text speaks of comments, of those who write or of those who watch over them.
    public static func speaks(_ cues: Cues) -> Bool { cues.holds(.comments) }

    /// Whether a text is one of the rules that readers are asked to keep when they comment.
    public static func isRule(_ cues: Cues) -> Bool { cues.holds(.commentRule) }

    /// Beginnings of words. A test has a row for each.
    static let words = Lexicon.all { $0.comments.words }

    /// Phrases of such rules. A test has a row for each.
    static let rules = Lexicon.all { $0.comments.rules }
}
