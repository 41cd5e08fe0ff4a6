extension Language {
    static let catalan = Language(
        codes: ["ca"],
        times: Times(
            months: [
                "gen gener",
                "febr febrer",
                "marc",
                "abril abr",
                "maig",
                "juny",
                "jul juliol",
                "agost",
                "set setembre",
                "oct octubre",
                "nov novembre",
                "des desembre",
            ],
            weekdays: ["dilluns", "dimarts", "dimecres", "dijous", "divendres", "dissabte", "diumenge"],
            before: ["fa"],
            units: [
                "segon segons", "minut minuts", "hora hores", "dia dies", "setmana setmanes", "mes mesos", "any anys",
            ]),
        people: People(
            ownBylines: ["per"],
            ands: ["i"],
            timeWords: ["publicat"]),
        standIns: StandIns(
            housePages: ["Política de privacitat", "Avís legal", "Política de galetes", "Qui som", "Sobre nosaltres"]))
}
