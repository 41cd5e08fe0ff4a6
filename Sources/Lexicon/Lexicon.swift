public import Pages

/// The words of all languages.
public enum Lexicon {
    /// The languages, in a fixed order.
    public static let languages: [Language] = [
        .english, .german, .french, .spanish, .portuguese, .italian, .dutch, .swedish, .norwegian, .danish, .finnish,
        .icelandic, .polish, .czech, .slovak, .hungarian, .romanian, .russian, .ukrainian, .bulgarian, .macedonian,
        .serbian, .croatian, .bosnian, .slovenian, .albanian, .greek, .lithuanian, .latvian, .estonian, .turkish,
        .azerbaijani, .georgian, .catalan, .basque, .welsh, .irish, .indonesian, .malay, .filipino, .vietnamese,
        .thai, .chinese, .japanese, .korean, .arabic, .persian, .urdu, .hebrew, .hindi, .bengali, .tamil, .swahili,
    ]

    /// The words of one kind in all languages, in their order, each word once.
    public static func all(_ words: (Language) -> [String]) -> [String] {
        var seen: Set<String> = []
        return languages.flatMap(words).filter { seen.insert($0).inserted }
    }

    /// The words for roles of one kind in all languages, each once, with the role it means.
    public static func all(roles: (Language) -> Language.Roles) -> [(word: String, role: ContributorRole)] {
        var seen: Set<String> = []
        return languages.flatMap { roles($0).all }.filter { seen.insert($0.word).inserted }
    }

    /// The words of one kind that count in texts of their language only, by its codes; languages without any are left out.
    public static func own(_ words: (Language) -> [String]) -> [String: [String]] {
        var table: [String: [String]] = [:]
        for language in languages where !words(language).isEmpty {
            for code in language.codes { table[code] = words(language) }
        }
        return table
    }
}
