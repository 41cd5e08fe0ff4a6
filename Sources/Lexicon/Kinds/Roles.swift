import Pages

extension Language {
    /// Words that say what somebody did, by the role they mean.
    public struct Roles: Sendable {
        /// Wrote the article.
        public var author: [String] = []
        /// Reported it.
        public var reporter: [String] = []
        /// Reported it from where it happened.
        public var correspondent: [String] = []
        /// Edited it.
        public var editor: [String] = []
        /// Took its pictures.
        public var photographer: [String] = []
        /// Translated it.
        public var translator: [String] = []
        /// Checked it.
        public var reviewer: [String] = []

        /// All words, each with the role it means.
        var all: [(word: String, role: ContributorRole)] {
            ContributorRole.allCases.flatMap { role in words(of: role).map { ($0, role) } }
        }

        private func words(of role: ContributorRole) -> [String] {
            switch role {
            case .author: author
            case .reporter: reporter
            case .correspondent: correspondent
            case .editor: editor
            case .photographer: photographer
            case .translator: translator
            case .reviewer: reviewer
            }
        }
    }
}
