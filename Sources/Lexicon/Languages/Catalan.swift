extension Language {
    static let catalan = Language(
        codes: ["ca"],
        people: People(
            ands: ["i"],
            timeWords: ["publicat"]))
}
