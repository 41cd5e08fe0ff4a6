extension Language {
    static let gujarati = Language(
        codes: ["gu"],
        times: Times(
            months: [
                "જાન્યુઆરી જાન્યુ",
                "ફેબ્રુઆરી ફેબ્રુ",
                "માર્ચ",
                "એપ્રિલ",
                "મે",
                "જૂન",
                "જુલાઈ",
                "ઑગસ્ટ ઓગસ્ટ ઓગ ઑગ",
                "સપ્ટેમ્બર સપ્ટે",
                "ઑક્ટોબર ઓક્ટોબર ઑક્ટો ઓક્ટો",
                "નવેમ્બર નવે",
                "ડિસેમ્બર ડિસે",
            ]),
        people: People(
            bylines: Roles(
                author: ["લેખક:", "લેખન:"],
                reporter: ["રિપોર્ટર:", "સંવાદદાતા:"],
                photographer: ["તસવીર:", "ફોટો:"],
                translator: ["અનુવાદ:"]),
            ands: ["અને"],
            titles: ["સંવાદદાતા"],
            places: ["અમદાવાદ", "નવી દિલ્હી", "સુરત"]))
}
