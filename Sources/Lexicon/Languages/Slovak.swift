extension Language {
    static let slovak = Language(
        codes: ["sk"],
        times: Times(
            months: [
                "jan januar januara",
                "feb februar februara",
                "mar marca marec",
                "april apr aprila",
                "maj maja",
                "jun juna",
                "jul jula",
                "august aug augusta",
                "september sep septembra",
                "oktober okt oktobra",
                "november nov novembra",
                "december dec decembra",
            ],
            hourMarks: ["hod"],
            fillers: ["o", "v", "roku"],
            weekdays: ["pondelok", "utorok", "stvrtok", "piatok", "nedela"],
            before: ["pred"],
            units: [
                "sekundou sekundami", "minutou minutami min", "hodinou hodinami", "dnom dnami", "tyzdnom tyzdnami",
                "mesiacom mesiacmi", "rokom rokmi",
            ],
            todays: ["dnes"],
            yesterdays: ["vcera"],
            publications: ["publikované", "zverejnené"]),
        people: People(
            bylines: Roles(
                author: ["autor:", "autor", "autorka:"]),
            rareAnds: ["a"],
            joiners: ["a"],
            organisations: ["agentura"],
            timeWords: ["zverejneno"],
            writtenBy: ["Napísal"]),
        places: Places(
            sources: ["zdroj"],
            homes: ["domovska stranka"]),
        rights: Rights(
            companyForms: ["a.s.", "s.r.o."],
            legalForms: ["sro"],
            longForms: [" s r o"]),
        edges: Edges(
            notices: ["nemusia sa zhodovať", "nemusí sa zhodovať"],
            earnings: ["províziu", "provízie"],
            shopLinks: ["odkaz"],
            followings: ["sledujte"],
            letters: ["newsletter"],
            invitations: ["prihláste sa", "odoberajte"],
            readMore: ["čítajte tiež"]),
        comments: Comments(
            words: ["komentar", "komentov"]),
        standIns: StandIns(
            consents: ["pouzivame cookies"],
            personalData: ["osobných údajov"],
            grants: ["súhlas"],
            housePages: [
                "Zásady ochrany osobných údajov", "Ochrana osobných údajov", "Podmienky používania",
                "Všeobecné obchodné podmienky", "O nás",
            ]))
}
