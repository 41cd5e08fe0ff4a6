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
            units: ["giay", "phut", "gio tieng", "ngay", "tuan", "thang", "nam"],
            todays: ["hom nay"],
            yesterdays: ["hom qua"],
            publications: ["ngày đăng", "đăng lúc", "xuất bản"],
            changes: ["cập nhật", "chỉnh sửa"]),
        people: People(
            bylines: Roles(
                author: ["tac gia:", "theo", "tac gia", "bai:", "bai viet:", "bai va anh:", "nguoi viet:", "viet boi"],
                reporter: ["phong vien:", "nhom phong vien:", "phong vien", "pv:"],
                editor: ["bien tap:", "bien tap vien:"],
                photographer: ["anh:"],
                translator: ["bien dich:", "nguoi dich:"]),
            joiners: ["va"],
            writtenBy: ["Được viết bởi", "Tác giả"]),
        places: Places(
            sources: ["nguon"],
            homes: ["trang chu", "trang nhat"],
            crumbLabels: ["bạn đang ở đây", "bạn đang ở"],
            noSections: ["chưa phân loại", "chưa được phân loại"],
            tags: ["từ khóa", "chủ đề"]),
        rights: Rights(
            reserved: ["bao luu moi quyen", "giu ban quyen noi dung"],
            reservedWithin: ["moi quyen duoc bao luu"],
            licences: ["giay phep so", "giay phep hoat dong bao chi"],
            menus: ["dieu khoan su dung", "chinh sach bao mat", "lien he quang cao"]),
        edges: Edges(
            disclaimers: ["tuyên bố miễn trừ trách nhiệm"],
            notices: [
                "ghi ro nguon", "khong duoc sao chep", "quan điểm riêng của tác giả", "không nhất thiết phản ánh",
            ],
            earnings: ["nhận hoa hồng", "nhận được hoa hồng", "hưởng hoa hồng"],
            shopLinks: ["liên kết", "đường link"],
            followings: ["theo dõi"],
            contacts: ["duong day nong", "gui phan hoi", "lien he toa soan", "gui bai ve toa soan"],
            readingTimes: ["thời gian đọc", "phút đọc"],
            letters: ["ban tin"],
            invitations: ["dang ky nhan"],
            readMore: ["xem thêm", "đọc thêm", "tin liên quan", "bài liên quan", "mời bạn đọc thêm"],
            passing: ["Bài viết tiếp tục bên dưới"]),
        comments: Comments(
            words: ["bình luận"],
            titles: ["bình luận", "ý kiến bạn đọc"]),
        standIns: StandIns(
            errors: ["khong tim thay trang", "trang ban tim khong ton tai", "trang khong ton tai"],
            robotChecks: ["toi khong phai la nguoi may", "xac minh ban la con nguoi"],
            paywalls: ["danh rieng cho doc gia tra phi", "dang ky goi doc bao"],
            logins: ["quen mat khau", "dang nhap de doc tiep"],
            consents: ["trang web nay su dung cookie", "chung toi su dung cookie"],
            searches: ["Kết quả tìm kiếm"],
            housePages: ["Chính sách bảo mật", "Điều khoản sử dụng", "Liên hệ quảng cáo", "Về chúng tôi"]))
}
