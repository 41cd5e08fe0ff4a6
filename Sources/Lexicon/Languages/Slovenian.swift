extension Language {
    static let slovenian = Language(
        codes: ["sl"],
        times: Times(
            before: ["pred"],
            units: ["dni"]),
        people: People(
            bylines: Roles(
                author: ["avtor:"])),
        rights: Rights(
            reservedWithin: ["vse pravice pridrzane"],
            companyForms: ["d.o.o."],
            legalForms: ["doo"]),
        edges: Edges(
            readMore: ["preberite tudi"]),
        comments: Comments(
            words: ["komentar"]),
        standIns: StandIns(
            personalData: ["osebnih podatkov"],
            grants: ["pristan", "soglas"]))
}
