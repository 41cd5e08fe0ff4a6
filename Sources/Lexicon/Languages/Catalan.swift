extension Language {
    static let catalan = Language(
        codes: ["ca"],
        times: Times(
            before: ["fa"]),
        people: People(
            ownBylines: ["per"],
            ands: ["i"],
            timeWords: ["publicat"]))
}
