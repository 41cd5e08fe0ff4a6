import Foundation
import Testing

@testable import Text

@Suite struct TextDecoderTests {
    private func text(_ decoded: DecodedText) -> String { String(decoding: decoded.utf8, as: UTF8.self) }

    private func utf16(_ text: String, highFirst: Bool) -> [UInt8] {
        text.utf16.flatMap { unit -> [UInt8] in
            let bytes = [UInt8(unit >> 8), UInt8(unit & 0xFF)]
            return highFirst ? bytes : bytes.reversed()
        }
    }

    /// 海城市今天开始扩建港口 in GB 2312.
    private let gb: [UInt8] = [
        0xBA, 0xA3, 0xB3, 0xC7, 0xCA, 0xD0, 0xBD, 0xF1, 0xCC, 0xEC, 0xBF, 0xAA, 0xCA, 0xBC, 0xC0, 0xA9, 0xBD, 0xA8,
        0xB8,
        0xDB, 0xBF, 0xDA,
    ]

    @Test func validUTF8IsHandedThrough() {
        let decoded = TextDecoder.decode(Array("海城 ä 😀".utf8), declared: "utf-8", isHTML: true)
        #expect(text(decoded) == "海城 ä 😀")
        #expect(decoded == DecodedText(utf8: decoded.utf8, charset: .utf8, basis: .header))
    }

    @Test func aMarkIsTrustedFirstAndTakenAway() {
        let marked = TextDecoder.decode([0xEF, 0xBB, 0xBF] + "ä".utf8, declared: "windows-1252", isHTML: true)
        #expect(text(marked) == "ä" && marked.basis == .bom)
        let low = TextDecoder.decode([0xFF, 0xFE] + utf16("海城😀", highFirst: false), declared: nil, isHTML: true)
        #expect(text(low) == "海城😀" && low.charset == .utf16LE)
        let high = TextDecoder.decode([0xFE, 0xFF] + utf16("海城😀", highFirst: true), declared: nil, isHTML: true)
        #expect(text(high) == "海城😀" && high.charset == .utf16BE)
    }

    @Test(arguments: ["gb2312", "GBK", "gb18030", "x-gbk", " gb_2312-80 "])
    func chineseLabelsDecodeAsGB18030(label: String) {
        let decoded = TextDecoder.decode(gb, declared: label, isHTML: true)
        #expect(text(decoded) == "海城市今天开始扩建港口")
        #expect(decoded.charset == .gb18030 && decoded.malformed == 0 && !decoded.overridden)
    }

    @Test func aMetaDeclaresWhatTheHeaderDoesNot() {
        let page = Array("<html><head><meta charset=gbk><title>".utf8) + gb + Array("</title>".utf8)
        let decoded = TextDecoder.decode(page, declared: nil, isHTML: true)
        #expect(decoded.basis == .meta && text(decoded).contains("海城市"))
        let plain = TextDecoder.decode(page, declared: nil, isHTML: false)
        #expect(plain.basis != .meta)
    }

    @Test func aMetaBehindTwelveKilobytesIsFound() {
        let page = Array("<html><head>\(String(repeating: " ", count: 12_000))<meta charset=gbk>".utf8) + gb
        #expect(TextDecoder.decode(page, declared: nil, isHTML: true).basis == .meta)
    }

    @Test(arguments: ["iso-8859-1", "gb2312", "windows-1251", "shift_jis", "utf-16"])
    func aDeclarationThatLiesIsOverridden(label: String) {
        let words = "Über die Brücke führt der Weg nach Süden, schön grün, für Fußgänger. "
        let decoded = TextDecoder.decode(Array(words.utf8), declared: label, isHTML: true)
        #expect(text(decoded) == words)
        #expect(decoded.charset == .utf8 && decoded.overridden && decoded.basis == .detected)
    }

    @Test func chineseBytesDeclaredUTF8AreOverridden() {
        let page = Array([[UInt8]](repeating: gb + [0x0A], count: 20).joined())
        let decoded = TextDecoder.decode(page, declared: "utf-8", isHTML: true)
        #expect(decoded.charset == .gb18030 && decoded.overridden && decoded.malformed == 0)
        #expect(text(decoded).hasPrefix("海城市"))
    }

    @Test func aFewBrokenBytesDoNotOverride() {
        let words = String(repeating: "Über die Brücke führt der Weg. ", count: 40)
        let page = Array(words.utf8) + [0xC3] + Array(words.utf8)
        let decoded = TextDecoder.decode(page, declared: "utf-8", isHTML: true)
        #expect(decoded.charset == .utf8 && !decoded.overridden && decoded.malformed == 1)
    }

