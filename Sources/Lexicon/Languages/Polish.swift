extension Language {
    static let polish = Language(
        codes: ["pl"],
        rights: Rights(
            reserved: ["wszelkie prawa zastrzezone"],
            reservedWithin: ["wszystkie prawa zastrzezone"],
            companyForms: ["sp."],
            longForms: [" sp z oo", " sp z o o"],
            companyBoundaries: ["zastrzezone"],
            menus: ["licencja na", "kontakt", "polityka prywatnosci", "regulamin"],
            noHolders: ["od"],
            creditLabels: ["foto:", "fot."],
            creditWords: ["foto"]))
}
