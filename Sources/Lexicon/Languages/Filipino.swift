extension Language {
    static let filipino = Language(
        codes: ["fil", "tl"],
        times: Times(
            months: [
                "enero ene",
                "pebrero",
                "mar marso",
                "abril abr",
                "may mayo",
                "hunyo",
                "hulyo",
                "agosto ago",
                "set setyembre",
                "okt oktubre",
                "nobyembre",
                "disyembre",
            ],
            ownMonths: [
                "",
                "peb",
                "",
                "",
                "",
                "hun",
                "hul",
                "",
                "",
                "",
                "nob",
                "dis",
            ],
            units: ["oras", "araw"]),
        people: People(
            ownBylines: ["ni", "nina"],
            particles: ["dela"]))
}
