extension Language {
    /// Words that name people and what they do, or that stand beside names.
    public struct People: Sendable {
        /// Markers before names, in scripts with spaces: "by", "von"; a colon belongs to those that need one. Folded.
        public var bylines = Roles()
        /// Markers of an author that are everyday words in other languages: read in texts of their own only. Folded.
        public var ownBylines: [String] = []
        /// Words behind a name, as words of their own, for what its bearer does.
        public var rolesBehind = Roles()
        /// Words for roles in scripts without spaces, before a name or behind it.
        public var wideRoles = Roles()
        /// Words glued before those that belong to the role.
        public var wideModifiers: [String] = []
        /// Words for roles that stand behind the place that a report comes from.
        public var wideReports: [String] = []
        /// Places that reports are dated from, and kinds of reports, glued to the reporter's name.
        public var wideDatelines: [String] = []
        /// Words for the paper itself, where an affiliation stands.
        public var wideOwn: [String] = []
        /// Words that begin what is no name: a contact, a source, a time, a sentence.
        public var wideStops: [String] = []
        /// What follows a word for a role in running text and is no name.
        public var wideNoNames: [String] = []
        /// Names of sections where names of people might stand: items of menus.
        public var sectionNames: [String] = []
        /// What names of columns and channels end with, and no person's.
        public var channelEndings: [String] = []
        /// What no name in brackets behind an article ends with.
        public var noNameEndings: [String] = []
        /// Words of Hangul as long as names that are none: places, labels.
        public var hangulNoNames: [String] = []
        /// Words that begin names of other things than people: "the". Folded.
        public var noBeginnings: [String] = []
        /// Words for "and" between two names. Folded.
        public var ands: [String] = []
        /// Words for "and" that count between whole names only, lower case.
        public var rareAnds: [String] = []
        /// Other words between names: "with". Folded.
        public var joiners: [String] = []
        /// Markers that a name may be glued to, with its capital letter: "ByJane".
        public var gluedBylines: [String] = []
        /// Markers that a list of several bylines repeats. Folded.
        public var repeatedBylines: [String] = []
        /// Words before the place that somebody reports from, as pages write them behind a name.
        public var reportedFrom: [String] = []
        /// Words that begin the place that somebody reports from, where a name might stand, as pages write them.
        public var reportedIn: [String] = []
        /// Phrases around the place that somebody reports from, before a name, `*` for the place. Folded.
        public var reportsFrom: [String] = []
        /// Words of buttons that hang on the end of a name. Folded.
        public var buttonsBehind: [String] = []
        /// Rows of surnames of one character.
        public var surnames: [String] = []
        /// Surnames of two characters.
        public var compoundSurnames: [String] = []
        /// Rows of characters that make a word for a role before them another word.
        public var roleBreakers: [String] = []
        /// Words of names that are lower case: "von", "de la". Folded.
        public var particles: [String] = []
        /// Words for what somebody is; a job title ends with one: "reporter". Folded.
        public var titles: [String] = []
        /// Words that stand before those in a job title: "senior". Folded.
        public var titleAdjectives: [String] = []
        /// Words of organisations' names, which no person's name holds: "newsroom". Folded.
        public var organisations: [String] = []
        /// Words by which a name calls itself an agency; compared without letter case and accents.
        public var agencies: [String] = []
        /// Words of the names of media that no signature below an article holds; compared without letter case and
        /// accents.
        public var unsigned: [String] = []
        /// Places that look like names of people: of two words, or in scripts without capitals. Folded.
        public var places: [String] = []
        /// Words that names of places begin with, and no person's: "new". Folded.
        public var placeBeginnings: [String] = []
        /// Words behind a name that begin a sentence about its bearer: "is". Folded.
        public var bios: [String] = []
        /// Last words of the names of accounts that feeds and systems publish under: "feed". Folded.
        public var accounts: [String] = []
        /// Words for those who write in a paper's name: "staff". Folded.
        public var desks: [String] = []
        /// Last words of the names of papers and stations, which may be surnames too. Folded.
        public var papers: [String] = []
        /// Surnames as one writes them, of one to three characters without spaces.
        public var wideSurnames: [String] = []
        /// What no text in brackets below an article ends with that is a name, where names may be of many characters.
        public var unsignedEndings: [String] = []
        /// Whole texts in brackets below an article that name nobody.
        public var unsignedNotes: [String] = []
        /// Whole texts of elements for names that are none: buttons, labels, heads of lists. Folded.
        public var noNames: [String] = []
        /// Words beside numbers and weekdays where a page says when: with those alone they are no name. Folded.
        public var timeWords: [String] = []
        /// Words that end the names of a line. Folded.
        public var stops: [String] = []
        /// Labels of an author in `meta` elements, as the usual plug-ins translate them; the name is the value of
        /// another element.
        public var writtenBy: [String] = []
    }
}
