/// The words of all languages.
public enum Lexicon {
    /// The languages, in a fixed order.
    public static let languages: [Language] = [
        .english, .german, .french, .spanish, .portuguese, .italian, .dutch, .swedish, .norwegian, .danish, .finnish,
        .polish, .czech, .slovak, .hungarian, .romanian, .russian, .ukrainian, .bulgarian, .macedonian, .serbian,
        .croatian, .bosnian, .slovenian, .greek, .lithuanian, .latvian, .estonian, .turkish, .catalan, .irish,
        .indonesian, .malay, .filipino, .vietnamese, .thai, .chinese, .japanese, .korean, .arabic, .persian, .hebrew,
        .hindi, .bengali,
    ]

    /// The words of one kind in all languages, in their order, each word once.
    public static func all(_ words: (Language) -> [String]) -> [String] {
        var seen: Set<String> = []
        return languages.flatMap(words).filter { seen.insert($0).inserted }
    }
}
