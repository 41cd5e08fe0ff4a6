extension Language {
    static let maltese = Language(
        codes: ["mt"],
        times: Times(
            months: [
                "jan jannar",
                "frar",
                "mar marzu",
                "april apr",
                "mejju",
                "ġunju",
                "lulju",
                "awwissu",
                "set settembru",
                "ott ottubru",
                "nov novembru",
                "dic diċembru",
            ],
            ownMonths: [
                "",
                "fra",
                "",
                "",
                "mej",
                "ġun",
                "lul",
                "aww",
                "",
                "",
                "",
                "",
            ]))
}
