extension Language {
    static let tamil = Language(
        codes: ["ta"],
        edges: Edges(
            readMore: ["மேலும் படிக்க"]))
}
