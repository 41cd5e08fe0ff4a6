extension Language {
    static let filipino = Language(
        codes: ["fil", "tl"],
        times: Times(
            units: ["oras", "araw"]),
        people: People(
            ownBylines: ["ni", "nina"],
            particles: ["dela"]))
}
