extension Language {
    static let bengali = Language(
        codes: ["bn"],
        times: Times(
            behind: ["আগে"]),
        people: People(
            bylines: Roles(
                author: ["লেখক:"])),
        edges: Edges(
            readMore: ["আরও পড়ুন"]),
        comments: Comments(
            words: ["মন্তব্য"]))
}
