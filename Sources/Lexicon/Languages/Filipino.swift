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
            behind: ["nakalipas", "nakaraan"],
            units: ["segundo", "minuto", "oras", "araw", "linggo", "buwan", "taon"]),
        people: People(
            ownBylines: ["ni", "nina"],
            particles: ["dela"]),
        standIns: StandIns(
            housePages: ["Patakaran sa Privacy", "Tungkol sa amin"]))
}
