extension Language {
    static let estonian = Language(
        codes: ["et"],
        times: Times(
            months: [
                "jaanuar",
                "veebruar",
                "marts",
                "apr aprill",
                "mai",
                "juuni",
                "juuli",
                "august aug",
                "september sept",
                "okt oktoober",
                "november nov",
                "detsember",
            ],
            ownMonths: [
                "jaan",
                "veebr",
                "",
                "",
                "",
                "",
                "",
                "",
                "",
                "",
                "",
                "dets",
            ],
            weekdays: ["esmaspaev", "teisipaev", "kolmapaev", "neljapaev", "laupaev", "puhapaev"],
            behind: ["tagasi"],
            units: [
                "sekund sekundit", "minut minutit min", "tund tundi", "paev paeva", "nadal nadalat", "kuu kuud",
                "aasta aastat",
            ]),
        people: People(
            ands: ["ja"]),
        places: Places(
            sources: ["allikas"]),
        standIns: StandIns(
            personalData: ["isikuandme"],
            grants: ["nõusolek"],
            housePages: ["Privaatsuspoliitika", "Kasutustingimused", "Võta ühendust"]))
}
