import Testing

@testable import Text

/// Pages that declare nothing, or not what they are.
@Suite struct CharsetDetectionTests {
    private func text(_ decoded: DecodedText) -> String { String(decoding: decoded.utf8, as: UTF8.self) }

    /// Text of an encoding of one byte.
    private func bytes(_ text: String, _ label: String) throws -> [UInt8] {
        let table = SingleByteTables.table(of: try #require(Charset(label: label)))
        return try text.unicodeScalars.map { scalar in
            if scalar.isASCII { return UInt8(scalar.value) }
            return UInt8(0x80 + (try #require(table.firstIndex(of: scalar.value))))
        }
    }

    private func page(_ words: String, lang: String = "") -> String {
        "<html\(lang)><head><title>\(words)</title></head><body><p>\(words)</p></body></html>"
    }

    private func instead(of guess: Charset, _ page: [UInt8]) -> Charset? { LatinCharset.instead(of: guess, page.span) }

    // MARK: One byte a letter

    @Test(arguments: [
        ("Światło w Świnoujściu: stary dźwig portowy", "iso-8859-2"),
        ("Światło w Świnoujściu: stary dźwig", "windows-1250"),
        ("Pociąg wjechał na peron, część osób wyszła", "iso-8859-2"),
        ("Středa byla dnem zkoušek, řidiči čekali", "windows-1250"),
        ("Çarşamba günü işçiler çalıştı, öğle vakti", "windows-1254"),
        ("Größere Schäden gab es nicht, prüften Zwölf", "windows-1252"),
        ("Les élèves ont fêté à l'école, près du môle", "windows-1252"),
    ])
    func shortTextInLatinLettersIsNotTakenForEastAsian(words: String, label: String) throws {
        let decoded = TextDecoder.decode(try bytes(page(words), label), declared: nil, isHTML: true)
        #expect(text(decoded) == page(words))
    }

    /// What a detector may guess of such a page, whatever library it is.
    @Test(arguments: ["big5", "gb18030", "euc-kr", "shift_jis", "euc-jp"])
    func anEastAsianGuessIsJudgedByItsLetters(guess: String) throws {
        let guess = try #require(Charset(label: guess))
        for (words, label) in [
            ("Mieszkańcy zebrali podpisy, świętowano wśród łąk", "iso-8859-2"),
            ("Żółw śpi, a łódź płynie wśród mgły", "iso-8859-2"),
            ("Größere Schäden gab’s nicht – prüfte Jürgen", "windows-1252"),
            ("Hafnarstjórn sagði að vélin væri góð", "windows-1252"),
            ("Žmonės laukė krantinėje, grįžo šią savaitę", "windows-1257"),
        ] {
            let found = instead(of: guess, try bytes(page(words), label))
            #expect(found == Charset(label: label), "\(words)")
        }
    }

    @Test func theStatedLanguageDecidesBetweenEqualReadings() throws {
        let big5 = try #require(Charset(label: "big5"))
        let danish = try bytes(page("Lærerne læser", lang: " lang=\"da\""), "windows-1252")
        let croatian = try bytes(page("Kuća, noć, kućica", lang: " lang=\"hr\""), "windows-1250")
        #expect(instead(of: big5, danish)?.name == "windows-1252")
        #expect(instead(of: big5, croatian)?.name == "windows-1250")
    }

    /// 使用Swift的人 and the like: Han letters touch ASCII only where words of both meet.
    @Test func eastAsianTextWithLatinWordsStaysEastAsian() throws {
        let gb: [UInt8] = [0xBA, 0xA3, 0xB3, 0xC7, 0xCA, 0xD0, 0xBD, 0xF1, 0xCC, 0xEC, 0xBF, 0xAA, 0xCA, 0xBC]
        let words = Array("Swift".utf8) + gb + Array("Linux".utf8) + gb + Array("API".utf8)
        #expect(instead(of: .gb18030, words) == nil)
    }

    @Test func hebrewLettersStayInPlaceAndVietnameseTonesAreComposed() throws {
        let hebrew = "עגורן הנמל חזר לפעול, שָׁלוֹם"
        let decoded = TextDecoder.decode(try bytes(hebrew, "windows-1255"), declared: "windows-1255", isHTML: true)
        #expect(decoded.utf8 == Array(hebrew.utf8))
        let vietnamese = "Câ\u{300}n câ\u{309}u ca\u{309}ng hoa\u{323}t đô\u{323}ng"
        let read = TextDecoder.decode(try bytes(vietnamese, "windows-1258"), declared: "windows-1258", isHTML: true)
        #expect(read.utf8 == Array("Cần cẩu cảng hoạt động".utf8))
    }

    @Test(arguments: ["iso-8859-8", "iso-8859-8-i", "logical", "visual"])
    func bothKindsOfISOHebrewDecode(label: String) throws {
        let decoded = TextDecoder.decode([0xF9, 0xEC, 0xE5, 0xED, 0x20, 0xFD, 0xDF], declared: label, isHTML: false)
        #expect(text(decoded) == "שלום \u{200E}‗" && decoded.malformed == 0)
    }

    // MARK: ISO-2022-JP

    /// 漢字 between escape sequences.
    private let kanji: [UInt8] = [0x1B, 0x24, 0x42, 0x34, 0x41, 0x3B, 0x7A, 0x1B, 0x28, 0x42]

    @Test func undeclaredISO2022JPIsToldByItsEscapeSequences() {
        let page = Array("<html><title>".utf8) + kanji + Array("</title>".utf8)
        let decoded = TextDecoder.decode(page, declared: nil, isHTML: true)
        #expect(decoded.charset.name == "ISO-2022-JP" && text(decoded) == "<html><title>漢字</title>")
    }

    @Test(arguments: [
        "\u{1B}[31mred\u{1B}[0m", "\u{1B}(B plain", "cost: $B4A and \u{1B}", "\u{1B}$B",
        "\u{1B}$Bnot all of it is Japanese\n",
    ])
    func otherEscapesAreNot(words: String) {
        let decoded = TextDecoder.decode(Array(words.utf8), declared: nil, isHTML: true)
        #expect(decoded.charset == .utf8 && text(decoded) == words)
    }

    @Test func bytesAboveASCIIAreNot() {
        let decoded = TextDecoder.decode(kanji + Array("ä – ö – ü".utf8), declared: nil, isHTML: true)
        #expect(decoded.charset == .utf8)
    }
}
