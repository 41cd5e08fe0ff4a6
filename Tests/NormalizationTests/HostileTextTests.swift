import Pages
import Testing

@testable import Normalization

/// Random mixes of the readers' own words: nothing may trap, every range must lie in its text.
@Suite struct HostileTextTests {
    static let pieces: [String] =
        [
            "2021", "12", "08", "8", "-", "/", ".", ":", ",", " ", "T", "Z", "+08:00", "年", "月", "日", "時", "分", "秒",
            "上午", "十",
            "二〇", "令和", "a.m.", "p. m.", "π.μ.", "(", ")", "（", "）", "GMT", "EST", "'", "21", "th", "von", "By ", "by",
            "and",
            "记者", "编辑", "文", "/", "摄", "张三", "李 四", "、", "纠错", "来源", "：", "Source:", "©", "Copyright", "有限公司", "许可证",
            "123", "Jane", "Doe", "@x", "a@b.c", "http://", "//", "?", "#", "&", "=", "%", "..", "\u{A0}", "\u{3000}",
            "\u{200B}",
            "\u{0}", "\u{FFFD}", "기자", "홍길동", "=", "[", "]", "<", ">", "|", "·", "•", "—", "Inc.", "dpa", "ａ", "７", "٨",
            "😀", "e\u{301}",
            "декабря", "December", "tháng", "تشرين", "الأول", "1638920700", "20211208", "Uhr", "h", "MD", "Staff",
            "Writer", "é",
        ]

    static func text(_ seed: UInt64) -> String {
        var state = seed
        func next() -> Int {
            state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
            return Int(state >> 33)
        }
        return (0..<(1 + next() % 40)).map { _ in pieces[next() % pieces.count] }.joined()
    }

    @Test(arguments: 0..<16)
    func nothingTraps(block: Int) {
        for seed in 0..<250 {
            let text = Self.text(UInt64(block * 250 + seed))
            let bytes = Array(text.utf8)
            for reading in TimeReader.all(in: bytes.span, hints: TimeHints(language: seed % 2 == 0 ? "zh" : "en")) {
                #expect(reading.range.lowerBound >= 0 && reading.range.upperBound <= bytes.count)
                #expect(Calendar.isDay(year: reading.year, month: reading.month, day: reading.day))
                let time = ZoneRule(country: nil, isFromURL: false, language: "de").time(of: reading, raw: "")
                #expect(time.rfc3339.utf8.count >= 20)
            }
            for person in BylineReader.read(text) + BylineReader.read(text, role: .author) {
                #expect(!person.name.isEmpty)
            }
            _ = BylineReader.isByline(bytes.span)
            _ = SourceReader.read(text)
            _ = LegalReader.read(text)
            _ = ContactLine.isContact(bytes.span)
            _ = LanguageDetector.detect(bytes.span, declared: text)
            _ = URLKey.key(of: "https://" + text)
            if let url = URLKey.resolve(text, against: "https://example.com/a/b?c") {
                #expect(URLKey.key(of: url) != nil)
            }
        }
    }

    @Test(arguments: 0..<4)
    func readersTakeBytesThatAreNoText(block: Int) {
        for seed in 0..<100 {
            var state = UInt64(block * 100 + seed)
            let bytes = (0..<200).map { _ -> UInt8 in
                state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
                return UInt8(truncatingIfNeeded: state >> 40)
            }
            _ = TimeReader.all(in: bytes.span)
            _ = BylineReader.isByline(bytes.span)
            _ = SourceReader.isSourceLine(bytes.span)
            _ = ContactLine.isContact(bytes.span)
            _ = LegalReader.isLegal(bytes.span)
            _ = LanguageDetector.detect(bytes.span)
        }
    }

    @Test func longHostileLinesAreCheapEnoughToFinish() {
        for piece in ["2021-12-08 ", "记者", "来源：", "©", "a.", "//", "../", "许可证:1 ", "Inc. ", "十", "1."] {
            let text = String(repeating: piece, count: 5_000)
            let bytes = Array(text.utf8)
            _ = TimeReader.all(in: bytes.span, limit: .max)
            _ = BylineReader.read(text)
            _ = SourceReader.read(text)
            _ = LegalReader.read(text)
            _ = LegalReader.isLegal(bytes.span)
            _ = URLKey.resolve(text, against: "https://example.com/")
        }
    }
}
