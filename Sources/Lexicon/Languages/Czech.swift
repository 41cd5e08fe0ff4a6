extension Language {
    static let czech = Language(
        codes: ["cs"],
        rights: Rights(
            reserved: ["vsechna prava vyhrazena"],
            companyForms: ["a.s.", "s.r.o."],
            legalForms: ["sro"],
            longForms: [" s r o"]))
}
