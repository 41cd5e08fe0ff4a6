extension Language {
    static let persian = Language(
        codes: ["fa"],
        comments: Comments(
            words: ["نظر"]),
        standIns: StandIns(
            errors: ["صفحه مورد نظر"],
            searches: ["نتایج جستجو"]))
}
