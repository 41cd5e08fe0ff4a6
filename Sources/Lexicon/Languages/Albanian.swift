extension Language {
    static let albanian = Language(
        codes: ["sq"],
        people: People(
            bylines: Roles(
                author: ["shkruan:"]),
            ownBylines: ["nga"]))
}
