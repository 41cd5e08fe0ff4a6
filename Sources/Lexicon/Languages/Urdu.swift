extension Language {
    static let urdu = Language(
        codes: ["ur"],
        times: Times(
            months: [
                "جنوری",
                "فروری",
                "مارچ",
                "اپریل",
                "مئی",
                "جون",
                "جولائی",
                "اگست",
                "ستمبر",
                "اکتوبر",
                "نومبر",
                "دسمبر",
            ]),
        people: People(
            bylines: Roles(
                author: ["تحریر:"])))
}
