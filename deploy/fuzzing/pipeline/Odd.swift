import TestSupport

/// Values that programs misread.
enum Odd {
    /// A number; every other time one at the ends of what integers hold.
    static func number(_ random: inout SeededGenerator) -> [UInt8] {
        pick(Bool.random(using: &random) ? limits : numbers, &random)
    }

    /// A date or time, sound or not.
    static func date(_ random: inout SeededGenerator) -> [UInt8] { pick(dates, &random) }

    /// How often to repeat something: mostly a few times.
    static func count(_ random: inout SeededGenerator) -> Int {
        [2, 3, 8, 40, 600, 2_000].randomElement(using: &random) ?? 2
    }

    /// A text, not always UTF-8.
    static func text(_ random: inout SeededGenerator) -> [UInt8] {
        if Int.random(in: 0..<4, using: &random) == 0 { return pick(brokenTexts, &random) }
        let text = pick(texts, &random)
        guard Int.random(in: 0..<6, using: &random) == 0 else { return text }
        return Array(repeatElement(text, count: count(&random)).joined())
    }

    /// Any of them.
    static func value(_ random: inout SeededGenerator) -> [UInt8] {
        switch Int.random(in: 0..<4, using: &random) {
        case 0: number(&random)
        case 1: date(&random)
        case 2: text(&random)
        default: pick(words, &random)
        }
    }

    /// A JSON value, mostly of the wrong type.
    static func jsonValue(_ random: inout SeededGenerator) -> [UInt8] {
        switch Int.random(in: 0..<5, using: &random) {
        case 0: number(&random)
        case 1: [0x22] + date(&random) + [0x22]
        case 2: [0x22] + text(&random) + [0x22]
        default: pick(jsonValues, &random)
        }
    }

    private static func pick(_ table: [String], _ random: inout SeededGenerator) -> [UInt8] {
        Array((table.randomElement(using: &random) ?? "").utf8)
    }

    private static func pick(_ table: [[UInt8]], _ random: inout SeededGenerator) -> [UInt8] {
        table.randomElement(using: &random) ?? []
    }

    private static let limits = [
        "0", "-1", "2147483647", "4294967295", "9223372036854775807", "-9223372036854775808", "99999999999999999999",
    ]

    private static let numbers = [
        "0", "-0", "-1", "1", "00", "255", "256", "65535", "65536", "2147483647", "2147483648", "-2147483648",
        "4294967295",
        "4294967296", "9007199254740993", "9223372036854775807", "9223372036854775808", "-9223372036854775808",
        "18446744073709551615", "18446744073709551616", "99999999999999999999", "1e308", "1e309", "-1e308", "1e-400",
        "-0.0",
        "0.1e1", "1E+2", "1e9999999999", "0x7fffffff", "1_000", "1,000", "٣", "１２３", "NaN", "Infinity",
        "253402300800000",
        "1714977900", "1714977900000", "1714977900000000000", "100%", "100px", "+5", " 7",
    ]

    private static let dates = [
        "2024-05-06", "2024-02-30", "2023-02-29", "0000-00-00", "0001-01-01T00:00:00Z", "9999-12-31T23:59:59-14:00",
        "99999-01-01", "292277026596-12-04T15:30:08Z", "2024-13-45T25:61:61", "2024-05-06T24:00:00+99:99", "06/05/24",
        "31.12.99", "6 May '24", "29 February 2100", "2024年5月6日", "２０２４年０５月０６日 ２５:７５", "二〇二四年五月六日", "令和6年5月6日",
        "令和999年13月40日", "昭和0年", "٠٦/٠٥/٢٠٢٤", "۱۴۰۳/۰۲/۱۷", "๖ พฤษภาคม ๒๕๖๗", "2567-05-06", "民國113年5月6日", "5小时前",
        "99999999999小时前",
        "-5 minutes ago", "9223372036854775807 days ago", "Mon, 06 May 2024 07:45:00 GMT",
        "Mon, 99 May 99999 99:99:99 +9999",
        "1714977900", "20240506074500", "2024-W19-1", "2024-127", "20240506T0745Z",
        "2024-05-06T07:45:00.123456789123456789Z",
        "2024-05-06T07:45:00+00:00:00", "-2024-05-06", "May 6, 2024 at 12:00 AM", "May 6, 2024 0:75 PM",
        "6 мая 2024, 25:00",
        "2024-05-06 07:45 PDT", "2024-05-06T07:45:00−07:00", "yesterday", "gestern, 7.45 Uhr", "24/5/6", "1/1/1",
        "0/0/0",
    ]

    private static let texts = [
        "", " ", "\u{0}", "\u{1}\u{2}\u{1F}\u{7F}\u{85}", "\u{FEFF}", "\u{200B}\u{200D}\u{2060}\u{AD}",
        "\u{202E}abc\u{202C}",
        "\u{2028}\u{2029}", "e\u{301}\u{301}\u{301}\u{301}", "\u{301}", "👩‍👩‍👧‍👦", "🇬🇧🇩",
        "\u{FFFE}\u{FFFF}\u{1FFFF}\u{10FFFF}",
        "\u{FFFD}", "가나다", "\u{1112}\u{1161}\u{11AB}", "ﷺ", "İıſß", "&#0;&#x110000;&#xD800;&nbsp;&amp;lt;", "<", ">",
        "\"", "'",
        "\\u0000\\ud800\\udc00", "]]>", "-->", "<!--", "</script>", "<![CDATA[", "{{x}}", "By ", "记者", "来源：", "责任编辑：",
        "（", "|||", "By By By By",
        "Reporter: A. B., C. D. and E. F.", "© 2024 ", "ICP备12345678号", "文/", "Photo: ", "a", "A", "中", ": ", "/", "//",
        "\t\r\n", "\u{A0}",
        "Lorem ipsum dolor sit amet, consectetur adipiscing elit. ", "https://news.example/a?b=c#d", "javascript:x",
        "....", "，，，",
    ]

    private static let brokenTexts: [[UInt8]] = [
        [0xFF], [0xC0, 0x80], [0xED, 0xA0, 0x80], [0xF4, 0x90, 0x80, 0x80], [0xE4, 0xB8], [0x80],
        [0x81, 0x30, 0x81, 0x30],
        [0x1B, 0x24, 0x42], [0xFE, 0xFF], [0xC2], [0xA3, 0xA0], [0x00, 0xD8],
    ]

    private static let words = [
        "NewsArticle", "datePublished", "author", "article", "og:title", "true", "null", "BreadcrumbList", "text/html",
        "none", "auto", "1x", "100w", "a.jpg 9223372036854775807w, b.jpg 1e308x", "zh-Hans", "xx", "en-GB-oed", "UTC",
        "GMT+25",
    ]

    private static let jsonValues = [
        "null", "true", "{}", "[]", "[[]]", "[null]", "[{}]", #"{"@type":"Person"}"#,
        #"{"@type":["Person",1],"name":["A",{}]}"#,
        ##"{"@id":"#a"}"##, #"[{"@type":"Person","name":"A B"},"C D",7,null]"#, #"{"@value":"x"}"#,
        #"{"name":{"name":{"name":"x"}}}"#,
        #"{"@type":"ImageObject","url":["/a.jpg"],"width":"99999999999999999999","height":-1}"#, #"{"@list":[1]}"#,
        #"{"@type":"ListItem","position":9223372036854775808,"item":{"name":7}}"#, #"["2024-05-06",20240506]"#, "'x'",
        "undefined",
        #""\ud800""#, #""\u0000""#, #""""#, #"["a","a","a"]"#,
    ]
}
