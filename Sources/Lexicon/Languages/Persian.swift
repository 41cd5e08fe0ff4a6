extension Language {
    static let persian = Language(
        codes: ["fa"],
        people: People(
            bylines: Roles(
                author: ["نویسنده:", "به قلم"],
                reporter: ["خبرنگار:"])),
        comments: Comments(
            words: ["نظر"]),
        standIns: StandIns(
            errors: ["صفحه مورد نظر"],
            searches: ["نتایج جستجو"]))
}
