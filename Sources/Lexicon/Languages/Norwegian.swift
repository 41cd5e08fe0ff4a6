extension Language {
    static let norwegian = Language(
        codes: ["no", "nb", "nn"],
        times: Times(
            before: ["for"],
            behind: ["siden"],
            units: ["dag", "timer", "minutter", "dager", "uker"],
            changes: ["sist oppdatert", "oppdatert"]),
        people: People(
            bylines: Roles(
                author: ["tekst:", "av", "skrevet av"],
                reporter: ["journalist:", "intervju:"],
                photographer: ["foto:", "fotograf:", "foto "]),
            ands: ["og"],
            joiners: ["med"],
            particles: ["av"],
            titles: ["fotograf"],
            timeWords: ["postet"],
            stops: ["publisert", "oppdatert"],
            writtenBy: ["Skrevet av"]),
        places: Places(
            sources: ["kilde"],
            homes: ["hjem", "forside"],
            crumbLabels: ["du er her"],
            crumbNames: ["brødsmulesti"],
            pageWords: ["artikkel"],
            actions: ["tilbake"],
            leadsBack: ["tilbake til "],
            tags: ["emner i saken"]),
        rights: Rights(
            reserved: ["alle rettigheter"],
            commonForms: ["as"],
            capitalForms: ["AS", "ASA"],
            creditLabels: ["foto:"],
            creditWords: ["foto"]),
        edges: Edges(
            contacts: ["rapporter feil", "tips oss"],
            contactLabels: ["Pressekontakter"],
            readingTimes: ["lesetid"],
            letters: ["nyhetsbrev"],
            invitations: ["meld deg på", "abonner på"],
            readMore: ["les også"],
            passing: ["artikkelen fortsetter under annonsen"],
            tools: ["skriv ut", "lytt"]),
        comments: Comments(
            words: ["kommentar"],
            titles: ["regler for kommentarer"]),
        standIns: StandIns(
            errors: ["siden ble ikke funnet"],
            errorTitles: ["ikke funnet"],
            paywalls: ["for abonnenter", "kun for abonnenter", "allerede abonnent"],
            logins: ["glemt passord"],
            consents: ["vi bruker cookies", "vi bruker informasjonskapsler"],
            personalData: ["personopplysninger"],
            grants: ["samtykke"],
            searches: ["Søkeresultater"],
            housePages: ["Personvernerklæring"]))
}
