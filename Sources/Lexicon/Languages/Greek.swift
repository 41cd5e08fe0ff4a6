extension Language {
    static let greek = Language(
        codes: ["el"],
        rights: Rights(
            reserved: ["με επιφυλαξη"],
            companyForms: ["α.ε."],
            legalForms: ["επε"],
            capitalForms: ["ΑΕ"],
            menus: ["οροι χρησησ"]))
}
