extension Language {
    static let arabic = Language(
        codes: ["ar"],
        rights: Rights(
            reserved: ["جميع الحقوق محفوظة"]))
}
