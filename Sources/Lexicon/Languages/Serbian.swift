extension Language {
    static let serbian = Language(
        codes: ["sr"],
        times: Times(
            months: [
                "јануар јануара",
                "фебруар фебруара",
                "март мар",
                "апр април априла",
                "мај маја",
                "јун јуна",
                "јул јула",
                "август авг",
                "септембар септембра septembar",
                "окт октобар октобра oktobar",
                "новембар новембра novembar",
                "децембар децембра decembar",
            ],
            weekdays: ["понедељак", "уторак", "среда", "четвртак", "петак", "недеља"],
            before: ["pre", "пре"],
            units: [
                "sekunde sekundi секунде секунди", "minutu minuta minute min минут минута минуте",
                "sat sata sati сат сата сати", "dan dana дан дана", "nedelju nedelje недељу недеље",
                "mesec meseca meseci месец месеца месеци", "godinu godine годину године",
            ],
            todays: ["danas", "данас"],
            yesterdays: ["juce", "jucer", "јуче"],
            publications: ["objavljeno", "објављено"]),
        people: People(
            bylines: Roles(
                author: ["pise:", "pisu:", "пише:", "аутор:"]),
            ands: ["i", "и"]),
        places: Places(
            sources: ["извор", "izvor"]),
        rights: Rights(
            reservedWithin: ["сва права задржана"],
            companyForms: ["d.o.o."],
            legalForms: ["doo"],
            noHolders: ["od"]),
        edges: Edges(
            earnings: ["proviziju", "провизију"],
            shopLinks: ["link", "линк"],
            followings: ["pratite", "пратите", "zapratite"],
            letters: ["newsletter", "билтен", "bilten"],
            invitations: ["prijavite se", "пријавите се"],
            readMore: ["pročitajte i", "pročitajte još", "прочитајте"],
            passing: ["tekst se nastavlja ispod oglasa", "članak se nastavlja ispod oglasa"]),
        comments: Comments(
            words: ["komentar", "коментар"],
            titles: ["коментари"]),
        standIns: StandIns(
            personalData: ["osobni podaci", "ličnih podataka"],
            grants: ["pristan"],
            housePages: [
                "Политика приватности", "Politika privatnosti", "Услови коришћења", "Uslovi korišćenja", "О нама",
                "O nama", "Импресум", "Impresum",
            ]))
}
