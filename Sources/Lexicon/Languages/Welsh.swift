extension Language {
    static let welsh = Language(
        codes: ["cy"],
        times: Times(
            months: [
                "ionawr",
                "chwefror",
                "mawrth",
                "ebrill",
                "mai",
                "mehefin",
                "gorffennaf",
                "awst",
                "medi",
                "hydref",
                "tachwedd",
                "rhagfyr",
            ],
            ownMonths: [
                "ion",
                "chwef",
                "maw",
                "ebr",
                "",
                "meh",
                "gorff",
                "",
                "",
                "hyd",
                "tach",
                "rhag",
            ]),
        people: People(
            ownBylines: ["gan"]),
        standIns: StandIns(
            housePages: ["Polisi preifatrwydd", "Amdanom ni", "Cysylltu â ni"]))
}
