extension Language {
    static let spanish = Language(
        codes: ["es"],
        rights: Rights(
            reserved: ["todos los derechos reservados"],
            reservedWithin: ["derechos reservados"],
            companyForms: ["s.a.", "s.l.", "s.l.u."],
            commonForms: ["sa"],
            legalForms: ["ltda"],
            capitalForms: ["SA", "SL", "SLU"],
            companyBoundaries: ["propietario", "reservados"],
            menus: ["aviso legal", "politica de", "terminos y", "condiciones de"],
            paperArticles: ["La", "El"],
            creditLabels: ["foto:", "fotos:", "foto ©"],
            creditWords: ["foto"]))
}
