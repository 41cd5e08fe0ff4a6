extension Language {
    static let thai = Language(
        codes: ["th"],
        comments: Comments(
            words: ["ความคิดเห็น"]),
        standIns: StandIns(
            errors: ["ไม่พบหน้า"]))
}
