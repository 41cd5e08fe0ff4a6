extension Language {
    static let italian = Language(
        codes: ["it"],
        times: Times(
            behind: ["fa"],
            readings: ["di lettura"],
            units: ["minuto", "minuti", "ora", "ore", "giorno", "giorni", "settimane", "mesi", "anni"]),
        people: People(
            bylines: Roles(
                author: ["di", "a cura di", "scritto da", "pubblicato da", "autore:", "testo di"],
                reporter: ["intervista di"],
                photographer: ["foto:"]),
            noBeginnings: ["il"],
            ands: ["e"],
            joiners: ["con"],
            particles: ["da", "del", "della", "di", "la", "e", "d'", "san"],
            titles: ["giornalista", "redattore", "giornalisti"],
            organisations: ["redazione", "agenzia", "notizie", "universita"],
            stops: ["pubblicato", "aggiornato", "le", "il"]),
        places: Places(
            sources: ["fonte", "fonti"]),
        rights: Rights(
            reserved: ["tutti i diritti riservati"],
            reservedWithin: ["diritti riservati", "riproduzione riservata", "tutti i diritti sono riservati"],
            companyForms: ["s.p.a.", "srl", "s.r.l."],
            commonForms: ["spa"],
            legalForms: ["srl"],
            capitalForms: ["SpA", "SPA"],
            companyBoundaries: ["riservati"],
            menus: ["note legali", "informativa"],
            paperArticles: ["La", "Il"],
            creditLabels: ["foto:", "foto ©"],
            creditWords: ["foto"]),
        edges: Edges(
            syndications: ["questo articolo è apparso", "articolo originariamente pubblicato"],
            disclaimers: ["esclusione di responsabilità"],
            notices: ["ricevere una commissione", "link di affiliazione"],
            contacts: ["segnala un errore", "segnala errore", "contattaci", "scrivi alla redazione"],
            contactLabels: ["Contatti", "Contatti stampa", "Ufficio stampa"],
            readingTimes: ["tempo di lettura", "min di lettura", "minuti di lettura"],
            letters: ["newsletter"],
            invitations: ["seguici", "segui il", "iscriviti", "iscrivetevi"],
            readMore: ["leggi anche", "vedi anche"],
            passing: ["la notizia continua dopo la pubblicità", "continua a leggere dopo la pubblicità"],
            tools: ["ascolta", "salva", "stampa"]),
        comments: Comments(
            words: ["commenta", "commenti"],
            rules: ["i commenti sono", "commenti offensivi"],
            titles: ["regole dei commenti"]),
        standIns: StandIns(
            errors: ["pagina non trovata", "pagina che cerchi", "pagina richiesta non"],
            robotChecks: ["non sei un robot"],
            paywalls: [
                "contenuto riservato agli abbonati", "riservato agli abbonati", "sei gia abbonato",
                "abbonati per continuare",
            ],
            logins: ["password dimenticata", "non hai un account"],
            consents: ["utilizziamo i cookie", "accettare i cookie", "quali cookie", "noi e i nostri"],
            personalData: ["dati personali", "tuoi dati"],
            grants: ["consenso", "acconsent", "legittimo interesse"],
            searches: ["Risultati della ricerca", "Risultati di ricerca"],
            searchesFor: ["Risultati della ricerca per "],
            housePages: ["Informativa sulla privacy", "Note legali"]))
}
