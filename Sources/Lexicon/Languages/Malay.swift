extension Language {
    static let malay = Language(
        codes: ["ms"],
        people: People(
            bylines: Roles(
                author: ["oleh:", "oleh"]),
            joiners: ["dan"],
            particles: ["bin", "bint"]),
        places: Places(
            sources: ["sumber"]),
        rights: Rights(
            reserved: ["hak cipta"]),
        edges: Edges(
            invitations: ["daftar"],
            readMore: ["baca juga"]))
}
