extension Language {
    /// Words of readers' comments and of the rules for them; compared without letter case and accents.
    public struct Comments: Sendable {
        /// Beginnings of words that speak of comments, of those who write or of those who watch over them.
        public var words: [String] = []
        /// Phrases of the rules that readers are asked to keep when they comment.
        public var rules: [String] = []
        /// Lines, whole, lower case, that head comments or their rules.
        public var titles: [String] = []
    }
}
