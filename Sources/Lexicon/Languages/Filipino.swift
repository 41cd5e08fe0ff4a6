extension Language {
    static let filipino = Language(
        codes: ["fil", "tl"],
        people: People(
            particles: ["dela"]))
}
