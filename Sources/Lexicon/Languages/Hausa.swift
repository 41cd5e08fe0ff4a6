extension Language {
    static let hausa = Language(
        codes: ["ha"],
        times: Times(
            months: [
                "jan",
                "",
                "mar",
                "",
                "may",
                "",
                "",
                "agu",
                "",
                "okt",
                "",
                "",
            ],
            ownMonths: [
                "janairu",
                "faburairu",
                "maris",
                "afirilu",
                "mayu",
                "yuni",
                "yuli",
                "agusta",
                "satumba",
                "",
                "nuwamba",
                "disamba",
            ]))
}
