extension Language {
    static let swedish = Language(
        codes: ["sv"],
        rights: Rights(
            reserved: ["alla rattigheter"],
            commonForms: ["ab"],
            capitalForms: ["AB"],
            creditLabels: ["foto:", "bild:"],
            creditWords: ["foto", "bild "]))
}
