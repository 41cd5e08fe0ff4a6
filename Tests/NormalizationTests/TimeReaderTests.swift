import Civil
import Testing

@testable import Normalization

/// A text, the hints it is read with, and what it says as `YYYY-MM-DD[ HH:MM[:SS]][ offset]`.
struct TimeCase: Sendable, CustomTestStringConvertible {
    var text: String
    var expected: String
    var language: String?
    var country: String?

    init(_ text: String, _ expected: String, _ language: String? = nil, country: String? = nil) {
        self.text = text
        self.expected = expected
        self.language = language
        self.country = country
    }

    var testDescription: String { text }

    var reading: TimeReading? {
        TimeReader.first(in: text, hints: TimeHints(language: language, country: country))
    }
}

extension TimeReading {
    var words: String {
        var words = isoDay
        if let hour, let minute { words += " \(Digits.padded(hour, 2)):\(Digits.padded(minute, 2))" }
        if let second { words += ":\(Digits.padded(second, 2))" }
        if let offsetMinutes { words += " \(offsetMinutes)" }
        if let zoneName { words += " \(zoneName)" }
        return words
    }
}

@Suite struct TimeReaderTests {
    static let calendars = [
        TimeCase("2026. május 4. 7:15", "2026-05-04 07:15", "hu"),
        TimeCase("15 พ.ค. 2569 เวลา 10:30 น.", "2026-05-15 10:30"),
        TimeCase("1 ม.ค. 2569", "2026-01-01"), TimeCase("۴ مه ۲۰۲۶", "2026-05-04"),
        TimeCase("4 მაისი 2026", "2026-05-04"), TimeCase("4 մայիսի 2026", "2026-05-04"),
        TimeCase("۱۴ اردیبهشت ۱۴۰۵ ساعت ۱۰:۳۰", "2026-05-04 10:30"), TimeCase("۱ فروردین ۱۴۰۰", "2021-03-21"),
        TimeCase("۳۰ اسفند ۱۳۹۹", "2021-03-20"), TimeCase("۲۹ اسفند ۱۴۰۴", "2026-03-20"),
        TimeCase("۱۴۰۵/۰۲/۱۴", "2026-05-04", "fa"), TimeCase("۱۳۹۰/۱۰/۱۱", "2012-01-01", "fa-IR"),
        TimeCase("۳۱ مهر ۱۴۰۵", "nil"), TimeCase("۱ فروردین ۱۳۵۰", "nil"), TimeCase("1405/02/14", "nil", "en"),
    ]

    static let machine = [
        TimeCase("2021-12-08T07:45:00+08:00", "2021-12-08 07:45:00 480"),
        TimeCase("2021-12-08T07:45:00.123Z", "2021-12-08 07:45:00 0"),
        TimeCase("2021-12-08T07:45:00-0530", "2021-12-08 07:45:00 -330"),
        TimeCase("2021-12-08T07:45+01", "2021-12-08 07:45 60"),
        TimeCase("2021-12-08 07:45:00", "2021-12-08 07:45:00"),
        TimeCase("2021-12-08 07:45:00 +0000", "2021-12-08 07:45:00 0"),
        TimeCase("20211208T074500Z", "2021-12-08 07:45:00 0"),
        TimeCase("20211208074500", "2021-12-08 07:45:00"),
        TimeCase("20211208", "2021-12-08"),
        TimeCase("Wed, 08 Dec 2021 07:45:00 +0100", "2021-12-08 07:45:00 60"),
        TimeCase("Wed, 08 Dec 2021 07:45:00 GMT", "2021-12-08 07:45:00 0"),
        TimeCase("Wed Dec 08 2021 07:45:00 GMT+0800 (CST)", "2021-12-08 07:45:00 480"),
        TimeCase("Wed Dec  8 07:45:00 CST 2021", "2021-12-08 07:45:00 480", "zh"),
        TimeCase("1638920700", "2021-12-07 23:45:00 0"),
        TimeCase("1638920700000", "2021-12-07 23:45:00 0"),
        TimeCase("/Date(1638920700000)/", "2021-12-07 23:45:00 0"),
        TimeCase("2021-12-08", "2021-12-08"),
        TimeCase("2021/12/08 07:45", "2021-12-08 07:45"),
        TimeCase("2021-12-08 24:10", "2021-12-08"),
    ]

