extension Language {
    static let romanian = Language(
        codes: ["ro"],
        rights: Rights(
            reserved: ["toate drepturile"],
            companyForms: ["srl", "s.r.l."],
            legalForms: ["srl"]))
}
