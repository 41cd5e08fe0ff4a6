extension Language {
    static let odia = Language(
        codes: ["or"],
        times: Times(
            months: [
                "ଜାନୁଆରୀ",
                "ଫେବୃଆରୀ",
                "ମାର୍ଚ୍ଚ",
                "ଅପ୍ରେଲ",
                "ମଇ",
                "ଜୁନ",
                "ଜୁଲାଇ",
                "ଅଗଷ୍ଟ",
                "ସେପ୍ଟେମ୍ବର",
                "ଅକ୍ଟୋବର",
                "ନଭେମ୍ବର",
                "ଡିସେମ୍ବର",
            ],
            weekdays: ["ସୋମବାର", "ମଙ୍ଗଳବାର", "ବୁଧବାର", "ଗୁରୁବାର", "ଶୁକ୍ରବାର", "ଶନିବାର", "ରବିବାର"]),
        people: People(
            bylines: Roles(
                author: ["ଲେଖକ:"])))
}
