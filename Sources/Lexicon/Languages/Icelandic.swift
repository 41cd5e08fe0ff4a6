extension Language {
    static let icelandic = Language(
        codes: ["is"],
        people: People(
            bylines: Roles(
                author: ["hofundur:"])))
}
