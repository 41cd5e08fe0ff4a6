extension Language {
    static let kurdish = Language(
        codes: ["ku"],
        times: Times(
            months: [
                "rêbendan",
                "sibat",
                "",
                "nisan",
                "",
                "hezîran",
                "tîrmeh",
                "tebax",
                "îlon",
                "cotmeh",
                "mijdar",
                "berfanbar",
            ],
            ownMonths: [
                "çile",
                "reşemî",
                "adar",
                "avrêl",
                "gulan",
                "",
                "",
                "",
                "",
                "",
                "",
                "",
            ]))
}
