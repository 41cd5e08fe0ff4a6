extension Language {
    static let luxembourgish = Language(
        codes: ["lb"],
        times: Times(
            months: [
                "jan januar",
                "feb februar",
                "maerz",
                "abr abrëll",
                "",
                "jun juni",
                "jul juli",
                "august aug",
                "september sep",
                "oktober okt",
                "november nov",
                "dezember dez",
            ],
            ownMonths: [
                "",
                "",
                "mäe",
                "",
                "mee",
                "",
                "",
                "",
                "",
                "",
                "",
                "",
            ]))
}
