extension Language {
    static let persian = Language(
        codes: ["fa"],
        times: Times(
            months: [
                "ژانویه ژانویهٔ",
                "فوریه فوریهٔ",
                "مارس",
                "آوریل",
                "مه مهٔ",
                "ژوئن",
                "ژوئیه ژوئیهٔ",
                "اوت آگوست",
                "سپتامبر",
                "اکتبر",
                "نوامبر",
                "دسامبر",
            ],
            persianMonths: [
                "فروردین", "اردیبهشت", "خرداد", "تیر", "مرداد", "شهریور", "مهر",
                "آبان", "آذر", "دی", "بهمن", "اسفند",
            ],
            fillers: ["ساعت"],
            behind: ["پیش"],
            units: ["ساعت", "دقیقه"],
            changes: ["به‌روزرسانی"]),
        people: People(
            bylines: Roles(
                author: ["نویسنده:", "به قلم"],
                reporter: ["خبرنگار:"])),
        edges: Edges(
            readMore: ["بیشتر بخوانید"]),
        comments: Comments(
            words: ["نظر"]),
        standIns: StandIns(
            errors: ["صفحه مورد نظر"],
            searches: ["نتایج جستجو"]))
}