    @Test func utf16WithoutAMarkIsFound() {
        let words = "<html><title>The harbour is being built</title>"
        for highFirst in [true, false] {
            let decoded = TextDecoder.decode(utf16(words, highFirst: highFirst), declared: nil, isHTML: true)
            #expect(text(decoded) == words && decoded.basis == .detected)
        }
    }

    @Test func nothingToldFallsBackToAReadingOfEveryByte() {
        let decoded = TextDecoder.decode([0x41, 0xE4, 0x80], declared: "no-such-charset", isHTML: false)
        #expect(decoded.utf8.count >= 3)
        #expect(decoded.malformed == 0)
    }

    @Test func eachIllFormedPartIsOneMark() {
        let cases: [([UInt8], String)] = [
            ([0x61, 0xE4, 0xB8], "a\u{FFFD}"), ([0xE4, 0xB8, 0x61], "\u{FFFD}a"), ([0xC0, 0xAF], "\u{FFFD}\u{FFFD}"),
            ([0xED, 0xA0, 0x80], "\u{FFFD}\u{FFFD}\u{FFFD}"), ([0xF0, 0x9F, 0x98], "\u{FFFD}"),
            ([0xF5, 0x80], "\u{FFFD}\u{FFFD}"), ([0x80], "\u{FFFD}"),
        ]
        for (bytes, expected) in cases {
            var out: [UInt8] = []
            let malformed = UTF8Repair.append(bytes.span, to: &out)
            #expect(String(decoding: out, as: UTF8.self) == expected)
            #expect(malformed == expected.unicodeScalars.filter { $0 == "\u{FFFD}" }.count)
        }
    }

    @Test func aCutGBPairAtTheEndIsOneMark() {
        let decoded = TextDecoder.decode(gb + [0xBA], declared: "gbk", isHTML: false)
        #expect(text(decoded) == "海城市今天开始扩建港口\u{FFFD}" && decoded.malformed == 1)
    }

    @Test func halfASurrogateAndAnOddByteAreMarked() {
        let decoded = TextDecoder.decode([0xFF, 0xFE, 0x41, 0x00, 0x3D, 0xD8, 0x42], declared: nil, isHTML: false)
        #expect(text(decoded) == "A\u{FFFD}\u{FFFD}" && decoded.malformed == 2)
    }

