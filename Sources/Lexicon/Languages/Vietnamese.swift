extension Language {
    static let vietnamese = Language(
        codes: ["vi"],
        rights: Rights(
            reserved: ["bao luu moi quyen"]))
}
