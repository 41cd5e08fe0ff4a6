extension Language {
    static let indonesian = Language(
        codes: ["id"],
        times: Times(
            months: [
                "jan januari",
                "feb februari pebruari",
                "mar maret",
                "april apr",
                "mei",
                "jun juni",
                "jul juli",
                "agustus agt agu",
                "september sep",
                "oktober okt",
                "november nov noember nopember",
                "desember des",
            ],
            fillers: ["pada", "pukul", "jam"],
            weekdays: ["senin", "selasa", "rabu", "kamis", "jumat", "sabtu", "minggu"],
            behind: ["lalu"],
            units: ["detik", "menit", "jam", "hari", "minggu pekan", "bulan", "tahun"],
            todays: ["hari ini"],
            yesterdays: ["kemarin"],
            publications: ["diterbitkan", "dipublikasikan", "tayang", "terbit"],
            occasions: ["kapan", "waktu acara"],
            changes: ["diperbarui"]),
        people: People(
            bylines: Roles(
                author: ["penulis:", "oleh:", "oleh", "diposting oleh", "ditulis oleh", "dipublikasikan oleh"],
                reporter: ["pewarta:", "reporter:", "laporan:", "wartawan:", "kontributor:", "jurnalis:"],
                editor: ["editor:", "penyunting:", "redaktur:"],
                photographer: ["foto:", "fotografer:"],
                translator: ["penerjemah:"]),
            joiners: ["dan"],
            titles: ["wartawan", "jurnalis"],
            writtenBy: ["Ditulis oleh"]),
        places: Places(
            sources: ["sumber"],
            homes: ["beranda"]),
        rights: Rights(
            reserved: ["hak cipta"]),
        edges: Edges(
            notices: ["tanggung jawab penulis"],
            earnings: ["mendapatkan komisi", "mendapat komisi", "memperoleh komisi"],
            shopLinks: ["tautan", "link"],
            followings: ["ikuti", "follow"],
            contacts: ["laporkan kesalahan", "hubungi redaksi"],
            readingTimes: ["waktu baca", "menit baca"],
            letters: ["buletin"],
            invitations: ["gabung", "daftar", "berlangganan"],
            readMore: [
                "baca juga", "lihat juga", "simak juga", "tonton juga", "simak juga video", "simak video",
                "lihat juga video", "tonton juga video",
            ],
            passing: ["artikel berlanjut setelah iklan", "scroll untuk melanjutkan membaca"],
            tools: ["dengarkan", "simpan", "cetak"]),
        comments: Comments(
            words: ["komentar"],
            rules: ["ketentuan komentar"],
            titles: ["ketentuan komentar"]),
        standIns: StandIns(
            errors: ["halaman tidak ditemukan"],
            logins: ["lupa kata sandi"],
            consents: ["menggunakan cookie"],
            searches: ["Hasil pencarian"],
            housePages: [
                "Kebijakan Privasi", "Tentang Kami", "Hubungi Kami", "Syarat dan Ketentuan", "Pedoman Media Siber",
            ]))
}
