extension Language {
    static let kinyarwanda = Language(
        codes: ["rw"],
        times: Times(
            ownMonths: [
                "mutarama",
                "gashyantare",
                "werurwe",
                "mata",
                "gicurasi",
                "kamena",
                "nyakanga",
                "kanama",
                "nzeri",
                "ukwakira",
                "ugushyingo",
                "ukuboza",
            ]))
}
