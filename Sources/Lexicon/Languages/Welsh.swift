extension Language {
    static let welsh = Language(
        codes: ["cy"],
        people: People(
            ownBylines: ["gan"]))
}
