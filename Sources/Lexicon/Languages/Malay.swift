extension Language {
    static let malay = Language(
        codes: ["ms"],
        rights: Rights(
            reserved: ["hak cipta"]),
        edges: Edges(
            invitations: ["daftar"]))
}
