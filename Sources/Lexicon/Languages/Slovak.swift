extension Language {
    static let slovak = Language(
        codes: ["sk"],
        times: Times(
            before: ["pred"]),
        people: People(
            bylines: Roles(
                author: ["autor:", "autor", "autorka:"]),
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
            readMore: ["čítajte tiež"]),
        comments: Comments(
            words: ["komentar", "komentov"]),
        standIns: StandIns(
            consents: ["pouzivame cookies"],
            personalData: ["osobných údajov"],
            grants: ["súhlas"]))
}
