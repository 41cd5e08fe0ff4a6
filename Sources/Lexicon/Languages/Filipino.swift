extension Language {
    static let filipino = Language(
        codes: ["fil", "tl"],
        people: People(
            ownBylines: ["ni", "nina"],
            particles: ["dela"]))
}
