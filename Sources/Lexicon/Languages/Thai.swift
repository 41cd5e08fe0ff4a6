extension Language {
    static let thai = Language(
        codes: ["th"],
        people: People(
            bylines: Roles(
                author: ["โดย", "ผู้เขียน:", "ผู้เขียน", "เรื่อง:"],
                photographer: ["ภาพ:"])),
        comments: Comments(
            words: ["ความคิดเห็น"]),
        standIns: StandIns(
            errors: ["ไม่พบหน้า"]))
}
