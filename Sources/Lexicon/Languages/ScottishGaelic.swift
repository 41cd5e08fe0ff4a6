extension Language {
    static let scottishGaelic = Language(
        codes: ["gd"],
        times: Times(
            months: [
                "",
                "",
                "mart",
                "",
                "",
                "",
                "",
                "",
                "",
                "",
                "",
                "",
            ],
            ownMonths: [
                "faoilleach",
                "gearran",
                "",
                "giblean",
                "cèitean",
                "ògmhios",
                "iuchar",
                "lùnastal",
                "sultain",
                "dàmhair",
                "",
                "dùbhlachd",
            ]))
}
