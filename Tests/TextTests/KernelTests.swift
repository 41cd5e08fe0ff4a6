import Testing

@testable import Text

@Suite struct KernelTests {
    @Test(arguments: [
        ("  a  b\t\nc ", "a b c"), ("\u{A0}\u{3000}海城\u{A0}\u{A0}市\u{3000}", "海城 市"), ("a\u{200B}b\u{FEFF}", "ab"),
        ("", ""), ("a\u{0}b\u{1}\u{7F}c\u{1B}", "a b c"), ("\u{7F}", ""),
        (" \u{2028} ", ""), ("全角，（标点）：不动", "全角，（标点）：不动"),
    ])
    func whiteSpaceIsMadePlain(text: String, plain: String) {
        #expect(PlainSpace.plain(text) == plain)
    }

    @Test func appendingPutsNothingBetween() {
        var out = Array("x".utf8)
        let text = Array(" a b ".utf8)
        PlainSpace.append(text.span, to: &out)
        #expect(String(decoding: out, as: UTF8.self) == "xa b")
    }

    @Test(arguments: [
        ("Ａｂｃ１！", "abc1"), ("a-b c.", "abc"), ("海城,（市）。", "海城市"), ("«ß» – é", "ßé"), ("\u{FE30}\u{FFE5}\u{3000}x", "x"),
        ("\u{00D7}\u{00BF}", "\u{00D7}"),
    ])
    func theFoldIsTheContracts(text: String, folded: String) {
        let bytes = Array(text.utf8)
        let found = DedupFold.fold(bytes.span)
        #expect(String(decoding: found, as: UTF8.self) == folded)
    }

    /// The contract's rule, said again as simply as can be.
    private func model(_ value: UInt32) -> [UInt32] {
        let narrow = (0xFF01...0xFF5E).contains(value) ? value - 0xFEE0 : value
        if narrow < 0x80 {
            let scalar = Character(Unicode.Scalar(UInt8(narrow)))
            return scalar.isLetter || scalar.isNumber ? Array(scalar.lowercased().unicodeScalars.map(\.value)) : []
        }
        let dropped: [ClosedRange<UInt32>] = [
            0x80...0xBF, 0x2000...0x206F, 0x3000...0x303F, 0xFE30...0xFE4F, 0xFF00...0xFFEF,
        ]
        return dropped.contains { $0.contains(narrow) } ? [] : [narrow]
    }

    @Test func theFoldAgreesWithItsModelOnEveryScalar() {
        let wrong = (UInt32(0)...0x1_1000).filter { value in
            Unicode.Scalar(value) != nil && DedupFold.folded(value).map { [$0] } ?? [] != model(value)
        }
        #expect(wrong.isEmpty)
    }

    @Test(arguments: [
        ("海城 is 2 words", ["海", "城", "is", "2", "words"]), ("a-b_c", ["a", "b", "c"]), ("カナ한글", ["カ", "ナ", "한", "글"]),
        ("Zürich’s été", ["Zürich", "s", "été"]), ("", []), ("…—", []), ("ab海cd", ["ab", "海", "cd"]),
    ])
    func tokensAreFairToAllScripts(text: String, expected: [String]) {
        let bytes = Array(text.utf8)
        var tokens = Tokens(bytes.span)
        var found: [String] = []
        while let range = tokens.next() { found.append(String(decoding: bytes[range], as: UTF8.self)) }
        let count = Tokens.count(bytes.span)
        #expect(found == expected && count == expected.count)
    }

    @Test(arguments: [
        ("a", Script.latin), ("é", .latin), ("海", .han), ("〇", .han), ("カ", .kana), ("ー", .kana), ("한", .hangul),
        ("я", .cyrillic),
        ("ω", .greek), ("ع", .arabic), ("א", .hebrew), ("ก", .thai), ("अ", .devanagari), ("১", .digit), ("７", .digit),
        ("，", .punctuation), ("“", .punctuation), (" ", .other), ("😀", .other), ("𠀀", .han),
    ])
    func scriptsAreTold(text: String, script: Script) throws {
        let scalar = try #require(text.unicodeScalars.first)
        #expect(Script.of(scalar.value) == script)
    }

    @Test func countsAddUp() {
        let bytes = Array("海城 Harbour 12, я".utf8)
        let counts = ScriptCounts(bytes.span)
        #expect(counts[.han] == 2 && counts[.latin] == 7 && counts[.digit] == 2 && counts[.cyrillic] == 1)
        #expect(counts.letters == 10 && counts.scalars == 16 && counts.share(of: .han) == 0.2)
    }

    @Test func scalarsAreReadBothWays() {
        let text = "aä海😀"
        let bytes = Array(text.utf8)
        var forward: [UInt32] = []
        var index = 0
        while index < bytes.count {
            let (value, length) = UTF8Scalars.scalar(in: bytes.span, at: index)
            forward.append(value)
            index += length
        }
        var backward: [UInt32] = []
        while index > 0 {
            let (value, length) = UTF8Scalars.scalar(in: bytes.span, before: index)
            backward.append(value)
            index -= length
        }
        #expect(forward == text.unicodeScalars.map(\.value) && backward.reversed() == forward)
    }

