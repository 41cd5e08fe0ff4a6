extension Language {
    static let vietnamese = Language(
        codes: ["vi"],
        times: Times(
            monthPrefixes: ["thang"],
            yearPrefixes: ["nam"],
            mornings: ["sa"],
            afternoons: ["ch"],
            fillers: ["luc", "ngay"],
            before: ["cach"],
            behind: ["truoc"],
            units: ["gio", "phut", "ngay", "tuan"],
            changes: ["cập nhật"]),
        people: People(
            bylines: Roles(
                author: ["tac gia:", "theo", "tac gia"]),
            joiners: ["va"],
            writtenBy: ["Được viết bởi"]),
        places: Places(
            sources: ["nguon"],
            homes: ["trang chu"]),
        rights: Rights(
            reserved: ["bao luu moi quyen"]),
        edges: Edges(
            disclaimers: ["tuyên bố miễn trừ trách nhiệm"],
            contacts: ["duong day nong", "gui phan hoi"],
            readingTimes: ["thời gian đọc"],
            readMore: ["xem thêm", "đọc thêm"]),
        comments: Comments(
            words: ["bình luận"]),
        standIns: StandIns(
            errors: ["khong tim thay trang"],
            logins: ["quen mat khau"],
            searches: ["Kết quả tìm kiếm"],
            housePages: ["Chính sách bảo mật"]))
}
