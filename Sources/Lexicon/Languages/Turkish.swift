extension Language {
    static let turkish = Language(
        codes: ["tr"],
        times: Times(
            behind: ["once"],
            units: ["saat", "dakika", "dk", "gun", "hafta"]),
        people: People(
            bylines: Roles(
                author: ["yazan:", "yazar:"],
                reporter: ["haber:", "muhabir:"]),
            ands: ["ve"],
            titles: ["muhabir"],
            organisations: ["ajansi", "ajans", "gazetesi"],
            stops: ["guncelleme", "yayinlanma"]),
        places: Places(
            sources: ["kaynak"],
            homes: ["anasayfa", "ana sayfa"]),
        rights: Rights(
            reserved: ["tum haklari saklidir"],
            companyForms: ["a.s."]),
        edges: Edges(
            disclaimers: ["yasal uyarı"],
            contacts: ["hata bildir", "bize ulasin", "ihbar hatti"],
            readingTimes: ["okuma süresi", "dakikalık okuma"],
            letters: ["e-bülten", "bültenimiz"],
            invitations: ["takip edin", "abone ol"]),
        comments: Comments(
            words: ["yorum"],
            rules: ["yorumlar"]),
        standIns: StandIns(
            errors: ["sayfa bulunamadi"],
            logins: ["sifremi unuttum"],
            consents: ["cerezleri kullan"],
            personalData: ["kişisel veri"],
            grants: ["rıza", "açık onay"],
            searches: ["Arama sonuçları"],
            housePages: ["Gizlilik Politikası"]))
}
