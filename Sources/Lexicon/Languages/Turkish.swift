extension Language {
    static let turkish = Language(
        codes: ["tr"],
        rights: Rights(
            reserved: ["tum haklari saklidir"],
            companyForms: ["a.s."]))
}
