extension Language {
    static let catalan = Language(
        codes: ["ca"],
        people: People(
            ownBylines: ["per"],
            ands: ["i"],
            timeWords: ["publicat"]))
}
