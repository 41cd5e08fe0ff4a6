extension Language {
    static let macedonian = Language(
        codes: ["mk"],
        people: People(
            ands: ["и"]),
        places: Places(
            sources: ["извор"]),
        comments: Comments(
            words: ["коментар"]))
}
