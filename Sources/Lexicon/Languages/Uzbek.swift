extension Language {
    static let uzbek = Language(
        codes: ["uz"],
        times: Times(
            months: [
                "yanvar январ",
                "fev fevral феврал",
                "mar mart",
                "apr aprel апрел",
                "may",
                "iyun",
                "iyul",
                "avgust",
                "сентябр",
                "okt октябр",
                "noyabr ноябр",
                "dekabr декабр",
            ],
            ownMonths: [
                "yan",
                "",
                "",
                "",
                "",
                "iyn",
                "iyl",
                "",
                "sen",
                "",
                "noy",
                "dek",
            ],
            behind: ["oldin", "avval"],
            units: ["soniya", "daqiqa", "soat", "kun", "hafta", "oy", "yil"]),
        people: People(
            bylines: Roles(
                author: ["muallif:", "муаллиф:"],
                reporter: ["muxbir:"])),
        standIns: StandIns(
            housePages: ["Maxfiylik siyosati", "Biz haqimizda"]))
}
