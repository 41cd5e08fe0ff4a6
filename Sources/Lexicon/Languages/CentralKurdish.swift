extension Language {
    static let centralKurdish = Language(
        codes: ["ckb"],
        times: Times(
            months: [
                "",
                "شوبات",
                "ئازار",
                "نیسان",
                "ئایار",
                "حوزەیران",
                "تەممووز تەمموز",
                "ئاب",
                "ئەیلوول ئەیلول",
                "",
                "",
                "",
            ],
            octoberPairs: ["تشرینی"],
            decemberPairs: ["کانوونی", "کانونی"],
            pairFirsts: ["یەکەم"],
            pairSeconds: ["دووەم"]))
}
