extension Language {
    static let bulgarian = Language(
        codes: ["bg"],
        rights: Rights(
            reservedWithin: ["всички права запазени"]))
}
