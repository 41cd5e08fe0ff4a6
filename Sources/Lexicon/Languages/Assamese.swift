extension Language {
    static let assamese = Language(
        codes: ["as"],
        times: Times(
            months: [
                "জানুৱাৰী",
                "ফেব্ৰুৱাৰী",
                "মাৰ্চ",
                "এপ্ৰিল",
                "",
                "জুন",
                "জুলাই",
                "আগষ্ট",
                "ছেপ্তেম্বৰ",
                "অক্টোবৰ",
                "নৱেম্বৰ",
                "ডিচেম্বৰ",
            ]))
}
