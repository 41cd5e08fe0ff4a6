extension Language {
    static let westFrisian = Language(
        codes: ["fy"],
        times: Times(
            months: [
                "jan jannewaris",
                "feb febrewaris",
                "maart mrt",
                "april apr",
                "mai maaie",
                "jun juny",
                "july jul",
                "aug augustus",
                "sep septimber",
                "oktober okt",
                "nov novimber",
                "des desimber",
            ]))
}
