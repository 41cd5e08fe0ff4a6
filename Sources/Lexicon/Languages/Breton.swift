extension Language {
    static let breton = Language(
        codes: ["br"],
        times: Times(
            months: [
                "gen",
                "",
                "",
                "",
                "",
                "",
                "",
                "",
                "",
                "",
                "",
                "",
            ],
            ownMonths: [
                "genver",
                "",
                "meurzh",
                "ebrel",
                "mae",
                "mezheven",
                "gouere",
                "eost",
                "gwengolo",
                "here",
                "du",
                "kerzu",
            ]))
}