    static let eastAsian = [
        TimeCase("2021年12月8日 7时45分", "2021-12-08 07:45"),
        TimeCase("发布时间:2021年12月08日07:45 来源:海城晚报", "2021-12-08 07:45", "zh"),
        TimeCase("二〇二一年十二月八日", "2021-12-08"),
        TimeCase("二○二一年十二月二十八日", "2021-12-28"),
        TimeCase("２０２１年１２月８日　７：４５", "2021-12-08 07:45"),
        TimeCase("2021年12月8日 下午3:05", "2021-12-08 15:05"),
        TimeCase("2021年12月8日 星期三 07:45:09", "2021-12-08 07:45:09"),
        TimeCase("2021年12月8日(周三)07:45", "2021-12-08 07:45"),
        TimeCase("2021年12月8日（水）7時45分", "2021-12-08 07:45", "ja"),
        TimeCase("令和3年12月8日 午後1時5分", "2021-12-08 13:05", "ja"),
        TimeCase("令和元年12月8日", "2019-12-08", "ja"),
        TimeCase("民國110年12月8日", "2021-12-08", "zh-Hant"),
        TimeCase("110/12/08", "2021-12-08", "zh-TW"),
        TimeCase("發布日期：110.12.08", "2021-12-08", "zh-Hant"),
        TimeCase("2021년 12월 8일 오전 7:45", "2021-12-08 07:45", "ko"),
        TimeCase("입력 2021.12.08 오후 3:05", "2021-12-08 15:05", "ko"),
        TimeCase("2021. 12. 8. 07:45", "2021-12-08 07:45", "ko"),
        TimeCase("2021年12月8日 7点45分30秒", "2021-12-08 07:45:30"),
    ]

