import Lexicon
import Text

/// What a word can mean inside a stated time.
struct TimeWord: Sendable, Equatable {
    enum Kind: UInt8, Sendable {
        /// A month, 1...12.
        case month
        /// First half of a two-word Arabic month; the value is the month when "the first" follows.
        case monthPair
        /// "The first" (0) or "the second" (1) behind a ``monthPair``.
        case pairOrder
        /// The Vietnamese word before a month's number, and the one before the year's.
        case monthPrefix, yearPrefix
        /// 년 and its like.
        case year, monthUnit, day, hour, minute, second
        /// Morning (0), afternoon (1).
        case meridiem
        /// A month of the Iranian calendar, 1...12.
        case persianMonth
        /// Words between the parts (at, um, de, года) and weekdays.
        case filler
        /// `st`, `nd`, `er` behind a day.
        case ordinal
    }
    var kind: Kind
    var value: Int
}

/// The words of stated times in many languages by what they mean. All are matched folded: lower case, without accents.
enum TimeWords {
    /// Abbreviations of months with a full stop in them, each without its last one, and their month, 1...12.
    static let dottedMonths: [(word: [UInt8], month: Int)] = Lexicon.languages.flatMap { language in
        language.times.dottedMonths.enumerated().map { (Array($1.utf8), $0 + 1) }
    }

    /// Other words: kind, value, words. Earlier rows win.
    private static let others: [(TimeWord.Kind, Int, [String])] = [
        (.monthPair, 10, Lexicon.all { $0.times.octoberPairs }),
        (.monthPair, 12, Lexicon.all { $0.times.decemberPairs }),
        (.pairOrder, 0, Lexicon.all { $0.times.pairFirsts }),
        (.pairOrder, 1, Lexicon.all { $0.times.pairSeconds }),
        (.monthPrefix, 0, Lexicon.all { $0.times.monthPrefixes }),
        (.yearPrefix, 0, Lexicon.all { $0.times.yearPrefixes }),
        (.year, 0, Lexicon.all { $0.times.yearMarks }),
        (.monthUnit, 0, Lexicon.all { $0.times.monthMarks }),
        (.day, 0, Lexicon.all { $0.times.dayMarks }),
        (.hour, 0, Lexicon.all { $0.times.hourMarks }),
        (.minute, 0, Lexicon.all { $0.times.minuteMarks }),
        (.second, 0, Lexicon.all { $0.times.secondMarks }),
        (.meridiem, 0, Lexicon.all { $0.times.mornings }),
        (.meridiem, 1, Lexicon.all { $0.times.afternoons }),
        (.ordinal, 0, Lexicon.all { $0.times.ordinals } + ["º", "ª"]),
        (.filler, 0, Lexicon.all { $0.times.fillers }),
        (.filler, 1, Lexicon.all { $0.times.weekdays }),
    ]

    /// Folded words by their hash. Earlier meanings win: months before fillers ("mar" is a month first).
    static let table: [UInt64: TimeWord] = {
        var table: [UInt64: TimeWord] = [:]
        func add(_ word: String, _ meaning: TimeWord) {
            let key = WordFold.hash(word)
            if table[key] == nil { table[key] = meaning }
        }
        for (word, month) in MonthWords.everywhere { add(word, TimeWord(kind: .month, value: month)) }
        for (kind, value, words) in others {
            for word in words { add(word, TimeWord(kind: kind, value: value)) }
        }
        for language in Lexicon.languages {
            for (index, word) in language.times.persianMonths.enumerated() {
                add(word, TimeWord(kind: .persianMonth, value: index + 1))
            }
        }
        return table
    }()

    /// Folded months that are read in a text of one language only, by its code and their hash.
    static let byLanguage: [String: [UInt64: TimeWord]] = {
        var tables: [String: [UInt64: TimeWord]] = [:]
        for (language, months) in MonthWords.own {
            for (word, month) in months {
                tables[language, default: [:]][WordFold.hash(word)] = TimeWord(kind: .month, value: month)
            }
        }
        return tables
    }()
}