    @Test(arguments: [
        ("gbk", [0xBA, 0x3C, 0x62], "\u{FFFD}<b", 1), ("big5", [0xFF, 0x3C], "\u{FFFD}<", 1),
        ("shift_jis", [0x81, 0x22], "\u{FFFD}\"", 1), ("euc-jp", [0x8F, 0xA2, 0x3C], "\u{FFFD}<", 1),
        ("gb18030", [0x81, 0x30, 0x3C], "\u{FFFD}0<", 1), ("euc-kr", [0xC9, 0xFF, 0x41], "\u{FFFD}A", 1),
        ("iso-2022-jp", [0x1B, 0x24, 0x42, 0x34, 0x1B, 0x28, 0x42, 0x3C], "\u{FFFD}<", 1),
        ("iso-2022-jp", [0x41, 0x1B, 0x5B, 0x33], "A\u{FFFD}[3", 1),
    ])
    func aBrokenSequenceLeavesTheASCIIBehindItAsText(
        label: String, bytes: [UInt8], expected: String, malformed: Int
    ) throws {
        let read = CharsetReader.read(try #require(Charset(label: label)), bytes, from: 0)
        #expect(String(decoding: read.utf8, as: UTF8.self) == expected && read.malformed == malformed)
    }

    @Test(arguments: [
        "big5", "euc-kr", "shift_jis", "euc-jp", "gb18030", "iso-2022-jp", "windows-1255", "windows-1258",
    ])
    func decodingInPartsIsDecodingTheWhole(label: String) throws {
        let charset = try #require(Charset(label: label))
        for part in [[0xEE, 0xCC], [0x88, 0x66], [0xA4, 0xA4], [0xCA, 0xF2]] as [[UInt8]] {
            let line = CharsetReader.read(charset, part + [0x0A], from: 0)
            let whole = CharsetReader.read(charset, Array(repeatElement(part + [0x0A], count: 9000).joined()), from: 0)
            #expect(whole.utf8 == Array(repeatElement(line.utf8, count: 9000).joined()))
            #expect(whole.malformed == line.malformed * 9000)
        }
    }

    @Test func zerosAndEmptyInputDoNotTrap() {
        for declared in [nil, "utf-8", "gbk", "utf-16le", "iso-2022-jp", "replacement", "windows-1252"] as [String?] {
            #expect(TextDecoder.decode([], declared: declared, isHTML: true).utf8.isEmpty)
            let zeros = TextDecoder.decode([UInt8](repeating: 0, count: 4096), declared: declared, isHTML: true)
            #expect((try? UTF8Span(validating: zeros.utf8.span)) != nil)
        }
    }

    @Test func detectionTakesAnyBytes() {
        for seed in 0..<200 {
            var state = UInt64(seed)
            let bytes = (0..<(seed * 7)).map { _ -> UInt8 in
                state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
                return UInt8(truncatingIfNeeded: state >> 56) | (seed % 3 == 0 ? 0x80 : 0)
            }
            let decoded = TextDecoder.decode(bytes, declared: nil, isHTML: true)
            #expect((try? UTF8Span(validating: decoded.utf8.span)) != nil)
        }
    }

    @Test func everyEncodingGivesValidUTF8FromAnyBytes() {
        for charset in Charset.all {
            for seed in 1...8 {
                var state = UInt64(seed)
                let bytes = (0..<2000).map { _ -> UInt8 in
                    state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
                    return UInt8(truncatingIfNeeded: state >> 56)
                }
                let read = CharsetReader.read(charset, bytes, from: 0)
                #expect((try? UTF8Span(validating: read.utf8.span)) != nil, "\(charset)")
            }
        }
    }
}

@Suite struct CharsetTests {
    @Test(arguments: Array(CharsetLabels.names))
    func everyLabelIsKnownInAnyCase(label: String, name: String) {
        #expect(Charset(label: " \(label.uppercased())\n")?.name == (name == "GBK" ? "gb18030" : name))
    }

    @Test(arguments: ["", "utf-9", "no", String(repeating: "a", count: 1000)])
    func otherLabelsAreNot(label: String) {
        #expect(Charset(label: label) == nil)
    }

    /// A byte sequence of each encoding and the character it means.
    @Test(arguments: [
        ("windows-1252", [0x80, 0x81, 0xE4], "€\u{81}ä"), ("iso-8859-1", [0x93], "“"),
        ("windows-1251", [0xCF, 0xF0], "Пр"),
        ("koi8-r", [0xF0], "П"), ("iso-8859-2", [0xB1], "ą"), ("windows-874", [0xA1, 0x80], "ก€"),
        ("shift_jis", [0x87, 0x40], "①"),
        ("euc-jp", [0xB4, 0xC1], "漢"), ("iso-2022-jp", [0x1B, 0x24, 0x42, 0x34, 0x41, 0x1B, 0x28, 0x42], "漢"),
        ("euc-kr", [0xB0, 0xA1, 0x81, 0x41], "가갂"), ("big5", [0xBA, 0x7E], "漢"), ("big5-hkscs", [0xFB, 0xFD], "廴"),
        ("gb18030", [0x81, 0x30, 0x81, 0x30, 0xA8, 0xA2], "\u{80}á"), ("x-user-defined", [0x80], "\u{F780}"),
        ("macintosh", [0xDB, 0x8A], "€ä"), ("x-mac-cyrillic", [0x80], "А"), ("ibm866", [0x80], "А"),
    ])
    func decodesAsTheStandardSays(label: String, bytes: [UInt8], expected: String) throws {
        let charset = try #require(Charset(label: label))
        let read = CharsetReader.read(charset, bytes, from: 0)
        #expect(String(decoding: read.utf8, as: UTF8.self) == expected)
        #expect(read.malformed == 0)
    }

    @Test(arguments: [
        ("text/html; charset=utf-8", "utf-8"), ("text/html;charset=\"gbk\"", "gbk"),
        ("text/html; Charset = GBK ; x=y", "GBK"),
        ("text/html; charset='big5", "big5"), ("text/html", nil), ("text/html; charset=", nil),
        ("text/html; charset=utf-8,text/html", "utf-8"),
    ])
    func readsTheParameterOfAMediaType(type: String, charset: String?) {
        #expect(Charset.parameter(of: type).flatMap { $0.isEmpty ? nil : $0 } == charset)
    }
}
