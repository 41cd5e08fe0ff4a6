extension Language {
    static let french = Language(
        codes: ["fr"],
        rights: Rights(
            reserved: ["tous droits reserves"],
            reservedWithin: ["droits reserves"],
            companyForms: ["s.a.", "s.a.s."],
            commonForms: ["sa", "sas"],
            legalForms: ["sarl"],
            capitalForms: ["SA", "SAS"],
            companyBoundaries: ["reserves"],
            menus: ["mentions legales", "politique de", "conditions generales"],
            noHolders: ["ou"],
            paperArticles: ["Le", "La", "Les"],
            creditLabels: ["photo:", "photos:", "photo ©"],
            creditWords: ["photo"]))
}
