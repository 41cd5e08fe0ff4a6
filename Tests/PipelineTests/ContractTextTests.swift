import Foundation
import Pages
import Testing
import Wire

@testable import Pipeline

/// Section 2 of the contract, text: a row a rule, through the whole pipeline.
@Suite("The contract: text")
struct ContractTextTests {
    private let pipeline: PagePipeline

    init() throws { pipeline = try TestPipeline.make() }

    /// What a page has, and what the event may make of it.
    static let texts: [(raw: String, plain: String)] = [
        ("two  spaces", "two spaces"), ("no\u{A0}break", "no break"), ("tab\there", "tab here"),
        ("wide\u{3000}\u{3000}gap", "wide gap"), ("thin\u{2009}gap", "thin gap"),
        ("\u{3000}\u{3000}indented", "indented"),
        ("behind \u{A0} ", "behind"), ("line\u{2028}separator", "line separator"), ("next\u{85}line", "next line"),
        // What is no white space stays as it is.
        ("全角，标点。（一）：“二”！", "全角，标点。（一）：“二”！"), ("半角,标点.(一):\"二\"!", "半角,标点.(一):\"二\"!"),
        ("ＡＢＣ１２３", "ＡＢＣ１２３"), ("ｶﾞｷﾞ", "ｶﾞｷﾞ"), ("ﬁne ½ ℡ ①", "ﬁne ½ ℡ ①"), ("體育與体育", "體育與体育"),
        ("cafe\u{301} and caf\u{E9}", "cafe\u{301} and caf\u{E9}"),
        ("“quoted” 'quoted' ... …", "“quoted” 'quoted' ... …"),
        ("a - b – c — d", "a - b – c — d"), ("👩\u{200D}🚀 ☺\u{FE0F} 𠮷野家", "👩\u{200D}🚀 ☺\u{FE0F} 𠮷野家"),
        ("می\u{200C}خواهم", "می\u{200C}خواهم"), ("\u{200F}שלום\u{200E}", "\u{200F}שלום\u{200E}"),
        ("teh typo , here", "teh typo , here"), ("İstanbul ẞ ſ", "İstanbul ẞ ſ"),
    ]

    private static func scalars(_ text: String?) -> [UInt32] { (text ?? "").unicodeScalars.map(\.value) }

    @Test("only white space is made plain, in paragraphs of HTML and of text dumps", arguments: texts)
    func paragraphs(raw: String, plain: String) throws {
        let page = ContractPage.english.with { $0.paragraphs[2] += " " + raw }
        let expected = ContractPage.english.paragraphs[2] + " " + plain
        for record in [page.record(), page.record(page.dump())] {
            let event = try ContractEvent(pipeline, record)
            #expect(event.list("paragraphs").contains { Self.scalars($0) == Self.scalars(expected) })
        }
    }

    @Test("only white space is made plain in titles", arguments: texts)
    func titles(raw: String, plain: String) throws {
        let page = ContractPage.english.with { $0.title = "Ferry returns: \(raw)" }
        let event = try page.event(pipeline)
        #expect(Self.scalars(event["title"]) == Self.scalars("Ferry returns: \(plain)"))
    }

    @Test(
        "controls and marks of byte order do not stand in text",
        arguments: [
            "\u{1}", "\u{8}", "\u{B}", "\u{1F}", "\u{7F}", "\u{FEFF}", "&#0;", "&#1;", "\u{0}",
        ])
    func controls(sign: String) throws {
        let page = ContractPage.english.with { $0.paragraphs[1] += " mid\(sign)word" }
        for record in [page.record(), page.record(page.dump())] {
            let event = try ContractEvent(pipeline, record)
            #expect(event.list("paragraphs").count == 4)
            let scalars = event.list("paragraphs").joined().unicodeScalars
            #expect(!scalars.contains { $0.value < 0x20 || $0.value == 0x7F || $0.value == 0xFEFF })
        }
    }

