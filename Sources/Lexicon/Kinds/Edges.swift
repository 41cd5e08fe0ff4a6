extension Language {
    /// Lines around an article that are not part of it: what leads to other pages, whom to write to, what the site
    /// says of itself.
    public struct Edges: Sendable {
        /// Words that ask for money or members: "donate". Folded as lines are.
        public var givings: [String] = []
        /// Words for what is asked for: "our journalism", and why.
        public var givers: [String] = []
        /// Words for how little it is: "a month".
        public var givenSums: [String] = []
        /// Labels before the headline under which another medium published the article. Compared without letter case
        /// and accents.
        public var originalTitles: [String] = []
        /// Words that may follow such a label in place of a colon.
        public var labelVerbs: [String] = []
        /// Phrases that say where the article stood first. Compared without letter case and accents.
        public var syndications: [String] = []
        /// Labels before what a publisher does not answer for. Compared without letter case and accents.
        public var disclaimers: [String] = []
        /// Phrases that ask to follow the account that published the article. Compared without letter case and
        /// accents.
        public var follows: [String] = []
        /// Phrases about what the site earns by its links or asks of its users, who may reprint the article, whose opinion it
        /// is, and what machine wrote or translated it. Compared without letter case and accents.
        public var notices: [String] = []
        /// What a site says of earning something, beside words for its links: "may earn", "earn a commission". Compared without letter
        /// case and accents.
        public var earnings: [String] = []
        /// Words for links by which one buys. Compared without letter case and accents.
        public var shopLinks: [String] = []
        /// How a line begins that asks to follow somebody on a network. Compared without letter case and accents.
        public var followings: [String] = []
        /// Names of such networks, where the language writes them in letters of its own. Compared without letter case and accents.
        public var networks: [String] = []
        /// Phrases in the place of what another site holds until the reader consents: "external content". Compared without
        /// letter case and accents.
        public var embeds: [String] = []
        /// Phrases of lines that ask readers to call, write or report. Compared without letter case and accents.
        public var contacts: [String] = []
        /// Words that begin such a line where it hangs on the end of another. Compared without letter case and
        /// accents.
        public var bareContacts: [String] = []
        /// Labels, whole, above the lines that say whom the press may ask; compared without letter case, spaces and
        /// punctuation.
        public var contactLabels: [String] = []
        /// Phrases for how long an article takes to read, beside a number. Compared without letter case and accents.
        public var readingTimes: [String] = []
        /// What an appeal offers to send to the reader: "newsletter". Compared without letter case and accents.
        public var letters: [String] = []
        /// How an appeal begins that offers it: "sign up for". Compared without letter case and accents.
        public var invitations: [String] = []
        /// Words before another article's headline; a colon or the headline follows: "also read". Compared without
        /// letter case, spaces and punctuation.
        public var readMore: [String] = []
        /// Whole lines that lead past an advertisement, a player or a gallery: "story continues below".
        public var passing: [String] = []
        /// What buttons beside an article say, apart from sharing and commenting; compared without letter case,
        /// spaces and punctuation.
        public var tools: [String] = []
    }
}
