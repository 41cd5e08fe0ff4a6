import Pages

/// The words of one language that rules look for on pages, by what they are for: a file a language in `Languages`.
///
/// A word that several languages share stands in each of them. "Folded" words are lower case without accents, as rules
/// compare them; all others stand as pages write them. What follows a word is said where it matters.
///
/// A class, so that asking for one list does not copy the references to all others.
public final class Language: Sendable {
    /// Its primary subtags in BCP 47: one, or several that pages use for it.
    public let codes: [String]
    /// Words of times: of dates, clocks and times told from now.
    public let times: Times
    /// Words that name people and what they do, or that stand beside names.
    public let people: People
    /// Words that say where an article comes from and where on its site it stands.
    public let places: Places
    /// Words of legal lines: whose the rights are, what licences a site holds, what its companies are called.
    public let rights: Rights
    /// Lines around an article that are not part of it: what leads to other pages, whom to write to, what the site
    /// says of itself.
    public let edges: Edges
    /// Words of readers' comments and of the rules for them; compared without letter case and accents.
    public let comments: Comments
    /// Words of pages that stand in place of an article, and of pages that every site has beside its articles.
    public let standIns: StandIns

    init(
        codes: [String], times: Times = Times(), people: People = People(), places: Places = Places(),
        rights: Rights = Rights(), edges: Edges = Edges(), comments: Comments = Comments(),
        standIns: StandIns = StandIns()
    ) {
        self.codes = codes
        self.times = times
        self.people = people
        self.places = places
        self.rights = rights
        self.edges = edges
        self.comments = comments
        self.standIns = standIns
    }
}

extension Language {
    /// Words of times: of dates, clocks and times told from now.
    public struct Times: Sendable {
        /// Names of months that mean nothing else in any language: twelve rows, January first, of words with spaces
        /// between. Compared without letter case and accents.
        public var months: [String] = []
        /// Names of months that are everyday words, people's names or other months in other languages, read in texts
        /// of their own only: twelve rows, or none.
        public var ownMonths: [String] = []
        /// The months of the Iranian calendar, in their order.
        public var persianMonths: [String] = []
        /// Abbreviations of months with a full stop in them, in order, each without its last full stop.
        public var dottedMonths: [String] = []
        /// First words of a name of two words that means October, or November: the second word says which.
        public var octoberPairs: [String] = []
        /// First words of such a name that means December, or January.
        public var decemberPairs: [String] = []
        /// Second words of such a name that mean the first of the two months.
        public var pairFirsts: [String] = []
        /// Second words of such a name that mean the second.
        public var pairSeconds: [String] = []
        /// Words before a month's number.
        public var monthPrefixes: [String] = []
        /// Words before a year's number.
        public var yearPrefixes: [String] = []
        /// What stands behind a year's number.
        public var yearMarks: [String] = []
        /// What stands behind a month's number.
        public var monthMarks: [String] = []
        /// What stands behind a day's number.
        public var dayMarks: [String] = []
        /// What stands behind the number of hours of a clock time.
        public var hourMarks: [String] = []
        /// What stands behind that of minutes.
        public var minuteMarks: [String] = []
        /// What stands behind that of seconds.
        public var secondMarks: [String] = []
        /// Words for the first half of the day beside a clock time.
        public var mornings: [String] = []
        /// Words for its second half.
        public var afternoons: [String] = []
        /// Endings of a day that is an ordinal number.
        public var ordinals: [String] = []
        /// Words between the parts of a date and a clock time.
        public var fillers: [String] = []
        /// Weekdays.
        public var weekdays: [String] = []
        /// Words of two characters for the first half of the day, before a clock time.
        public var wideMornings: [String] = []
        /// Such words for its second half.
        public var wideAfternoons: [String] = []
        /// Words of two characters between the parts of a date and a clock time.
        public var wideFillers: [String] = []
        /// Words of two characters before the number of a weekday.
        public var wideWeekdays: [String] = []
        /// Units of a time told from now, behind a number, in scripts without spaces.
        public var wideUnits: [String] = []
        /// What follows such a unit, with its space where there is one.
        public var wideAgo: [String] = []
        /// Words before a number that make it a time told from now: German "vor", Spanish "hace". Folded.
        public var before: [String] = []
        /// Phrases of three words before a number that do so: "il y a". Folded.
        public var beforePhrases: [String] = []
        /// Words before a number that do so and may hang on the word before them.
        public var gluedBefore: [String] = []
        /// Words behind a number and its unit that do so: "ago". Folded.
        public var behind: [String] = []
        /// What makes a number of minutes the time that reading takes, behind the unit: "de lectura". Folded.
        public var readings: [String] = []
        /// Units of time, in the forms that stand behind a number. Folded.
        public var units: [String] = []
        /// Words behind a clock time that belong to it: "uhr". Folded.
        public var clockWords: [String] = []
        /// Words beside a time that is that of a change: "updated".
        public var changes: [String] = []
    }
}

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

