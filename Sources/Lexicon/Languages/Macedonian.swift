extension Language {
    static let macedonian = Language(
        codes: ["mk"],
        times: Times(
            before: ["пред"]),
        people: People(
            bylines: Roles(
                author: ["автор:", "автор", "пише:"]),
            ownBylines: ["од"],
            ands: ["и"]),
        places: Places(
            sources: ["извор"]),
        edges: Edges(
            readMore: ["прочитајте"]),
        comments: Comments(
            words: ["коментар"],
            titles: ["коментари"]))
}
