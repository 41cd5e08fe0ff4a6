extension Language {
    static let serbian = Language(
        codes: ["sr"],
        times: Times(
            units: ["minuta", "sati", "sata", "sat", "dana", "dan"]),
        people: People(
            bylines: Roles(
                author: ["pise:", "pisu:", "пише:", "аутор:"]),
            ands: ["i", "и"]),
        places: Places(
            sources: ["извор", "izvor"]),
        rights: Rights(
            reservedWithin: ["сва права задржана"],
            companyForms: ["d.o.o."],
            legalForms: ["doo"],
            noHolders: ["od"]),
        comments: Comments(
            words: ["komentar", "коментар"]),
        standIns: StandIns(
            personalData: ["osobni podaci", "ličnih podataka"],
            grants: ["pristan"]))
}
