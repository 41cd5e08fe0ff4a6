extension Language {
    static let azerbaijani = Language(
        codes: ["az"],
        times: Times(
            months: [
                "yanvar",
                "fev fevral",
                "mar mart",
                "apr aprel",
                "may",
                "iyun",
                "iyul",
                "avqust",
                "sentyabr sentabr",
                "okt oktyabr oktabr",
                "noyabr",
                "dekabr",
            ],
            ownMonths: [
                "yan",
                "",
                "",
                "",
                "",
                "iyn",
                "iyl",
                "avq",
                "sen",
                "",
                "noy",
                "dek",
            ],
            behind: ["evvel"],
            units: ["saniye", "deqiqe", "saat", "gun", "hefte", "ay", "il"]),
        people: People(
            bylines: Roles(
                author: ["muellif:"])),
        standIns: StandIns(
            housePages: ["Məxfilik siyasəti", "Haqqımızda", "Bizimlə əlaqə"]))
}
