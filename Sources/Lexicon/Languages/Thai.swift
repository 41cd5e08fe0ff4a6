extension Language {
    static let thai = Language(
        codes: ["th"],
        people: People(
            bylines: Roles(
                author: ["โดย", "ผู้เขียน:", "ผู้เขียน", "เรื่อง:"],
                photographer: ["ภาพ:"])),
        places: Places(
            tags: ["แท็กที่เกี่ยวข้อง"]),
        edges: Edges(
            readMore: ["อ่านเพิ่มเติม"]),
        comments: Comments(
            words: ["ความคิดเห็น"]),
        standIns: StandIns(
            errors: ["ไม่พบหน้า"]))
}
