extension Language {
    static let bengali = Language(
        codes: ["bn"],
        times: Times(
            months: [
                "জানুয়ারি জানুয়ারী জানু",
                "ফেব্রুয়ারি ফেব্রুয়ারী ফেব ফেব্রু",
                "মার্চ",
                "এপ্রিল এপ্রি",
                "মে",
                "জুন",
                "জুলাই জুল",
                "আগস্ট আগ",
                "সেপ্টেম্বর সেপ সেপ্ট",
                "অক্টোবর অক্টো",
                "নভেম্বর নভে",
                "ডিসেম্বর ডিসে",
            ],
            behind: ["আগে"]),
        people: People(
            bylines: Roles(
                author: ["লেখক:"])),
        edges: Edges(
            readMore: ["আরও পড়ুন"]),
        comments: Comments(
            words: ["মন্তব্য"]))
}
