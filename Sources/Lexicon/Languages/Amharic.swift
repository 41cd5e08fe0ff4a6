extension Language {
    static let amharic = Language(
        codes: ["am"],
        times: Times(
            months: [
                "ጃንዋሪ ጃንዩወሪ",
                "ፌብሩዋሪ ፌብሩወሪ",
                "ማርች",
                "ኤፕሪል",
                "ሜይ",
                "ጁን",
                "ጁላይ",
                "ኦገስት",
                "ሴፕቴምበር",
                "ኦክቶበር",
                "ኖቬምበር",
                "ዲሴምበር",
            ]),
        people: People(
            bylines: Roles(
                author: ["ጸሐፊ:", "በ፡"])))
}
