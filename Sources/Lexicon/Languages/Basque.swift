extension Language {
    static let basque = Language(
        codes: ["eu"],
        people: People(
            bylines: Roles(
                author: ["egilea:"])))
}
