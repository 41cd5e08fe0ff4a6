extension Language {
    static let danish = Language(
        codes: ["da"],
        times: Times(
            before: ["for"],
            behind: ["siden"],
            units: ["dag", "timer", "time", "minutter", "dage"],
            changes: ["sidst opdateret", "opdateret"]),
        people: People(
            bylines: Roles(
                author: ["tekst:", "af", "skrevet af"],
                reporter: ["journalist:"],
                photographer: ["foto:", "fotograf:", "foto "]),
            ands: ["og"],
            joiners: ["med"],
            particles: ["af"],
            titles: ["fotograf"],
            timeWords: ["postet"],
            stops: ["offentliggjort"],
            writtenBy: ["Skrevet af"]),
        places: Places(
            sources: ["kilde"],
            homes: ["forside"],
            crumbLabels: ["du er her"],
            crumbNames: ["brødkrumme"],
            pageWords: ["artikel"],
            actions: ["tilbage"],
            leadsBack: ["tilbage til "]),
        rights: Rights(
            companyForms: ["a/s"],
            commonForms: ["as"],
            legalForms: ["aps"],
            capitalForms: ["AS"],
            creditLabels: ["foto:"],
            creditWords: ["foto"]),
        edges: Edges(
            contacts: ["tip os", "fejl i artiklen"],
            contactLabels: ["Pressekontakter"],
            readingTimes: ["læsetid"],
            letters: ["nyhedsbrev"],
            invitations: ["abonner på", "tilmeld dig", "få nyheder"],
            readMore: ["læs også"],
            passing: ["artiklen fortsætter efter annoncen"]),
        comments: Comments(
            words: ["kommentar"],
            titles: ["regler for kommentarer"]),
        standIns: StandIns(
            errors: ["siden blev ikke fundet", "siden findes ikke"],
            errorTitles: ["ikke fundet"],
            paywalls: ["for abonnenter", "kun for abonnenter", "allerede abonnent"],
            logins: ["glemt adgangskode"],
            consents: ["vi bruger cookies"],
            personalData: ["personoplysninger"],
            grants: ["samtykke", "berettiget"],
            searches: ["Søgeresultater"],
            housePages: ["Privatlivspolitik"]))
}
