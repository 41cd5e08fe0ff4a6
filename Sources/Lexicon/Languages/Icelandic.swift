extension Language {
    static let icelandic = Language(
        codes: ["is"],
        times: Times(
            before: ["fyrir"]),
        people: People(
            bylines: Roles(
                author: ["hofundur:"])))
}
