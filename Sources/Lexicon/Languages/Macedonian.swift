extension Language {
    static let macedonian = Language(
        codes: ["mk"],
        comments: Comments(
            words: ["коментар"]))
}
