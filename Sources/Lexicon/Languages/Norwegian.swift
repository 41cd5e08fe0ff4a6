extension Language {
    static let norwegian = Language(
        codes: ["no", "nb", "nn"],
        rights: Rights(
            reserved: ["alle rettigheter"],
            commonForms: ["as"],
            capitalForms: ["AS", "ASA"],
            creditLabels: ["foto:"],
            creditWords: ["foto"]))
}
