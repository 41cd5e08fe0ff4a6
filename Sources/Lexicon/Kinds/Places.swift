extension Language {
    /// Words that say where an article comes from and where on its site it stands.
    public struct Places: Sendable {
        /// Labels before a source's name, in scripts with spaces; a colon follows. Folded.
        public var sources: [String] = []
        /// Labels before a source's name, in scripts without spaces; a colon or white space follows.
        public var wideSources: [String] = []
        /// Such labels that the name may follow at once.
        public var gluedSources: [String] = []
        /// Words that end a source's name: another label or a role follows.
        public var sourceEnds: [String] = []
        /// What a page states as the source of its own articles, without spaces and punctuation.
        public var ownSources: [String] = []
        /// What stands in place of a source that is not known or not told, whole, lower case.
        public var unknownSources: [String] = []
        /// Beginnings of credits, links and buttons that stand where a source might, lower case.
        public var noSources: [String] = []
        /// Words before a source's name, lower case, with what parts them from it.
        public var sourcePrepositions: [String] = []
        /// Names of regions that platforms set behind a source's name, with a space between.
        public var regions: [String] = []
        /// What names of media end with, where no space stands before it.
        public var media: [String] = []
        /// What names of sites end with, as the first item of a breadcrumb.
        public var siteEndings: [String] = []
        /// Beginnings of words beside an article's time that are no names.
        public var datelineNotes: [String] = []
        /// Names of a site's front page in breadcrumbs; compared without letter case, spaces and punctuation.
        public var homes: [String] = []
        /// What a line says before the path of a breadcrumb, lower case, without its colon: "you are here".
        public var crumbLabels: [String] = []
        /// What a breadcrumb is called for readers who do not see it, whole, lower case.
        public var crumbNames: [String] = []
        /// Last items of breadcrumbs that name the page itself instead of a section, whole, lower case: "article".
        public var pageWords: [String] = []
        /// Last items of breadcrumbs that name the article's text, without spaces and punctuation.
        public var textWords: [String] = []
        /// What links beside a breadcrumb do, whole, lower case: "print".
        public var actions: [String] = []
        /// How links beside a breadcrumb begin that say where they lead, lower case, with the space behind: "back to
        /// ".
        public var leadsBack: [String] = []
        /// What systems write where nobody chose a section, lower case: "uncategorized".
        public var noSections: [String] = []
        /// Words within an item of a breadcrumb behind which the article begins.
        public var textParts: [String] = []
        /// Words for "and" within the name of a section.
        public var sectionAnds: [String] = []
        /// Words for "and" within a tag, lower case.
        public var tagAnds: [String] = []
        /// What lists of tags are called, whole; compared without letter case, spaces and punctuation.
        public var tags: [String] = []
    }
}
