extension Language {
    /// Words of pages that stand in place of an article, and of pages that every site has beside its articles.
    public struct StandIns: Sendable {
        /// Phrases that say that the page is not there, or that the server failed. Compared without letter case and
        /// accents.
        public var errors: [String] = []
        /// Words of titles of error pages, lower case: looser, as only pages without an article are asked.
        public var errorTitles: [String] = []
        /// Phrases that ask the reader to prove to be no robot. Compared without letter case and accents.
        public var robotChecks: [String] = []
        /// Phrases that say that the rest is for those who pay. Compared without letter case and accents.
        public var paywalls: [String] = []
        /// Phrases that ask the reader to log in. Compared without letter case and accents.
        public var logins: [String] = []
        /// Phrases that ask the reader to agree to cookies and the like. Compared without letter case and accents.
        public var consents: [String] = []
        /// Beginnings of words for personal data, in the text of a consent dialog. Compared without letter case and
        /// accents.
        public var personalData: [String] = []
        /// Beginnings of words for consent, for the grounds of processing and for those who share in it, in such a
        /// text. Compared without letter case and accents.
        public var grants: [String] = []
        /// Titles of pages of search results, whole; what was searched may follow behind a colon. Compared without
        /// letter case and accents.
        public var searches: [String] = []
        /// Beginnings of such titles that what was searched follows, with the space behind. Compared without letter
        /// case and accents.
        public var searchesFor: [String] = []
        /// Titles of policies, of terms, of imprints and of pages about the site or for who wants to write to it, whole. Compared without
        /// letter case and accents.
        public var housePages: [String] = []
    }
}
