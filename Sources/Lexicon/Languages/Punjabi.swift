extension Language {
    static let punjabi = Language(
        codes: ["pa"],
        times: Times(
            months: [
                "ਜਨਵਰੀ",
                "ਫ਼ਰਵਰੀ ਫਰਵਰੀ",
                "ਮਾਰਚ",
                "ਅਪ੍ਰੈਲ ਅਪਰੈਲ",
                "ਮਈ",
                "ਜੂਨ",
                "ਜੁਲਾਈ",
                "ਅਗਸਤ",
                "ਸਤੰਬਰ",
                "ਅਕਤੂਬਰ",
                "ਨਵੰਬਰ",
                "ਦਸੰਬਰ",
            ],
            weekdays: ["ਸੋਮਵਾਰ", "ਮੰਗਲਵਾਰ", "ਬੁੱਧਵਾਰ", "ਵੀਰਵਾਰ", "ਸ਼ੁੱਕਰਵਾਰ", "ਸ਼ਨੀਵਾਰ", "ਐਤਵਾਰ"]),
        people: People(
            bylines: Roles(
                author: ["ਲੇਖਕ:", "ਲਿਖਤ:"],
                reporter: ["ਪੱਤਰਕਾਰ:", "ਰਿਪੋਰਟਰ:"],
                photographer: ["ਤਸਵੀਰ:", "ਫੋਟੋ:"]),
            ands: ["ਅਤੇ"],
            titles: ["ਪੱਤਰਕਾਰ"],
            places: ["ਨਵੀਂ ਦਿੱਲੀ", "ਚੰਡੀਗੜ੍ਹ"]),
        standIns: StandIns(
            housePages: ["ਸਾਡੇ ਬਾਰੇ"]))
}