    static let western = [
        TimeCase("08.12.2021, 07:45 Uhr", "2021-12-08 07:45", "de"),
        TimeCase("8. Dezember 2021 um 7:45 Uhr", "2021-12-08 07:45", "de"),
        TimeCase("8. März 2021, 7.45 Uhr", "2021-03-08 07:45", "de"),
        TimeCase("Stand: 08.12.21 07:45", "2021-12-08 07:45", "de"),
        TimeCase("8. Jänner 2021", "2021-01-08", "de"),
        TimeCase("8 December 2021", "2021-12-08"),
        TimeCase("8th of December, 2021", "2021-12-08"),
        TimeCase("Dec. 8, 2021 7:45 a.m. EST", "2021-12-08 07:45 -300"),
        TimeCase("December 8, 2021 at 7:45 PM ET", "2021-12-08 19:45 America/New_York"),
        TimeCase("Published 1:53 PM EST, Mon January 10, 2022", "2022-01-10 13:53 -300"),
        TimeCase("12/08/2021 12:05 am", "2021-12-08 00:05", "en"),
        TimeCase("12/08/2021", "2021-08-12", "en", country: "GB"),
        TimeCase("12/08/2021", "2021-08-12", "en-GB"),
        TimeCase("25/12/2021", "2021-12-25", "en"),
        TimeCase("08-Dec-21", "2021-12-08"),
        TimeCase("2 November 23", "2023-11-02"),
        TimeCase("2 November 23:15", "nil"),
        TimeCase("06/01/2026 - 13:55 GMT+1", "2026-01-06 13:55 60", "en"),
        TimeCase("06/01/2026 - 1:55 pm", "2026-06-01 13:55", "en"),
        TimeCase("Sept. 9th, 2021", "2021-09-09"),
        TimeCase("07:45, 8 December 2021", "2021-12-08 07:45"),
        TimeCase("8 décembre 2021 à 7h45", "2021-12-08 07:45", "fr"),
        TimeCase("Publié le 1er février 2021 à 17 h 05", "2021-02-01 17:05", "fr"),
        TimeCase("Mis à jour le 08/12/2021 à 07h45", "2021-12-08 07:45", "fr"),
        TimeCase("8 de diciembre de 2021, 7:45 p. m.", "2021-12-08 19:45", "es"),
        TimeCase("08/12/2021 a las 07:45", "2021-12-08 07:45", "es"),
        TimeCase("8 dicembre 2021 alle 7:45", "2021-12-08 07:45", "it"),
        TimeCase("8 de dezembro de 2021 às 07h45", "2021-12-08 07:45", "pt"),
        TimeCase("8 december 2021 om 07:45", "2021-12-08 07:45", "nl"),
        TimeCase("8 grudnia 2021, godz. 7:45", "2021-12-08 07:45", "pl"),
        TimeCase("8 декабря 2021, 07:45", "2021-12-08 07:45", "ru"),
        TimeCase("8 декабря 2021 г. в 07:45 МСК", "2021-12-08 07:45 180", "ru"),
        TimeCase("8 грудня 2021 року, 07:45", "2021-12-08 07:45", "uk"),
        TimeCase("8 Δεκεμβρίου 2021, 7:45 μ.μ.", "2021-12-08 19:45", "el"),
        TimeCase("08 Μαΐου 2021", "2021-05-08", "el"),
        TimeCase("8 Aralık 2021 07:45", "2021-12-08 07:45", "tr"),
        TimeCase("8 ديسمبر 2021 07:45", "2021-12-08 07:45", "ar"),
        TimeCase("٨ كانون الأول ٢٠٢١", "2021-12-08", "ar"),
        TimeCase("8 تشرين الثاني 2021", "2021-11-08", "ar"),
        TimeCase("8 december 2021 kl. 07.45", "2021-12-08 07:45", "sv"),
        TimeCase("8. desember 2021 kl. 07:45", "2021-12-08 07:45", "no"),
        TimeCase("8.12.2021 klo 7.45", "2021-12-08 07:45", "fi"),
        TimeCase("8. joulukuuta 2021", "2021-12-08", "fi"),
        TimeCase("8. prosince 2021 v 7:45", "2021-12-08 07:45", "cs"),
        TimeCase("2021. december 8. 07:45", "2021-12-08 07:45", "hu"),
        TimeCase("8 decembrie 2021, ora 07:45", "2021-12-08 07:45", "ro"),
        TimeCase("Rabu, 8 Desember 2021 07:45 WIB", "2021-12-08 07:45 420", "id"),
        TimeCase("8 tháng 12 năm 2021", "2021-12-08", "vi"),
        TimeCase("08/12/2021 07:45", "2021-12-08 07:45", "vi"),
        TimeCase("8. listopada 2021.", "2021-10-08", "hr"),
        TimeCase("8 listopada 2021", "2021-11-08", "pl"),
        TimeCase("8 ธันวาคม 2564", "2021-12-08", "th"),
        TimeCase("8 दिसंबर 2021", "2021-12-08", "hi"),
        TimeCase("2021 m. gruodžio 8 d. 07:45", "2021-12-08 07:45", "lt"),
    ]

    @Test(arguments: machine + eastAsian + western + calendars)
    func reads(_ test: TimeCase) {
        #expect(test.reading?.words ?? "nil" == test.expected)
    }

    @Test(arguments: [
        "", "no digits here", "2021", "December 2021", "2021-13-08", "2021-02-30", "31.11.2021", "call 0574-81850000",
        "10.0.20.21", "version 1.2.2021.4", "1838-12-08", "3312017004", "Copyright 2001-2021", "12:45", "8 Dezember",
    ])
    func refuses(text: String) {
        #expect(TimeReader.first(in: text) == nil)
    }

