import Lexicon

/// Names of months in many languages, with their month, 1...12.
///
/// Forms as CLDR 47 gives them for dates, with those that news pages use besides.
enum MonthWords {
    /// A name and its month.
    typealias Named = (word: String, month: Int)

    /// Names that mean nothing else anywhere, read in any text.
    static let everywhere: [Named] = Lexicon.languages.flatMap { named($0.times.months) }

    /// Names that are everyday words, people's names or other months in other languages, by the language in whose texts
    /// they are read.
    static let own: [(language: String, months: [Named])] = Lexicon.languages.compactMap { language in
        guard let code = language.codes.first, !language.times.ownMonths.isEmpty else { return nil }
        return (code, named(language.times.ownMonths))
    }

    /// The words of twelve rows, January first.
    private static func named(_ rows: [String]) -> [Named] {
        rows.enumerated().flatMap { index, row in
            Lexicon.words(of: row).map { ($0, index + 1) }
        }
    }
}
