import Testing

@testable import Text

/// UTF-8 that was read as another encoding and written as UTF-8 again.
@Suite struct DoubleUTF8Tests {
    private let french = """
        <html lang="fr"><style>p { color: red; margin: 0 auto; }</style><h1>La fête du môle</h1><p>Les élèves, très émus, \
        ont été reçus à l’école près du port où l’on répète déjà « l’été ».</p></html>
        """
    private let chinese = "<html><h1>海城市今天开始扩建港口</h1><p>市政府表示，工程将持续两年。</p></html>"

    /// Text as it comes out when its UTF-8 is read in an encoding of one byte.
    private func misread(_ text: String, as charset: String = "windows-1252") throws -> String {
        let latin1 = charset == "latin1"
        let table = SingleByteTables.table(of: .windows1252)
        return String(
            String.UnicodeScalarView(
                try text.utf8.map { byte in
                    let value = byte < 0x80 || latin1 ? UInt32(byte) : table[Int(byte) - 0x80]
                    return try #require(Unicode.Scalar(value))
                }))
    }

    private func decode(_ text: String) -> DecodedText {
        TextDecoder.decode(Array(text.utf8), declared: "utf-8", isHTML: true)
    }

    @Test(arguments: ["windows-1252", "latin1"])
    func isUndoneWhereItIsCertain(charset: String) throws {
        for page in [french, chinese, chinese + String(repeating: "Старый кран 😀. ", count: 4)] {
            let decoded = decode(try misread(page, as: charset))
            #expect(decoded.repaired && String(decoding: decoded.utf8, as: UTF8.self) == page)
        }
    }

    /// Read as Latin-1 punctuation holds controls, which no text has: few of them are enough, wherever they stand.
    @Test func controlsOfLatin1NeedNoCrowd() throws {
        let page = "<p>It’s a question of an hour — or, as the skipper says, “of bread”.</p>"
        let decoded = decode(try misread(page, as: "latin1"))
        #expect(decoded.repaired && String(decoding: decoded.utf8, as: UTF8.self) == page)
        let one = try misread("<p>It’s all plain but this.</p>", as: "latin1")
        #expect(!decode(one).repaired)
    }

    @Test func isUndoneTwice() throws {
        let decoded = decode(try misread(misread(chinese)))
        #expect(decoded.repaired && String(decoding: decoded.utf8, as: UTF8.self) == chinese)
    }

    @Test func soundPagesAreLeft() {
        for page in [
            french, chinese, "Plain words", "São Paulo, Ãcaro, Â", "A produção\u{A0}: é\u{A0}! ß\u{A0}» créée", "",
        ] {
            let decoded = decode(page)
            #expect(!decoded.repaired && decoded.utf8 == Array(page.utf8))
        }
    }

    /// A template that is right around a text that is not: what is right stays.
    @Test(arguments: [" — und", "é", "€", "Ã", "\u{85}", "© März"], ["windows-1252", "latin1"])
    func whatIsRightStays(other: String, charset: String) throws {
        for page in [try misread(french, as: charset) + other, other + (try misread(french, as: charset))] {
            let decoded = decode(page)
            let text = String(decoding: decoded.utf8, as: UTF8.self)
            #expect(decoded.repaired && text.contains("Les élèves, très émus, ont été reçus à l’école"))
            #expect(text.hasPrefix(other) || text.hasSuffix(other))
        }
    }

    /// What shows that a page only quotes such text.
    @Test(arguments: [
        "Why is UTF-8 shown so? ", "Broken encoding! ",
        String(repeating: "Schöne Grüße zurück an die Fähre über das Möwenwehr. ", count: 8),
    ])
    func aPageThatQuotesSuchTextIsLeft(other: String) throws {
        let page = try misread(french) + other
        let decoded = decode(page)
        #expect(!decoded.repaired && decoded.utf8 == Array(page.utf8))
    }

    @Test func ofEnglishQuotesAndDashesAreEnough() throws {
        let page = "<p>It’s a question of an hour — or, as the skipper says, “of bread”. © Harbour Post</p>"
        let decoded = decode(try misread(page))
        #expect(decoded.repaired && String(decoding: decoded.utf8, as: UTF8.self) == page)
        let one = try misread("<p>It’s all plain but this — here.</p>")
        #expect(!decode(one).repaired)
    }

    @Test func aFewExamplesAreLeft() throws {
        let words = String(repeating: "The form turned some of the letters into others, as readers wrote. ", count: 40)
        let few = try misread("café été élève garçon naïve")
        let spread = words + String(repeating: few + ". ", count: 3)
        for page in [few, words + few, spread] { #expect(!decode(page).repaired) }
    }

    @Test func aTableOfWrongCharactersIsLeft() throws {
        let rows = try "àáâãäåæçèéêëìíîïñòóôõö".map { "<td>\(try misread(String($0)))</td>" }.joined()
        #expect(!decode(rows).repaired)
    }

    /// Each sequence opens anew and breaks at its last byte: reading ends at the first.
    @Test func brokenSequencesEndTheReading() {
        for unit in ["Ã", "ÃÃ", "ð\u{9F}\u{98}", "â‚"] {
            let page = String(repeating: unit, count: 100_000)
            #expect(!decode(page).repaired)
        }
    }
}
