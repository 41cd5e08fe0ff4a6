extension Language {
    static let thai = Language(
        codes: ["th"],
        times: Times(
            months: [
                "มกราคม",
                "กุมภาพันธ์",
                "มีนาคม",
                "เมษายน",
                "พฤษภาคม",
                "มิถุนายน",
                "กรกฎาคม",
                "สิงหาคม",
                "กันยายน",
                "ตุลาคม",
                "พฤศจิกายน",
                "ธันวาคม",
            ],
            dottedMonths: [
                "ม.ค", "ก.พ", "มี.ค", "เม.ย", "พ.ค", "มิ.ย", "ก.ค", "ส.ค",
                "ก.ย", "ต.ค", "พ.ย", "ธ.ค",
            ],
            fillers: ["เวลา"]),
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
