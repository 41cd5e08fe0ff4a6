extension Language {
    static let esperanto = Language(
        codes: ["eo"],
        times: Times(
            months: [
                "jan januaro",
                "feb februaro",
                "mar",
                "apr",
                "maj",
                "jun junio",
                "jul julio",
                "aug aŭgusto",
                "sep septembro",
                "okt oktobro",
                "nov novembro",
                "dec decembro",
            ],
            ownMonths: [
                "",
                "",
                "marto",
                "aprilo",
                "majo",
                "",
                "",
                "",
                "",
                "",
                "",
                "",
            ]))
}
