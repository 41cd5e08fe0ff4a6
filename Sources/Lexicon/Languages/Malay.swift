extension Language {
    static let malay = Language(
        codes: ["ms"],
        times: Times(
            months: [
                "jan januari",
                "feb februari",
                "",
                "april apr",
                "mei",
                "jun",
                "jul",
                "ogos",
                "september sep",
                "oktober okt",
                "november nov",
                "disember",
            ],
            ownMonths: [
                "",
                "",
                "mac",
                "",
                "",
                "",
                "",
                "ogo",
                "",
                "",
                "",
                "dis",
            ],
            behind: ["lalu", "lepas"],
            units: ["saat", "minit", "jam", "hari", "minggu", "bulan", "tahun"]),
        people: People(
            bylines: Roles(
                author: ["oleh:", "oleh", "penulis:", "ditulis oleh"],
                reporter: ["wartawan:", "laporan:"],
                photographer: ["gambar:", "foto:"],
                translator: ["penterjemah:"]),
            joiners: ["dan"],
            particles: ["bin", "bint"]),
        places: Places(
            sources: ["sumber"]),
        rights: Rights(
            reserved: ["hak cipta"]),
        edges: Edges(
            invitations: ["daftar"],
            readMore: ["baca juga"]),
        standIns: StandIns(
            housePages: ["Dasar Privasi", "Terma dan Syarat", "Hubungi Kami", "Mengenai Kami"]))
}
