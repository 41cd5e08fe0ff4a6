extension Language {
    static let pashto = Language(
        codes: ["ps"],
        times: Times(
            months: [
                "جنوري",
                "فبروري فېبروري",
                "مارچ",
                "اپریل",
                "مۍ",
                "جون",
                "جولای",
                "اګست",
                "سېپتمبر سپتمبر",
                "اکتوبر",
                "نومبر",
                "دسمبر",
            ]),
        people: People(
            bylines: Roles(
                author: ["ليکوال:", "لیکوال:"],
                reporter: ["خبريال:"])))
}
