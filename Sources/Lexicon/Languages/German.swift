extension Language {
    static let german = Language(
        codes: ["de"],
        rights: Rights(
            reserved: ["alle rechte vorbehalten"],
            companyForms: ["gmbh"],
            commonForms: ["ag", "kg"],
            legalForms: ["gmbh"],
            capitalForms: ["AG", "KG", "UG"],
            companyBoundaries: ["teil", "marke", "impressum", "datenschutzbestimmungen", "vorbehalten", "von"],
            menus: ["impressum", "datenschutz", "nutzungsbedingungen", "agb", "kontakt"],
            paperArticles: ["Der", "Die", "Das"],
            creditLabels: [
                "foto:", "fotos:", "foto ©", "foto by", "bild:", "bilder:", "bild ©", "bildquelle", "symbolbild",
            ],
            creditWords: ["foto", "bild ", "privat"]))
}
