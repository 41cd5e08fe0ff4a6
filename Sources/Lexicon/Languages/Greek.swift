extension Language {
    static let greek = Language(
        codes: ["el"],
        times: Times(
            before: ["πριν"],
            units: ["ωρα", "ωρεσ", "λεπτα", "ημερεσ"],
            changes: ["ενημερώθηκε", "ενημέρωση", "τελευταία ενημέρωση"]),
        people: People(
            bylines: Roles(
                author: [
                    "του", "τησ", "των", "γραφει ο", "γραφει η", "γραφει:",
                    "γραφουν οι", "συντακτησ:",
                ],
                editor: ["επιμελεια:"],
                photographer: ["φωτογραφιεσ:"]),
            ands: ["και"],
            timeWords: ["δημοσιευτηκε", "δημοσιευθηκε", "ενημερωθηκε"],
            stops: ["δημοσιευση", "ενημερωση"],
            writtenBy: ["Συντάχθηκε από"]),
        places: Places(
            sources: ["πηγη"],
            homes: ["αρχικη"],
            crumbLabels: ["είστε εδώ", "βρίσκεστε εδώ"]),
        rights: Rights(
            reserved: ["με επιφυλαξη"],
            companyForms: ["α.ε."],
            legalForms: ["επε"],
            capitalForms: ["ΑΕ"],
            menus: ["οροι χρησησ"]),
        edges: Edges(
            contacts: ["επικοινωνηστε", "αναφορα λαθουσ"],
            readingTimes: ["χρόνος ανάγνωσης"],
            readMore: [
                "διαβάστε επίσης", "διαβάστε ακόμη", "δείτε επίσης",
                "δείτε ακόμη",
            ],
            passing: ["συνέχεια μετά τη διαφήμιση"]),
        comments: Comments(
            words: ["σχόλι", "σχολι"],
            rules: ["τα σχόλια"],
            titles: ["κανόνες σχολιασμού", "τα σχόλιά σας"]),
        standIns: StandIns(
            errors: ["η σελιδα δεν βρεθηκε"],
            errorTitles: ["δεν βρέθηκε"],
            paywalls: ["μονο για συνδρομητεσ"],
            logins: ["ξεχασατε τον κωδικο"],
            consents: ["χρησιμοποιουμε cookies"],
            personalData: ["προσωπικά δεδομένα", "προσωπικών δεδομένων"],
            grants: ["συγκατάθεση", "συναίνεση"],
            searches: ["Αποτελέσματα αναζήτησης"],
            housePages: ["Πολιτική απορρήτου", "Όροι χρήσης"]))
}
