extension Language {
    static let swedish = Language(
        codes: ["sv"],
        times: Times(
            behind: ["sedan"],
            units: ["dag", "timmar", "timme", "minuter", "dagar", "veckor"],
            changes: ["senast uppdaterad", "uppdaterad"]),
        people: People(
            bylines: Roles(
                author: ["av", "skriven av"],
                reporter: ["journalist:", "intervju:"],
                photographer: ["foto:", "bild:", "fotograf:", "foto "]),
            ands: ["och"],
            joiners: ["med"],
            particles: ["af", "av"],
            titles: ["fotograf"],
            stops: ["publicerad", "uppdaterad"],
            writtenBy: ["Skriven av"]),
        places: Places(
            sources: ["kalla"],
            homes: ["start", "hem"],
            crumbLabels: ["du är här"],
            crumbNames: ["brödsmulor"],
            pageWords: ["artikel"],
            actions: ["tillbaka"],
            leadsBack: ["tillbaka till "],
            noSections: ["okategoriserade"],
            tags: ["ämnen i artikeln"]),
        rights: Rights(
            reserved: ["alla rattigheter"],
            commonForms: ["ab"],
            capitalForms: ["AB"],
            creditLabels: ["foto:", "bild:"],
            creditWords: ["foto", "bild "]),
        edges: Edges(
            contacts: ["tipsa oss", "rapportera fel", "hittat fel", "kontakta redaktionen"],
            contactLabels: ["Kontakt", "Presskontakt"],
            readingTimes: ["lästid"],
            letters: ["nyhetsbrev"],
            invitations: ["följ oss", "prenumerera", "anmäl dig"],
            readMore: ["läs också", "läs även", "läs mer"],
            passing: ["artikeln fortsätter under annonsen"],
            tools: ["lyssna", "skriv ut"]),
        comments: Comments(
            words: ["kommentar"],
            titles: ["kommentarsregler"]),
        standIns: StandIns(
            errors: ["sidan hittades inte", "sidan kunde inte hittas"],
            errorTitles: ["hittades inte"],
            paywalls: ["for prenumeranter", "redan prenumerant"],
            logins: ["glomt losenord"],
            consents: ["vi anvander cookies"],
            personalData: ["personuppgifter"],
            grants: ["samtyck"],
            searches: ["Sökresultat"],
            searchesFor: ["Sökresultat för "],
            housePages: ["Integritetspolicy"]))
}
