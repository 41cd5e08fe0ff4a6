extension Language {
    static let croatian = Language(
        codes: ["hr"],
        times: Times(
            months: [
                "sijecanj sijecnja",
                "veljaca veljace",
                "ozujak ozujka",
                "travanj travnja",
                "svibanj svibnja",
                "lipanj lipnja",
                "srpanj srpnja",
                "kolovoz kolovoza",
                "rujan rujna",
                "",
                "studeni studenog studenoga",
                "prosinac prosinca",
            ],
            ownMonths: [
                "sij",
                "velj",
                "ožu",
                "tra",
                "svi",
                "lip",
                "srp",
                "kol",
                "ruj",
                "lis listopad listopada",
                "stu",
                "pro",
            ],
            weekdays: ["ponedjeljak", "utorak", "srijeda", "cetvrtak", "nedjelja"],
            before: ["prije"],
            units: [
                "sekunde sekundi", "minutu minute minuta min", "sat sata sati", "dan dana", "tjedan tjedna tjedana",
                "mjesec mjeseca mjeseci", "godinu godine godina",
            ],
            todays: ["danas"],
            yesterdays: ["jucer"],
            publications: ["objavljeno"]),
        people: People(
            bylines: Roles(
                author: ["napisao", "napisala", "pise:", "pisu:"]),
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
            earnings: ["proviziju"],
            shopLinks: ["poveznic", "link"],
            followings: ["pratite", "prati nas"],
            letters: ["newsletter"],
            invitations: ["prijavite se", "pretplatite se"],
            readMore: ["pročitajte i", "pročitajte još"],
            passing: ["tekst se nastavlja ispod oglasa", "članak se nastavlja ispod oglasa"]),
        comments: Comments(
            words: ["komentar"]),
        standIns: StandIns(
            personalData: ["osobni podaci", "osobnih podataka"],
            grants: ["pristan", "privol", "suglas"],
            housePages: [
                "Politika privatnosti", "Pravila privatnosti", "Uvjeti korištenja", "Opći uvjeti korištenja", "O nama",
                "Kontaktirajte nas",
            ]))
}