    @Test func everyScalarIsWrittenAsTheStandardLibraryDoes() {
        let wrong = stride(from: UInt32(0), to: 0x11_0000, by: 37).filter { value in
            var out: [UInt8] = []
            UTF8Scalars.append(value, to: &out)
            return out != Array(String(Unicode.Scalar(value) ?? "\u{FFFD}").utf8)
        }
        #expect(wrong.isEmpty)
    }

    /// Byte strings of up to three parts: ASCII, white space, whole and broken sequences.
    private static let mixtures: [[UInt8]] = {
        let parts: [[UInt8]] = [
            Array(repeating: 0x61, count: 40), [0x42], [0x20], [0x09], [0xC2, 0xA0], [0xC3, 0xA9], [0xE2, 0x80, 0x8B],
            [0xE6, 0xB5, 0xB7], [0xEF, 0xBC, 0xA1], [0xF0, 0x9F, 0x98, 0x80], [0x80], [0xC3], [0xE6, 0xB5],
            [0xED, 0xA0, 0x80], [0xE0, 0x80, 0x80], [0xF4, 0x90, 0x80, 0x80], [0xEF, 0xBF, 0xBD],
        ]
        var mixtures: [[UInt8]] = [[]]
        var longest = mixtures
        for _ in 0..<3 {
            longest = longest.flatMap { mixture in parts.map { mixture + $0 } }
            mixtures += longest
        }
        return mixtures
    }()

    @Test func utf8IsWholeWhereTheStandardLibraryFindsItSo() {
        let wrong = Self.mixtures.filter { bytes in
            UTF8Repair.isWhole(bytes.span) != ((try? UTF8Span(validating: bytes.span)) != nil)
        }
        #expect(wrong.isEmpty)
    }

    @Test func plainTextIsWhatMakingPlainLeavesAlone() {
        let wrong = Self.mixtures.filter { PlainSpace.isPlain($0.span) != (PlainSpace.plain($0.span) == $0) }
        #expect(wrong.isEmpty)
    }

    @Test func foldedTextIsWhatFoldingLeavesAlone() {
        // U+FFFD itself counts as not folded: its bytes cannot be told from what a malformed byte becomes.
        let wrong = Self.mixtures.filter { bytes in
            let isSame = DedupFold.fold(bytes.span) == bytes
            return DedupFold.isFolded(bytes.span) ? !isSame : isSame && !bytes.contains(0xBF)
        }
        #expect(wrong.isEmpty)
    }

    @Test func scalarsAreCountedAndNotCut() {
        let bytes = Array("aä海😀".utf8)
        let ends = (0...bytes.count).map { UTF8Scalars.boundary(in: bytes.span, atMost: $0) }
        #expect(ends == [0, 1, 1, 3, 3, 3, 6, 6, 6, 6, 10])
        #expect(UTF8Scalars.count(in: bytes.span) == 4)
    }

    @Test func invalidBytesDoNotTrap() {
        for length in 1...4 {
            let bytes = [UInt8](repeating: 0xF0, count: length) + [0xE4, 0xB8]
            let counts = ScriptCounts(bytes.span)
            let tokens = Tokens.count(bytes.span)
            #expect(counts.scalars == bytes.count && tokens == 0)
        }
    }

    private func simhash(_ text: String) -> UInt64? {
        let bytes = Array(text.utf8)
        return Fingerprint.simhash(bytes.span)
    }

    @Test func closeTextsHaveCloseSimhashes() throws {
        let words = (0..<200).map { "word\($0)" }
        let one = try #require(simhash(words.joined(separator: " ")))
        let close = try #require(simhash((words.dropLast(3) + ["other"]).joined(separator: ", ")))
        let far = try #require(simhash((300..<500).map { "word\($0)" }.joined(separator: " ")))
        #expect((one ^ close).nonzeroBitCount <= 8 && (one ^ far).nonzeroBitCount > 12)
        #expect(simhash("") == nil && simhash("…") == nil && simhash("one") != nil)
        #expect(simhash("Ａ b，c") == simhash("a B c"))
    }

    @Test func xxh3IsTheReferences() {
        let empty: [UInt8] = []
        #expect(Fingerprint.xxh3(empty.span) == 0x2D06_8005_38D3_94C2)
    }

    @Test func composedTextIsLeftAndDecomposedComposed() {
        let composed = Array("é한".utf8)
        let decomposed = Array("e\u{301}\u{1112}\u{1161}\u{11AB}".utf8)
        let left = NormalForm.nfc(composed.span)
        let made = NormalForm.nfc(decomposed.span)
        #expect(left == nil && made == composed)
        let marks = Array("a".utf8) + (0..<20_000).flatMap { _ in Array("\u{301}\u{316}".utf8) }
        let long = NormalForm.nfc(marks.span)
        #expect(long != nil)
    }

    @Test(arguments: [
        ("国际会议开幕", HanVariant.simplified), ("國際會議開幕", .traditional), ("上海大火", nil), ("", nil), ("hello", nil),
    ])
    func variantsAreTold(text: String, variant: HanVariant?) {
        let bytes = Array(text.utf8)
        let found = HanVariant.of(bytes.span)
        #expect(found == variant)
    }

    @Test func noCharacterIsBothSimplifiedAndTraditional() {
        #expect(HanPairs.simplified.isDisjoint(with: HanPairs.traditional))
        #expect(HanPairs.simplified.count > 500 && HanPairs.traditional.count > 500)
    }
}
