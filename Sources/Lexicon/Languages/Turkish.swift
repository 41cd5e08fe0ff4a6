extension Language {
    static let turkish = Language(
        codes: ["tr"],
        times: Times(
            months: [
                "ocak oca",
                "subat sub",
                "mar mart",
                "nisan nis",
                "may mayis",
                "haziran haz",
                "temmuz tem",
                "agustos agu",
                "eylul eyl",
                "ekim eki",
                "kasim kas",
                "aralik ara",
            ],
            fillers: ["saat", "saati", "ve", "tarihinde"],
            weekdays: ["pazartesi", "sali", "carsamba", "persembe", "cuma", "cumartesi", "pazar"],
            behind: ["once"],
            units: ["saat", "dakika", "dk", "gun", "hafta"],
            changes: ["son güncelleme", "güncelleme", "güncellendi"]),
        people: People(
            bylines: Roles(
                author: ["yazan:", "yazar:"],
                reporter: ["haber:", "muhabir:"]),
            ands: ["ve"],
            titles: ["muhabir"],
            organisations: ["ajansi", "ajans", "gazetesi"],
            agencies: ["ajansı"],
            stops: ["guncelleme", "yayinlanma"],
            writtenBy: ["Yazan"]),
        places: Places(
            sources: ["kaynak"],
            homes: ["anasayfa", "ana sayfa"],
            crumbLabels: ["buradasınız"],
            actions: ["geri"],
            tags: ["konular", "ilgili konular"]),
        rights: Rights(
            reserved: ["tum haklari saklidir"],
            companyForms: ["a.s."]),
        edges: Edges(
            disclaimers: ["yasal uyarı"],
            contacts: ["hata bildir", "bize ulasin", "ihbar hatti"],
            contactLabels: ["Basın iletişim"],
            readingTimes: ["okuma süresi", "dakikalık okuma"],
            letters: ["e-bülten", "bültenimiz"],
            invitations: ["takip edin", "abone ol"],
            readMore: ["ayrıca okuyun", "bunlar da ilginizi çekebilir", "ilgili haber"],
            passing: ["haberin devamı"],
            tools: ["dinle", "kaydet", "yazdır", "haberin devamı"]),
        comments: Comments(
            words: ["yorum"],
            rules: ["yorumlar"],
            titles: ["yorum kuralları"]),
        standIns: StandIns(
            errors: ["sayfa bulunamadi"],
            errorTitles: ["bulunamadı"],
            logins: ["sifremi unuttum"],
            consents: ["cerezleri kullan"],
            personalData: ["kişisel veri"],
            grants: ["rıza", "açık onay"],
            searches: ["Arama sonuçları"],
            housePages: ["Gizlilik Politikası"]))
}
