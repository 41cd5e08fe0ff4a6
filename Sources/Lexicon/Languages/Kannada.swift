extension Language {
    static let kannada = Language(
        codes: ["kn"],
        times: Times(
            months: [
                "ಜನವರಿ ಜನ",
                "ಫೆಬ್ರವರಿ ಫೆಬ್ರ",
                "ಮಾರ್ಚ್",
                "ಏಪ್ರಿಲ್ ಏಪ್ರಿ",
                "ಮೇ",
                "ಜೂನ್",
                "ಜುಲೈ",
                "ಆಗಸ್ಟ್ ಆಗ",
                "ಸೆಪ್ಟೆಂಬರ್ ಸೆಪ್ಟೆಂ",
                "ಅಕ್ಟೋಬರ್ ಅಕ್ಟೋ",
                "ನವೆಂಬರ್ ನವೆಂ",
                "ಡಿಸೆಂಬರ್ ಡಿಸೆಂ",
            ]),
        people: People(
            bylines: Roles(
                author: ["ಲೇಖಕ:", "ಲೇಖಕರು:", "ಬರಹ:"],
                reporter: ["ವರದಿಗಾರ:", "ವರದಿ:"],
                photographer: ["ಚಿತ್ರ:", "ಫೋಟೋ:"],
                translator: ["ಅನುವಾದ:"]),
            ands: ["ಮತ್ತು"],
            titles: ["ವರದಿಗಾರ"],
            places: ["ಬೆಂಗಳೂರು", "ನವದೆಹಲಿ", "ಮೈಸೂರು"]))
}
