extension Language {
    static let turkmen = Language(
        codes: ["tk"],
        times: Times(
            months: [
                "ýanwar",
                "fewral",
                "mar mart",
                "apr aprel",
                "may",
                "iyun",
                "iyul",
                "awgust",
                "sentyabr",
                "okt oktyabr",
                "noyabr",
                "dekabr",
            ],
            ownMonths: [
                "ýan",
                "few",
                "",
                "",
                "",
                "",
                "",
                "awg",
                "sen",
                "",
                "noý",
                "dek",
            ]))
}
