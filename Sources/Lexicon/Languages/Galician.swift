extension Language {
    static let galician = Language(
        codes: ["gl"],
        times: Times(
            months: [
                "xaneiro",
                "feb febreiro",
                "mar marzo",
                "abril abr",
                "maio",
                "xuño",
                "xullo",
                "agosto ago",
                "set setembro",
                "outubro out",
                "nov novembro",
                "dec decembro",
            ],
            ownMonths: [
                "xan",
                "",
                "",
                "",
                "",
                "",
                "xul",
                "",
                "",
                "",
                "",
                "",
            ]),
        standIns: StandIns(
            housePages: ["Política de privacidade", "Aviso legal", "Quen somos"]))
}
