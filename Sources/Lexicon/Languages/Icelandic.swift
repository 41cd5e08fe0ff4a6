extension Language {
    static let icelandic = Language(
        codes: ["is"],
        times: Times(
            months: [
                "jan januar",
                "feb februar",
                "mar mars",
                "april apr",
                "mai",
                "jun juni",
                "jul juli",
                "agu ágúst",
                "september sep",
                "oktober okt",
                "november nov",
                "desember des",
            ],
            weekdays: [
                "manudagur", "þriðjudagur", "miðvikudagur", "fimmtudagur", "fostudagur", "laugardagur", "sunnudagur",
            ],
            before: ["fyrir"],
            units: [
                "sekundu sekundum", "minutu minutum", "klukkustund klukkustundum klst tima timum", "degi dogum",
                "viku vikum", "manudi manudum", "ari arum",
            ]),
        people: People(
            bylines: Roles(
                author: ["hofundur:"])),
        standIns: StandIns(
            housePages: ["Persónuverndarstefna", "Um okkur"]))
}
