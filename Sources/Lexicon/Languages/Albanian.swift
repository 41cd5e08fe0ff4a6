extension Language {
    static let albanian = Language(
        codes: ["sq"],
        times: Times(
            months: [
                "jan janar",
                "shkurt",
                "mar mars",
                "prill",
                "maj",
                "qershor",
                "korrik",
                "gusht",
                "shtator",
                "tetor",
                "nentor",
                "dhjetor",
            ],
            ownMonths: [
                "",
                "shk",
                "",
                "pri",
                "",
                "qer",
                "korr",
                "gush",
                "sht",
                "tet",
                "nën",
                "dhj",
            ]),
        people: People(
            bylines: Roles(
                author: ["shkruan:"]),
            ownBylines: ["nga"]),
        standIns: StandIns(
            housePages: ["Politika e privatësisë", "Rreth nesh", "Na kontaktoni"]))
}
