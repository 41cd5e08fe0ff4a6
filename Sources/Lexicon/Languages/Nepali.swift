extension Language {
    static let nepali = Language(
        codes: ["ne"],
        times: Times(
            months: [
                "जनवरी",
                "फेब्रुअरी",
                "मार्च",
                "अप्रिल",
                "मे",
                "जुन",
                "जुलाई",
                "अगस्ट",
                "सेप्टेम्बर",
                "अक्टोबर",
                "नोभेम्बर",
                "डिसेम्बर",
            ],
            weekdays: ["सोमबार", "मङ्गलबार", "बुधबार", "बिहिबार", "शुक्रबार", "शनिबार", "आइतबार"]),
        people: People(
            bylines: Roles(
                author: ["लेखक:", "लेखन:"],
                reporter: ["संवाददाता:", "रिपोर्ट:"],
                photographer: ["तस्बिर:", "फोटो:"]),
            ands: ["र"],
            places: ["काठमाडौं", "पोखरा"]),
        standIns: StandIns(
            housePages: ["गोपनीयता नीति", "हाम्रो बारेमा"]))
}
