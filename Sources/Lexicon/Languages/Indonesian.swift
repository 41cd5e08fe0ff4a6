extension Language {
    static let indonesian = Language(
        codes: ["id"],
        times: Times(
            behind: ["lalu"],
            units: ["jam", "menit", "hari", "minggu", "bulan"]),
        people: People(
            bylines: Roles(
                author: ["penulis:", "oleh:", "oleh", "diposting oleh", "ditulis oleh", "dipublikasikan oleh"],
                reporter: ["pewarta:"]),
            joiners: ["dan"]),
        places: Places(
            sources: ["sumber"],
            homes: ["beranda"]),
        rights: Rights(
            reserved: ["hak cipta"]),
        edges: Edges(
            contacts: ["laporkan kesalahan", "hubungi redaksi"],
            readingTimes: ["waktu baca", "menit baca"],
            letters: ["buletin"],
            invitations: ["gabung", "daftar", "berlangganan"]),
        comments: Comments(
            words: ["komentar"],
            rules: ["ketentuan komentar"]),
        standIns: StandIns(
            errors: ["halaman tidak ditemukan"],
            logins: ["lupa kata sandi"],
            consents: ["menggunakan cookie"],
            searches: ["Hasil pencarian"],
            housePages: ["Kebijakan Privasi"]))
}
