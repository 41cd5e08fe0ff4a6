extension Language {
    static let georgian = Language(
        codes: ["ka"],
        people: People(
            bylines: Roles(
                author: ["ავტორი:"])))
}
