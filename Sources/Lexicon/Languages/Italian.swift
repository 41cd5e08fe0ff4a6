extension Language {
    static let italian = Language(
        codes: ["it"],
        rights: Rights(
            reserved: ["tutti i diritti riservati"],
            reservedWithin: ["diritti riservati", "riproduzione riservata", "tutti i diritti sono riservati"],
            companyForms: ["s.p.a.", "srl", "s.r.l."],
            commonForms: ["spa"],
            legalForms: ["srl"],
            capitalForms: ["SpA", "SPA"],
            companyBoundaries: ["riservati"],
            menus: ["note legali", "informativa"],
            paperArticles: ["La", "Il"],
            creditLabels: ["foto:", "foto ©"],
            creditWords: ["foto"]))
}
