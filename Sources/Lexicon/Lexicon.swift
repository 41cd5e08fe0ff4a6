public import Pages

/// The words of all languages.
public enum Lexicon {
    /// The languages, in a fixed order.
    public static let languages: [Language] = [
        .english, .german, .french, .spanish, .portuguese, .italian, .dutch, .swedish, .norwegian, .danish, .finnish,
        .icelandic, .polish, .czech, .slovak, .hungarian, .romanian, .russian, .ukrainian, .belarusian, .bulgarian,
        .macedonian, .serbian, .croatian, .bosnian, .slovenian, .albanian, .greek, .lithuanian, .latvian, .estonian,
        .turkish, .azerbaijani, .uzbek, .kazakh, .turkmen, .mongolian, .armenian, .georgian, .catalan, .galician,
        .basque, .welsh, .irish, .scottishGaelic, .breton, .maltese, .westFrisian, .luxembourgish, .afrikaans,
        .esperanto, .indonesian, .malay, .filipino, .vietnamese, .thai, .lao, .khmer, .burmese, .chinese, .japanese,
        .korean, .arabic, .persian, .pashto, .urdu, .centralKurdish, .kurdish, .hebrew, .hindi, .marathi, .nepali,
        .bengali, .assamese, .punjabi, .gujarati, .odia, .tamil, .telugu, .malayalam, .kannada, .sinhala, .amharic,
        .swahili, .zulu, .hausa, .somali, .kinyarwanda, .igbo,
    ]

    /// The words of one kind in all languages, in their order, each word once.
    public static func all(_ words: (Language) -> [String]) -> [String] {
        var seen: Set<Word> = []
        return languages.flatMap(words).filter { seen.insert(Word(text: $0)).inserted }
    }

    /// The words for roles of one kind in all languages, each once, with the role it means.
    public static func all(
        roles: (Language) -> Language.Roles
    ) -> [(word: String, role: ContributorRole)] {
        var seen: Set<Word> = []
        return languages.flatMap { roles($0).all }.filter { seen.insert(Word(text: $0.word)).inserted }
    }

    /// A word that is the same as another with the same bytes: strings beyond ASCII are normalized to be hashed, which costs much at a start.
    private struct Word: Hashable {
        let text: String

        static func == (one: Word, other: Word) -> Bool { one.text.utf8.elementsEqual(other.text.utf8) }

        func hash(into hasher: inout Hasher) {
            var text = text
            text.withUTF8 { hasher.combine(bytes: UnsafeRawBufferPointer($0)) }
        }
    }

    /// The words of a row of a table, between single spaces.
    public static func words(of row: String) -> [String] {
        row.utf8.split(separator: UInt8(ascii: " ")).map { String(Substring($0)) }
    }

    /// The words of one kind that count in texts of their own language only, by its codes.
    public static func own(_ words: (Language) -> [String]) -> [String: [String]] {
        var table: [String: [String]] = [:]
        for language in languages where !words(language).isEmpty {
            for code in language.codes { table[code] = words(language) }
        }
        return table
    }
}
