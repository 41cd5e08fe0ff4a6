extension Language {
    static let german = Language(
        codes: ["de"],
        times: Times(
            months: [
                "jan januar janner jaenner",
                "feb februar feber",
                "mar marz maerz mrz",
                "april apr",
                "mai",
                "jun juni",
                "jul juli",
                "august aug",
                "september sep sept",
                "oktober okt",
                "november nov",
                "dezember dez",
            ],
            hourMarks: ["h", "uhr"],
            minuteMarks: ["min"],
            mornings: ["vorm"],
            afternoons: ["nachm"],
            ordinals: ["ter"],
            fillers: ["um", "den", "der", "dem", "uhr", "ab", "des", "am"],
            weekdays: [
                "montag", "mo", "dienstag", "di", "mittwoch", "mi", "donnerstag", "do", "freitag", "fr", "samstag",
                "sa", "sonntag", "so",
            ],
            before: ["vor"],
            gluedBefore: ["vor"],
            readingWords: ["lesezeit"],
            units: [
                "sekunde sekunden sek", "minute minuten min", "stunde stunden std", "tag tagen tage", "woche wochen",
                "monat monaten monate", "jahr jahren jahre",
            ],
            ones: ["einer", "einem", "einen", "eine"],
            todays: ["heute"],
            yesterdays: ["gestern"],
            clockWords: ["uhr", "h"],
            publications: [
                "veröffentlicht", "erschienen", "publiziert", "erstellt", "erstveröffentlicht", "datum", "stand vom",
            ],
            firsts: [
                "erstmals veröffentlicht", "zuerst veröffentlicht", "erstveröffentlicht", "erstveröffentlichung",
                "ursprünglich veröffentlicht",
            ],
            occasions: [
                "wann", "termin", "beginn", "veranstaltungsdatum", "einlass", "bewerbungsschluss", "anmeldeschluss",
                "gültig bis", "veranstaltung", "eingegangen", "eingereicht", "angenommen",
            ],
            changes: [
                "zuletzt aktualisiert", "letzte aktualisierung", "zuletzt geändert", "aktualisiert", "geändert",
                "aktualisierung",
            ]),
        people: People(
            bylines: Roles(
                author: [
                    "erstellt von", "eingestellt von", "verfasst von", "geschrieben von", "gepostet von", "text von",
                    "zeige alle beitrage von", "alle beitrage von", "alle artikel von", "von", "ein artikel von",
                    "ein beitrag von", "ein gastbeitrag von", "gastbeitrag von", "eine analyse von",
                    "ein kommentar von", "eine reportage von", "ein bericht von", "eine kolumne von", "ein essay von",
                    "eine rezension von", "ein interview von", "ein portrat von", "eine glosse von", "autor:",
                    "autorin:", "autoren:", "text:", "texte:", "redakteur:", "autor",
                    "interview:", "text und interview:", "veroffentlicht von", "publiziert von",
                ],
                reporter: [
                    "journalist:", "das gesprach fuhrte", "das gesprach fuhrten", "das interview fuhrte",
                    "das interview fuhrten", "die fragen stellte", "die fragen stellten", "interview gefuhrt von",
                    "aufgezeichnet von", "protokoll:",
                ],
                editor: ["redaktion:"],
                photographer: ["foto:", "fotos:", "bild:", "fotograf:", "foto "],
                translator: ["ubersetzung:"]),
            noBeginnings: ["der", "die", "das"],
            ands: ["und"],
            joiners: ["mit", "und:", "sowie", "und/oder"],
            gluedBylines: ["von", "Von"],
            repeatedBylines: ["von"],
            reportedFrom: ["in", "aus"],
            buttonsBehind: ["alle", "artikel"],
            particles: ["von", "der", "den", "zu", "zum", "zur", "vom", "und"],
            titles: [
                "reporter", "journalist", "redakteur", "redakteurin", "korrespondent", "korrespondentin", "volontar",
                "volontarin", "autorin", "autor", "redaktor", "fotograf", "chefredakteur", "chefredakteurin",
                "ressortleiter", "ressortleiterin", "herausgeber", "herausgeberin",
            ],
            organisations: [
                "agentur", "redaktion", "gmbh", "ag", "radio", "tv", "online", "zeitung", "nachrichten", "presse",
                "presse-agentur", "archiv", "universitat", "institut", "ministerium", "stiftung", "rundfunk",
                "verlag", "kanton", "portal",
            ],
            agencies: ["agentur"],
            unsigned: ["presse", "team", "redaktion"],
            desks: ["redaktion", "online-redaktion", "redaktionsteam"],
            noNames: [
                "stand", "uber den autor", "uber die autorin", "mehr", "alle artikel", "alle beitrage",
                "artikel empfehlen", "von",
            ],
            timeWords: ["publiziert", "veroffentlicht", "erschienen", "vor", "stunden", "tagen"],
            stops: ["veroffentlicht", "aktualisiert", "am", "vom", "stand", "stand:", "quelle", "quelle:"],
            writtenBy: ["Verfasst von", "Geschrieben von", "Von", "Autor"]),
        places: Places(
            sources: ["quelle", "quellen"],
            unknownSources: ["privat", "archiv"],
            noSources: ["foto ", "foto:", "bild:", "bild "],
            homes: ["start", "startseite"],
            crumbLabels: ["sie sind hier", "sie befinden sich hier", "du bist hier", "standort", "aktuelle seite"],
            crumbNames: [
                "pfadnavigation", "brotkrümelnavigation", "brotkrumen", "brotkrumen-navigation", "navigationspfad",
            ],
            pageWords: ["artikel", "aktueller artikel", "aktuelle seite", "diese seite"],
            actions: ["zurück", "drucken", "teilen"],
            leadsBack: ["zurück zu"],
            noSections: ["unkategorisiert"],
            sectionAnds: ["und"],
            tagAnds: ["und"]),
        rights: Rights(
            reserved: ["alle rechte vorbehalten"],
            companyForms: ["gmbh"],
            commonForms: ["ag", "kg"],
            legalForms: ["gmbh"],
            capitalForms: ["AG", "KG", "UG"],
            companyAnds: ["und"],
            companyBoundaries: ["teil", "marke", "impressum", "datenschutzbestimmungen", "vorbehalten", "von"],
            menus: ["impressum", "datenschutz", "nutzungsbedingungen", "agb", "kontakt"],
            paperArticles: ["Der", "Die", "Das"],
            creditLabels: [
                "foto:", "fotos:", "foto ©", "foto by", "bild:", "bilder:", "bild ©", "bildquelle", "symbolbild",
            ],
            creditWords: ["foto", "bild ", "privat"]),
        edges: Edges(
            givings: [
                "spenden", "unterstützen sie", "unterstütze uns", "unterstützen sie uns", "mitglied werden",
                "abonnent werden",
            ],
            givers: [
                "unseren journalismus", "unabhängigen journalismus", "unsere arbeit", "unsere redaktion",
                "leserinnen und leser",
            ],
            givenSums: ["im monat", "pro monat", "monatlich", "einmalig", "jeder betrag"],
            syndications: [
                "dieser artikel erschien zuerst", "dieser beitrag erschien zuerst", "artikel ist zuerst erschienen",
                "beitrag ist zuerst erschienen", "text erschien zuerst",
            ],
            disclaimers: ["disclaimer", "haftungsausschluss"],
            notices: [
                "erhalten wir eine provision", "erhalten wir eine kleine provision", "bekommen wir eine provision",
                "sogenannte affiliate-links", "enthält affiliate-links",
            ],
            embeds: [
                "empfohlener redaktioneller inhalt", "empfohlener externer inhalt", "externer inhalt",
                "externe inhalte angezeigt", "dass mir externe inhalte", "dass mir inhalte",
                "inhalte von drittanbietern", "externen inhalt anzeigen", "um diesen inhalt anzuzeigen",
                "inhalte fremder plattformen",
            ],
            contacts: [
                "fehler gefunden", "fehler melden", "korrektur melden", "haben sie hinweise", "leserbrief schreiben",
                "schreiben sie uns", "kontaktieren sie uns",
            ],
            contactLabels: ["Pressekontakt", "Medienkontakt", "Kontakt", "Rückfragehinweis", "Rückfragen"],
            readingTimes: ["lesezeit", "lesedauer"],
            letters: ["newsletter", "posteingang"],
            invitations: [
                "folge uns", "folgen sie uns", "abonnieren sie", "abonniere", "jetzt anmelden", "melden sie sich",
                "melde dich", "jetzt abonnieren", "hier anmelden",
            ],
            readMore: [
                "lesen sie auch", "lesen sie mehr", "lesen sie hier", "lies auch", "auch interessant", "mehr dazu",
                "mehr zum thema",
            ],
            passing: [
                "der artikel geht unter der anzeige weiter", "nach der anzeige geht es weiter",
                "weiter nach der anzeige",
            ],
            tools: ["mail", "vorlesen", "anhören", "schrift", "größer", "kleiner", "speichern", "versenden"]),
        comments: Comments(
            words: ["moderator", "kommentar", "kommentier"],
            rules: [
                "beim kommentieren", "kommentare zu löschen", "kommentare werden", "kommentare sind",
                "kommentarfunktion", "netiquette", "ihren kommentar",
            ],
            titles: [
                "kommentarregeln", "netiquette", "leserkommentare", "ihre meinung", "leserstimmen", "lesermeinungen",
            ]),
        standIns: StandIns(
            errors: [
                "seite nicht gefunden", "seite wurde nicht gefunden", "seite existiert nicht", "angeforderte seite",
                "gesuchte seite", "beitrag ist nicht mehr verfugbar", "artikel ist nicht mehr verfugbar",
            ],
            errorTitles: ["nicht gefunden", "seite existiert nicht"],
            robotChecks: ["sind sie ein mensch", "kein roboter"],
            paywalls: [
                "um weiterzulesen", "um den artikel zu lesen", "artikel zu ende lesen", "ganzen artikel lesen",
                "weiterlesen mit", "jetzt weiterlesen", "exklusiv fur abonnenten", "nur fur abonnenten",
                "sie haben bereits ein abo", "bereits abonnent?",
            ],
            logins: ["passwort vergessen", "noch kein konto", "angemeldet bleiben"],
            consents: [
                "wir verwenden cookies", "nutzen cookies", "einsatz von cookies", "mit werbung weiterlesen",
                "werbung und tracking", "personenbezogene daten wie", "ihre zustimmung",
            ],
            personalData: ["personenbezogen", "deiner daten", "ihrer daten", "ihre daten"],
            grants: ["einwilligung", "zustimm", "berechtigt", "partner"],
            searches: ["Suche", "Suchergebnisse"],
            searchesFor: ["Suchergebnisse für "],
            housePages: [
                "Datenschutzerklärung", "Nutzungsbedingungen", "Allgemeine Geschäftsbedingungen",
            ]))
}
