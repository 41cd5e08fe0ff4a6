extension Language {
    static let swahili = Language(
        codes: ["sw"],
        people: People(
            bylines: Roles(
                author: ["imeandikwa na", "mwandishi:"]),
            ownBylines: ["na"]),
        edges: Edges(
            readMore: ["soma pia", "tazama pia"]))
}
