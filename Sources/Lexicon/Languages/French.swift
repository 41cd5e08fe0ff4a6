extension Language {
    static let french = Language(
        codes: ["fr"],
        times: Times(
            readings: ["de lecture"],
            units: [
                "minute", "minutes", "seconde", "secondes", "heure", "heures", "jour", "jours", "semaine", "semaines",
                "mois", "ans",
            ],
            clockWords: ["h"],
            changes: ["dernière mise à jour", "mis à jour", "mise à jour", "modifié"]),
        people: People(
            bylines: Roles(
                author: [
                    "voir tous les articles de", "texte:", "par", "ecrit par", "publie par", "redige par", "auteur:",
                    "auteur :", "auteurs:",
                ],
                reporter: [
                    "propos recueillis par", "entretien realise par", "interview realisee par", "recueilli par",
                ],
                photographer: ["photo :"]),
            noBeginnings: ["les"],
            ands: ["et"],
            joiners: ["avec"],
            particles: ["de", "la", "le", "du", "des", "d'"],
            titles: ["redacteur", "redactrice", "journaliste", "correspondant"],
            organisations: ["agence", "redaction", "presse", "universite", "institut"],
            agencies: ["agence"],
            unsigned: ["presse"],
            noNames: ["par"],
            timeWords: ["publie", "publiee"],
            stops: ["publie", "mis", "le"],
            writtenBy: ["Écrit par", "Rédigé par", "Par", "Auteur"]),
        places: Places(
            sources: ["source", "sources"],
            homes: ["accueil"],
            crumbLabels: ["vous êtes ici"],
            crumbNames: ["fil d'ariane", "fil d’ariane"],
            pageWords: ["article", "article actuel"],
            actions: ["retour", "imprimer", "partager"],
            leadsBack: ["retour à ", "retour au"],
            noSections: ["non classé"],
            tags: ["mots-clés"]),
        rights: Rights(
            reserved: ["tous droits reserves"],
            reservedWithin: ["droits reserves"],
            companyForms: ["s.a.", "s.a.s."],
            commonForms: ["sa", "sas"],
            legalForms: ["sarl"],
            capitalForms: ["SA", "SAS"],
            companyBoundaries: ["reserves"],
            menus: ["mentions legales", "politique de", "conditions generales"],
            noHolders: ["ou"],
            paperArticles: ["Le", "La", "Les"],
            creditLabels: ["photo:", "photos:", "photo ©"],
            creditWords: ["photo"]),
        edges: Edges(
            syndications: [
                "cet article a été initialement publié", "cet article a d'abord été publié",
                "article initialement paru",
            ],
            disclaimers: ["clause de non-responsabilité", "avertissement légal"],
            notices: ["percevoir une commission", "toucher une commission", "liens affiliés", "liens d'affiliation"],
            contacts: [
                "signaler une erreur", "signaler une faute", "contactez-nous", "contacter la redaction",
                "une erreur a signaler",
            ],
            contactLabels: ["Contact", "Contact presse", "Contacts presse", "Contact de presse"],
            readingTimes: ["temps de lecture", "min de lecture", "minutes de lecture"],
            letters: ["newsletter", "infolettre"],
            invitations: ["suivez-nous", "rejoignez", "inscrivez-vous", "abonnez-vous", "recevez"],
            readMore: ["lire aussi", "à lire aussi", "à lire", "voir aussi"],
            passing: ["la suite après cette publicité"],
            tools: ["écouter", "enregistrer", "imprimer"]),
        comments: Comments(
            words: ["commenta"],
            rules: [
                "netiquette", "les commentaires sont", "modération des commentaires", "charte de modération",
                "laisser un commentaire",
            ],
            titles: ["charte des commentaires", "réactions"]),
        standIns: StandIns(
            errors: ["page introuvable", "page n'existe pas", "page demandee", "page que vous recherchez"],
            errorTitles: ["introuvable", "n'existe pas"],
            robotChecks: ["vous n'etes pas un robot"],
            paywalls: [
                "reserve aux abonnes", "reservee aux abonnes", "reste a lire", "de cet article vous reste",
                "deja abonne", "abonnez-vous pour lire",
            ],
            logins: ["mot de passe oublie", "pas encore de compte", "se souvenir de moi"],
            consents: [
                "nous utilisons des cookies", "nos partenaires et nous", "nous et nos partenaires",
                "tels que les cookies", "telles que les cookies", "respect de votre vie privee",
            ],
            personalData: ["données personnelles", "données à caractère personnel", "vos données"],
            grants: ["consentement", "consentir", "intérêt légitime", "partenaires"],
            searches: ["Résultats de recherche", "Résultats de la recherche"],
            searchesFor: ["Résultats de recherche pour ", "Résultats de la recherche pour "],
            housePages: ["Mentions légales", "Politique de confidentialité", "Conditions générales d'utilisation"]))
}
