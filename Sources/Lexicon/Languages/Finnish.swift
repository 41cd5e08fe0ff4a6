extension Language {
    static let finnish = Language(
        codes: ["fi"],
        times: Times(
            behind: ["sitten"],
            units: ["tuntia", "tunti", "minuuttia", "paivaa", "viikkoa"],
            changes: ["päivitetty"]),
        people: People(
            bylines: Roles(
                author: ["kirjoittaja:", "teksti:", "tekstit:", "kirjoittanut"],
                reporter: ["toimittaja:", "haastattelu:"],
                photographer: ["kuva:"]),
            ands: ["ja"],
            titles: ["toimittaja"],
            stops: ["julkaistu", "paivitetty"],
            writtenBy: ["Kirjoittanut"]),
        places: Places(
            sources: ["lahde"],
            homes: ["etusivu"],
            crumbNames: ["murupolku"],
            actions: ["takaisin"],
            leadsBack: ["takaisin "]),
        rights: Rights(
            reserved: ["kaikki oikeudet"],
            companyForms: ["oy", "oyj"],
            legalForms: ["oyj"]),
        edges: Edges(
            contacts: ["ilmoita virheesta", "lahetta palautetta", "laheta palautetta"],
            readingTimes: ["lukuaika"],
            letters: ["uutiskirje"],
            invitations: ["tilaa"],
            readMore: ["lue myös", "lue lisää"],
            passing: ["juttu jatkuu mainoksen jälkeen"]),
        standIns: StandIns(
            errors: ["sivua ei loytynyt"],
            paywalls: ["vain tilaajille"],
            logins: ["unohditko salasanan"],
            consents: ["kaytamme evasteita"],
            personalData: ["henkilötie"],
            grants: ["suostumu"],
            searches: ["Hakutulokset"],
            housePages: ["Tietosuojaseloste"]))
}
