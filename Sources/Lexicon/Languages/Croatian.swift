extension Language {
    static let croatian = Language(
        codes: ["hr"],
        rights: Rights(
            reservedWithin: ["sva prava pridrzana"],
            companyForms: ["d.o.o."],
            legalForms: ["doo"],
            noHolders: ["od"]))
}
