extension Language {
    static let dutch = Language(
        codes: ["nl"],
        rights: Rights(
            reserved: ["alle rechten voorbehouden"],
            companyForms: ["b.v.", "n.v."],
            commonForms: ["bv", "nv"],
            capitalForms: ["BV", "NV"],
            menus: ["algemene voorwaarden", "privacybeleid"],
            paperArticles: ["De", "Het"],
            creditLabels: ["foto:", "foto ©"],
            creditWords: ["foto"]))
}
