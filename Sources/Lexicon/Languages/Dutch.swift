extension Language {
    static let dutch = Language(
        codes: ["nl"],
        times: Times(
            behind: ["geleden", "leestijd"],
            units: ["minuten", "uur", "dagen", "dag", "weken", "maanden", "jaar"]),
        people: People(
            bylines: Roles(
                author: ["auteur:", "door", "geschreven door", "tekst:"],
                reporter: ["journalist:"],
                photographer: ["foto:", "beeld:"]),
            ands: ["en"],
            joiners: ["met"],
            particles: ["de", "van", "der", "den", "ten", "ter", "'t"],
            titles: ["redacteur", "redactie", "verslaggever"],
            timeWords: ["geplaatst"],
            stops: ["gepubliceerd"]),
        places: Places(
            sources: ["bron"],
            homes: ["hoofdpunten"],
            crumbLabels: ["u bent hier", "je bent hier"],
            crumbNames: ["kruimelpad"],
            pageWords: ["artikel"],
            actions: ["terug"],
            leadsBack: ["terug naar "],
            noSections: ["geen categorie"]),
        rights: Rights(
            reserved: ["alle rechten voorbehouden"],
            companyForms: ["b.v.", "n.v."],
            commonForms: ["bv", "nv"],
            capitalForms: ["BV", "NV"],
            menus: ["algemene voorwaarden", "privacybeleid"],
            paperArticles: ["De", "Het"],
            creditLabels: ["foto:", "foto ©"],
            creditWords: ["foto"]),
        edges: Edges(
            syndications: ["dit artikel verscheen eerder", "dit artikel is eerder verschenen"],
            notices: ["ontvangen wij een commissie", "bevat affiliatelinks"],
            contacts: ["fout gezien", "tip de redactie", "meld een fout"],
            contactLabels: ["Contact", "Perscontact"],
            readingTimes: ["leestijd"],
            letters: ["newsletter", "nieuwsbrief"],
            invitations: ["volg ons", "schrijf je in", "meld je aan", "abonneer je"],
            readMore: ["lees ook", "lees meer", "bekijk ook"],
            passing: ["artikel gaat verder onder de advertentie", "tekst gaat verder onder de foto"],
            tools: ["luister", "bewaar", "afdrukken"]),
        comments: Comments(
            words: ["reactie", "reageer"],
            rules: ["reacties worden", "reacties te verwijderen"],
            titles: ["reactieregels"]),
        standIns: StandIns(
            errors: ["pagina niet gevonden", "deze pagina bestaat niet"],
            paywalls: ["verder lezen?", "alleen voor abonnees", "al abonnee?"],
            logins: ["wachtwoord vergeten"],
            consents: ["wij gebruiken cookies", "maken gebruik van cookies"],
            personalData: ["persoonsgegevens", "je gegevens", "uw gegevens"],
            grants: ["toestemming", "gerechtvaardigd belang"],
            searches: ["Zoekresultaten"],
            searchesFor: ["Zoekresultaten voor "],
            housePages: ["Privacyverklaring", "Privacybeleid", "Algemene voorwaarden"]))
}
