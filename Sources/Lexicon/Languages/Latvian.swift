extension Language {
    static let latvian = Language(
        codes: ["lv"],
        times: Times(
            months: [
                "janv janvaris janvari",
                "febr februaris",
                "marts",
                "apr aprilis",
                "maijs maija",
                "jun junijs junija",
                "jul julijs julija",
                "aug augusts",
                "sept septembris septembri",
                "okt oktobris oktobri",
                "nov novembris novembri",
                "dec decembris decembri",
            ],
            yearMarks: ["gada"],
            weekdays: ["pirmdiena", "otrdiena", "tresdiena", "ceturtdiena", "piektdiena", "sestdiena", "svetdiena"],
            before: ["pirms"],
            behind: ["atpakal"],
            units: [
                "sekundes sekundem", "minutes minutem min", "stundas stundam stundu", "dienas dienam dienu",
                "nedelas nedelam", "menesa menesiem", "gada gadiem",
            ]),
        people: People(
            bylines: Roles(
                author: ["autore:", "autors:"])),
        places: Places(
            sources: ["avots"]),
        standIns: StandIns(
            personalData: ["personas dat"],
            grants: ["piekriš"],
            housePages: ["Privātuma politika", "Lietošanas noteikumi", "Par mums"]))
}
