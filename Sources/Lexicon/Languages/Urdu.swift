extension Language {
    static let urdu = Language(
        codes: ["ur"],
        people: People(
            bylines: Roles(
                author: ["تحریر:"])))
}
