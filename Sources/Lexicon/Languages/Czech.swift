extension Language {
    static let czech = Language(
        codes: ["cs"],
        times: Times(
            before: ["pred"],
            behind: ["zpet"],
            units: ["minuta", "minut", "minuty", "hodin", "hodinami", "dny", "dnu"],
            changes: ["aktualizováno"]),
        people: People(
            bylines: Roles(
                author: ["autor:", "autor", "autorka:", "napsal", "napsala", "pise:"],
                editor: ["redaktor:"]),
            joiners: ["a"],
            titles: ["redaktor"],
            organisations: ["agentura", "redakce"],
            timeWords: ["zverejneno"],
            writtenBy: ["Napsal(a)"]),
        places: Places(
            sources: ["zdroj"],
            homes: ["domu", "uvod", "domovska stranka"],
            crumbLabels: ["nacházíte se zde"],
            crumbNames: ["drobečková navigace"],
            actions: ["zpět"],
            leadsBack: ["zpět na "]),
        rights: Rights(
            reserved: ["vsechna prava vyhrazena"],
            companyForms: ["a.s.", "s.r.o."],
            legalForms: ["sro"],
            longForms: [" s r o"]),
        edges: Edges(
            contacts: ["nahlasit chybu", "nasli jste chybu"],
            readingTimes: ["doba čtení"],
            letters: ["newsletteru"],
            invitations: ["přihlaste se", "odebírejte"],
            readMore: ["čtěte také", "čtěte více"],
            passing: ["článek pokračuje pod reklamou"]),
        comments: Comments(
            words: ["komentar", "komentov", "komentář"],
            rules: ["diskusní příspěvk", "mazat příspěvky"],
            titles: ["pravidla diskuse"]),
        standIns: StandIns(
            errors: ["stranka nenalezena"],
            paywalls: ["jen pro predplatitele", "pouze pro predplatitele"],
            logins: ["zapomneli jste heslo"],
            consents: ["pouzivame cookies", "pouzivame soubory cookie"],
            personalData: ["osobních údajů", "osobní údaje"],
            grants: ["souhlas", "oprávněn"],
            searches: ["Výsledky vyhledávání"],
            housePages: ["Zásady ochrany osobních údajů"]))
}
