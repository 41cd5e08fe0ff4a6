extension Language {
    static let bosnian = Language(
        codes: ["bs"],
        times: Times(
            months: [
                "jan januar",
                "feb februar",
                "mar mart",
                "april apr",
                "maj",
                "jun juni",
                "jul juli",
                "august aug",
                "sep",
                "okt",
                "nov",
                "dec",
            ],
            ownMonths: [
                "",
                "",
                "",
                "",
                "",
                "",
                "",
                "",
                "",
                "listopad listopada",
                "",
                "",
            ],
            weekdays: ["ponedjeljak", "utorak", "srijeda", "cetvrtak", "nedjelja"],
            before: ["prije"],
            units: [
                "sekunde sekundi", "minutu minute minuta min", "sat sata sati", "dan dana",
                "tjedna sedmicu sedmice sedmica", "mjesec mjeseca mjeseci", "godinu godine godina",
            ]),
        people: People(
            bylines: Roles(
                author: ["pise:", "pisu:"]),
            ands: ["i"],
            timeWords: ["prije", "sati", "minuta", "objavljeno"]),
        places: Places(
            sources: ["izvor"]),
        rights: Rights(
            reservedWithin: ["sva prava pridrzana"],
            companyForms: ["d.o.o."],
            legalForms: ["doo"],
            noHolders: ["od"]),
        edges: Edges(
            readMore: ["pročitajte i", "pročitajte još"],
            passing: ["tekst se nastavlja ispod oglasa", "članak se nastavlja ispod oglasa"]),
        comments: Comments(
            words: ["komentar"]),
        standIns: StandIns(
            personalData: ["osobni podaci", "osobnih podataka"],
            grants: ["privol", "suglas"],
            housePages: ["Politika privatnosti", "Uslovi korištenja", "O nama", "Kontaktirajte nas"]))
}
