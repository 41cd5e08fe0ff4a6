extension Language {
    static let hungarian = Language(
        codes: ["hu"],
        rights: Rights(
            reserved: ["minden jog fenntartva"],
            companyForms: ["kft", "kft.", "zrt."],
            legalForms: ["kft", "zrt"]))
}
