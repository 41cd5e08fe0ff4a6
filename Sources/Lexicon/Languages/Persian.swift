extension Language {
    static let persian = Language(
        codes: ["fa"],
        times: Times(
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