    @Test("a line ends with LF, CR LF or CR", arguments: ["\n", "\r\n", "\r"])
    func lineEnds(end: String) throws {
        let page = ContractPage.chinese
        let event = try ContractEvent(pipeline, page.record(page.dump(lineEnd: end)))
        #expect(event.list("paragraphs") == page.paragraphs)
        let html = try ContractEvent(pipeline, page.record(page.html.replacing("\n", with: end)))
        #expect(html.list("paragraphs") == page.paragraphs)
    }

    @Test("body_text is the paragraphs joined by LF; char_count counts Unicode scalars")
    func counts() throws {
        let page = ContractPage.english.with { $0.paragraphs[1] += " 𠮷 e\u{301} 👩\u{200D}🚀 \u{1F1E9}\u{1F1EA}" }
        let event = try page.event(pipeline)
        let body = page.paragraphs.joined(separator: "\n")
        #expect(Self.scalars(event["body_text"]) == Self.scalars(body))
        #expect(event.number("char_count") == Int64(body.unicodeScalars.count - 3))
        #expect(event.number("paragraph_count") == 4)
    }

    @Test("non-ASCII text is written as UTF-8, never escaped")
    func utf8() throws {
        let page = ContractPage.chinese.with { $0.paragraphs[1] += "𠮷\u{85}é\u{9B}\u{2029}“\"\\“" }
        let text = String(decoding: try page.event(pipeline).bytes, as: UTF8.self)
        #expect(text.contains(page.title) && text.contains("𠮷 é") && !text.contains("\\u"))
    }

    @Test("a summary and a sub-headline are what the page states, or null")
    func summary() throws {
        let none = try ContractPage.english.event(pipeline)
        #expect(none.fields["summary"] is NSNull && none.fields["subtitle"] is NSNull)
        let stated = "The ferry sails again after eleven years, and the town pays for its pilot."
        let page = ContractPage.english.with { $0.head = "<meta name=description content=\"\(stated)\">" }
        #expect(try page.event(pipeline)["summary"] == stated)
    }

    @Test(
        "the language is a BCP 47 tag, simplified and traditional Chinese are told apart and not converted",
        arguments: [
            ("zh-CN", "zh-Hans"), ("zh-TW", "zh-Hans"), ("", "zh-Hans"), ("en", "zh-Hans"), ("zh", "zh-Hans"),
        ])
    func simplified(declared: String, tag: String) throws {
        let event = try ContractPage.chinese.with { $0.language = declared }.event(pipeline)
        #expect(event["language"] == tag && event["title"] == ContractPage.chinese.title)
    }

    @Test("traditional Chinese", arguments: ["zh-TW", "zh-CN", ""])
    func traditional(declared: String) throws {
        let page = ContractPage.chinese.with {
            $0.language = declared
            $0.title = "青嵐鎮老渡口重新開航，兩岸居民出行更方便"
            $0.paragraphs = [
                "清晨六點，青嵐鎮老渡口的第一班渡船緩緩離岸，幾十位早起的居民站在甲板上，望著對岸的燈火。停航十一年以後，這條航線終於重新開通，兩岸往來不必再繞行二十多公里。",
                "鎮交通站站長介紹，修船用了整整兩年，船板換了七成，鉚釘全部重新打過，試航三十次沒有出現任何故障，票價和公車一樣，腳踏車免費上船。",
                "按照計畫，渡船每天往返十六班，試運行到今年十月。鎮裡將根據客流情況決定冬季是否繼續開航，並在兩岸各修建一座候船亭，供居民避雨休息。",
            ]
        }
        let event = try page.event(pipeline)
        #expect(event["language"] == "zh-Hant" && event.list("paragraphs") == page.paragraphs)
    }

    @Test("an article that stands twice on its page is emitted once, with one copy counted")
    func twice() throws {
        let page = ContractPage.chinese
        let twice = page.html.replacing(
            "</body>",
            with: (page.html.firstMatch(of: #/<article>.*<\/article>/#.dotMatchesNewlines())?.output ?? "") + "</body>")
        let event = try ContractEvent(pipeline, page.record(twice))
        #expect(event.list("paragraphs") == page.paragraphs && event.number("duplicate_copies") == 1)
        #expect(try page.event(pipeline).number("duplicate_copies") == 0)
    }
}
