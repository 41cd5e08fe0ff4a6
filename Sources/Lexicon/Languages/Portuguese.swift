extension Language {
    static let portuguese = Language(
        codes: ["pt"],
        rights: Rights(
            reserved: ["todos os direitos reservados"],
            reservedWithin: ["direitos reservados"],
            companyForms: ["s.a.", "lda", "ltda"],
            commonForms: ["sa"],
            legalForms: ["ltda"],
            capitalForms: ["SA"],
            companyBoundaries: ["reservados"],
            menus: ["politica de", "termos de"],
            noHolders: ["ou"],
            creditLabels: ["foto:", "fotos:"],
            creditWords: ["foto"]))
}
