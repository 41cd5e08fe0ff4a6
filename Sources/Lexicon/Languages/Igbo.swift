extension Language {
    static let igbo = Language(
        codes: ["ig"],
        times: Times(
            months: [
                "",
                "feb februwari",
                "",
                "",
                "",
                "jun",
                "jul",
                "",
                "sep septemba",
                "okt",
                "nov novemba",
                "disemba",
            ],
            ownMonths: [
                "jenụwarị",
                "",
                "maachị",
                "epreel",
                "mee",
                "juun",
                "",
                "ọgọọst",
                "",
                "",
                "",
                "",
            ]))
}