extension Language {
    /// Words of legal lines: whose the rights are, what licences a site holds, what its companies are called.
    public struct Rights: Sendable {
        /// Phrases that reserve rights, with which a notice may begin: "all rights reserved". Compared without letter
        /// case and accents.
        public var reserved: [String] = []
        /// Phrases that reserve rights and stand within a notice: "rights reserved". Compared without letter case and
        /// accents.
        public var reservedWithin: [String] = []
        /// Words that speak of rights, in menus too: no notice begins with one. Compared without letter case and
        /// accents.
        public var mentions: [String] = []
        /// What a line holds that states a licence or a registration. Compared without letter case and accents.
        public var licences: [String] = []
        /// What licences' names end with; their number follows.
        public var licenceEndings: [String] = []
        /// What a line holds that names a company.
        public var companySigns: [String] = []
        /// What companies' names end with, without a space before it: "有限公司".
        public var companyEndings: [String] = []
        /// Legal forms of companies, as words of their own: "gmbh", "s.r.l.". Folded.
        public var companyForms: [String] = []
        /// Legal forms that are also everyday words or abbreviations of other things, which count with a capital
        /// letter only: "ag". Folded.
        public var commonForms: [String] = []
        /// Legal forms of one word that end the name of a company, without full stops. Folded.
        public var legalForms: [String] = []
        /// Legal forms of several words that do so, without full stops, with a space before. Folded.
        public var longForms: [String] = []
        /// Legal forms that do so in capitals only: in small letters they are part of names.
        public var capitalForms: [String] = []
        /// Legal forms that do so without a space before.
        public var wideForms: [String] = []
        /// What companies' names begin with, without a space behind it.
        public var companyBeginnings: [String] = []
        /// Words with which a legal form goes on. Folded.
        public var formParts: [String] = []
        /// Words for "and" within companies' names. Folded.
        public var companyAnds: [String] = []
        /// Other small words that no company's name begins with. Folded.
        public var companyArticles: [String] = []
        /// Words before a company's name that are not part of it. Folded.
        public var companyBoundaries: [String] = []
        /// Words glued to a company's name, before or behind it, that are not part of it.
        public var companyLabels: [String] = []
        /// What begins a menu, the credit of a page's makers or the terms of use behind a notice. Compared without
        /// letter case and accents.
        public var menus: [String] = []
        /// Words behind the word Copyright that make it an item of a menu or a word of a sentence. Folded.
        public var behindCopyright: [String] = []
        /// Words of a notice that are not part of its holder's name: "by". Folded.
        public var noHolders: [String] = []
        /// Articles that names of papers begin with, and people's do not.
        public var paperArticles: [String] = []
        /// Labels of a picture's credit, with their colon where they have one. Compared without letter case and
        /// accents.
        public var creditLabels: [String] = []
        /// What credits of pictures hold in place of a notice's holder. Compared without letter case and accents.
        public var creditWords: [String] = []
    }
}

extension Language {
    /// Lines around an article that are not part of it: what leads to other pages, whom to write to, what the site
    /// says of itself.
    public struct Edges: Sendable {
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
        /// Phrases about what the site earns by its links or asks of its users, and who may reprint the article.
        /// Compared without letter case and accents.
        public var notices: [String] = []
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
        /// Titles of policies and terms, whole. Compared without letter case and accents.
        public var housePages: [String] = []
    }
}

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
