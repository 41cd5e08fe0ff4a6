extension Language {
    static let malay = Language(
        codes: ["ms"],
        places: Places(
            sources: ["sumber"]),
        rights: Rights(
            reserved: ["hak cipta"]),
        edges: Edges(
            invitations: ["daftar"]))
}
