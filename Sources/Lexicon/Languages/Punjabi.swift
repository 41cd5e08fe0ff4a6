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
            ]))
}
