extension Language {
    static let macedonian = Language(
        codes: ["mk"],
        places: Places(
            sources: ["извор"]),
        comments: Comments(
            words: ["коментар"]))
}
