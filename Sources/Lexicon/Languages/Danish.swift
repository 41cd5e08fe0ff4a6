extension Language {
    static let danish = Language(
        codes: ["da"],
        rights: Rights(
            companyForms: ["a/s"],
            commonForms: ["as"],
            legalForms: ["aps"],
            capitalForms: ["AS"],
            creditLabels: ["foto:"],
            creditWords: ["foto"]))
}
