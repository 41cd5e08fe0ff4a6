extension Language {
    static let macedonian = Language(
        codes: ["mk"],
        times: Times(
            months: [
                "јануари јан",
                "фев февруари феб",
                "март мар",
                "апр април",
                "мај",
                "јун јуни",
                "јул јули",
                "август авг",
                "септември сеп",
                "окт октомври",
                "ноември ное ноем",
                "дек декември дец",
            ],
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
