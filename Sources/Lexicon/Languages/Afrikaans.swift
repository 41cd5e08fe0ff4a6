extension Language {
    static let afrikaans = Language(
        codes: ["af"],
        times: Times(
            months: [
                "jan januarie",
                "feb februarie",
                "maart mrt",
                "april apr",
                "mei",
                "jun",
                "jul",
                "aug augustus",
                "september sep",
                "oktober okt",
                "november nov",
                "desember des",
            ],
            ownMonths: [
                "",
                "",
                "",
                "",
                "",
                "junie",
                "julie",
                "",
                "",
                "",
                "",
                "",
            ],
            weekdays: ["maandag", "dinsdag", "woensdag", "donderdag", "vrydag", "saterdag", "sondag"]),
        standIns: StandIns(
            housePages: ["Privaatheidsbeleid", "Oor ons", "Kontak ons"]))
}
