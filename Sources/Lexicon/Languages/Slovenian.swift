extension Language {
    static let slovenian = Language(
        codes: ["sl"],
        times: Times(
            months: [
                "jan januar",
                "feb februar",
                "mar marec",
                "april apr",
                "maj",
                "jun junij",
                "jul julij",
                "avgust avg",
                "september sep",
                "oktober okt",
                "november nov",
                "december dec",
            ],
            fillers: ["ob"],
            weekdays: ["ponedeljek", "cetrtek", "nedelja"],
            before: ["pred"],
            units: [
                "sekundo sekundami", "minuto minutama minutami", "uro urama urami", "dnevom dnevoma dnevi dni",
                "tednom tednoma tedni", "mesecem mesecema meseci", "letom letoma leti",
            ]),
        people: People(
            bylines: Roles(
                author: ["avtor:"])),
        rights: Rights(
            reservedWithin: ["vse pravice pridrzane"],
            companyForms: ["d.o.o."],
            legalForms: ["doo"]),
        edges: Edges(
            readMore: ["preberite tudi"]),
        comments: Comments(
            words: ["komentar"]),
        standIns: StandIns(
            personalData: ["osebnih podatkov"],
            grants: ["pristan", "soglas"],
            housePages: ["Politika zasebnosti", "Pogoji uporabe", "O nas"]))
}
