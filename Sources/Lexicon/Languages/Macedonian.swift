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
            before: ["пред"],
            units: [
                "секунда секунди", "минута минути", "час часа часови", "ден дена", "недела недели", "месец месеци",
                "година години",
            ]),
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
