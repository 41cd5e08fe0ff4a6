extension Language {
    static let somali = Language(
        codes: ["so"],
        times: Times(
            months: [
                "jan",
                "feb",
                "mar",
                "abr",
                "may",
                "jun",
                "",
                "agosto",
                "",
                "okt",
                "",
                "",
            ],
            ownMonths: [
                "janaayo",
                "febraayo",
                "maarso",
                "abriil",
                "maayo",
                "juun",
                "luulyo",
                "ogosto",
                "sebtembar",
                "oktoobar",
                "nofembar",
                "disembar",
            ]))
}
