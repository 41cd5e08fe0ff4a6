extension Language {
    static let finnish = Language(
        codes: ["fi"],
        rights: Rights(
            reserved: ["kaikki oikeudet"],
            companyForms: ["oy", "oyj"],
            legalForms: ["oyj"]))
}
