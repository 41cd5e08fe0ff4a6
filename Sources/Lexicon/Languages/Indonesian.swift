extension Language {
    static let indonesian = Language(
        codes: ["id"],
        rights: Rights(
            reserved: ["hak cipta"]))
}
