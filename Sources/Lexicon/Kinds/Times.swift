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
        /// Units of a time told from now, behind a number, in scripts without spaces: seven rows, from seconds to years, of words with
        /// spaces between.
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
        /// Single words that do so: "read". Folded.
        public var readingWords: [String] = []
        /// Units of time, in the forms that stand behind a number: seven rows, from seconds to years, of words with spaces between.
        /// Compared without letter case and accents.
        public var units: [String] = []
        /// Words for one before such a unit: "an hour ago". Folded.
        public var ones: [String] = []
        /// Words for today where a time stands. Folded.
        public var todays: [String] = []
        /// Words for yesterday where a time stands. Folded.
        public var yesterdays: [String] = []
        /// Words behind a clock time that belong to it: "uhr". Folded.
        public var clockWords: [String] = []
        /// Words before a time that is that of the publication: "published".
        public var publications: [String] = []
        /// Words before the time of the first of several publications: "originally published".
        public var firsts: [String] = []
        /// Words before the time of something else, an event or a date by which something is due: "when".
        public var occasions: [String] = []
        /// Words beside a time that is that of a change: "updated".
        public var changes: [String] = []
    }
}