    @Test func givesTheRawRange() throws {
        let text = "发布: 2021-12-08 07:45:00 稿源: 海城网"
        let reading = try #require(TimeReader.first(in: text))
        #expect(String(decoding: Array(text.utf8)[reading.range], as: UTF8.self) == "2021-12-08 07:45:00")
    }

    @Test func findsAllInTheirOrder() {
        let text = "Published 8 December 2021 07:45 | Updated 9 December 2021 10:00"
        #expect(TimeReader.all(in: text).map(\.words) == ["2021-12-08 07:45", "2021-12-09 10:00"])
    }

    @Test func prefersAWrittenDateToACompactNumber() {
        #expect(TimeReader.first(in: "No 20200101, 2021-12-08")?.words == "2021-12-08")
    }

    @Test(arguments: ["2021 ", "1-1-", "年", "1月1日", "２", "8.12.", "a.m. 2021", "(((2021"])
    func survivesLongHostileText(piece: String) {
        let text = String(repeating: piece, count: 20_000)
        _ = TimeReader.all(in: text, limit: .max)
    }

    @Test func survivesBytesThatAreNoText() {
        for seed in 0..<64 {
            let bytes = (0..<512).map { UInt8(truncatingIfNeeded: ($0 &* 2_654_435_761 &+ seed &* 97) >> 3) }
            _ = TimeReader.all(in: bytes.span)
        }
    }

    @Test func noWordMeansTwoMonths() {
        var seen: [UInt64: Int] = [:]
        for (word, month) in MonthWords.everywhere {
            let other = seen.updateValue(month, forKey: WordFold.hash(word))
            #expect(other == nil || other == month, "\(word)")
        }
    }

    @Test func readsEveryMonthWord() {
        for (word, month) in MonthWords.everywhere {
            #expect(
                TimeReader.first(in: "8 \(word) 2021")?.isoDay == TimeReader.first(in: "2021-\(month)-8")?.isoDay,
                "\(word)")
        }
    }

    @Test(arguments: MonthWords.own.indices)
    func readsWordsOfOneLanguageInItsTextsOnly(row: Int) {
        let (language, months) = MonthWords.own[row]
        for (word, month) in months {
            let own = TimeReader.first(in: "8 \(word) 2021", hints: TimeHints(language: language + "-XX"))
            #expect(own?.month == month, "\(word)")
            #expect(TimeReader.first(in: "8 \(word) 2021", hints: TimeHints(language: "en"))?.month != month, "\(word)")
        }
    }

    static let otherOrders = [
        TimeCase("2021. gada 8. decembris, 07:45", "2021-12-08 07:45", "lv"),
        TimeCase("2021 жылғы 8 желтоқсан", "2021-12-08", "kk"),
        TimeCase("2021 оны 12-р сарын 8", "2021-12-08", "mn"),
        TimeCase("2021ko abenduaren 8a", "2021-12-08", "eu"),
        TimeCase("8 d’abril de 2021", "2021-04-08", "ca"),
        TimeCase("၂၀၂၁ ခုနှစ်၊ ဒီဇင်ဘာလ ၈ ရက်", "2021-12-08", "my"),
        TimeCase("8 کانوونی یەکەم 2021", "2021-12-08", "ckb"),
        TimeCase("8-yanvar, 2021", "2021-01-08", "uz"),
        TimeCase("8 Meán Fómhair 2021", "2021-09-08", "ga"),
        TimeCase("௮ டிசம்பர் ௨௦௨௧", "2021-12-08", "ta"),
    ]

    @Test(arguments: otherOrders)
    func readsOtherOrders(_ test: TimeCase) {
        #expect(test.reading?.words ?? "nil" == test.expected)
    }

    @Test(arguments: [
        "iPad 5 Pro 2020", "the 5 Mac 2020 models", "5 mean 2020", "8 sen 2021", "5 Julie 2020", "8 там 2021",
    ])
    func readsNoMonthInEverydayWords(text: String) {
        #expect(TimeReader.first(in: text) == nil)
    }
}
