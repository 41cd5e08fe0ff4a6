extension Language {
    static let bengali = Language(
        codes: ["bn"],
        comments: Comments(
            words: ["মন্তব্য"]))
}
