internal import Text

/// What one pass over a block's text counts.
struct TextMeasure {
    /// What stands at an edge of a text, as an ordinal for the trees.
    enum Edge: UInt8 {
        case lower, upper, digit, wide, sentenceEnd, closingQuote, openingQuote, ellipsis, colon, comma, bracket, sign,
            none
    }

    /// Tokens: Han, kana and hangul characters, and runs of letters and digits; of scripts that set no spaces between words, as
    /// many letters as a word has on the average.
    var tokens: Int32 = 0
    /// Tokens that are runs of letters.
    var words: Int32 = 0
    /// Scalars that are no white space.
    var characters: Int32 = 0
    var letters: Int32 = 0
    var uppers: Int32 = 0
    var digits: Int32 = 0
    /// Han, kana and hangul characters.
    var wides: Int32 = 0
    /// Signs that end a sentence; a full stop only before white space or the end. Thai and Lao have none: the end of a text of twelve
    /// tokens counts.
    var sentenceEnds: Int32 = 0
    /// Commas and semicolons; of Thai and Lao spaces between clauses.
    var commas: Int32 = 0
    /// Signs of menus: bars, arrows, bullets, slashes apart.
    var menuSigns: Int32 = 0
    var stopWords: Int32 = 0
    /// Tokens that the page's title, og:title and description hold.
    var titleWords: Int32 = 0, ogTitleWords: Int32 = 0, descriptionWords: Int32 = 0
    var first = Edge.none
    var last = Edge.none
    /// Whether the last sign other than a quote or bracket ends a sentence.
    var endsSentence = false
    /// Hash of the folded tokens: equal for copies of a text whatever its spacing, punctuation and case.
    var fold: UInt64 = 0
}

/// A token at the start of a block, as keyword and date rules see it.
struct LeadToken {
    /// Hash of the folded token.
    var hash: UInt32
    /// Digits when it is a number of up to nine digits, else 0.
    var digits: UInt8
    /// The number, when it is one.
    var value: Int32
    /// The first byte after it (0 at the end).
    var separator: UInt8
    /// The second byte after it, for signs of more than one byte.
    var separatorTail: UInt8
}

/// Measures texts, with scratch space reused from block to block.
struct TextMeter {
    /// Tokens of the last text, up to ``leadLimit``.
    private(set) var lead: [LeadToken] = []
    /// How many tokens at the start of a block the keyword rules see.
    private let leadLimit: Int

    private let words: WordTable
    private let titles: TitleWords

    init(titles: TitleWords, words: WordTable, leadLimit: Int = 40) {
        self.leadLimit = leadLimit
        self.words = words
        self.titles = titles
        lead.reserveCapacity(leadLimit)
    }

    /// Measures a text.
    mutating func measure(_ text: Span<UInt8>) -> TextMeasure {
        text.withUnsafeBufferPointer { measure($0) }
    }

    private mutating func measure(_ text: UnsafeBufferPointer<UInt8>) -> TextMeasure {
        var m = TextMeasure()
        lead.removeAll(keepingCapacity: true)
        var token = OpenToken()
        var index = 0
        let count = text.count
        // Whether the last character is a Thai or Lao letter, or a space behind one.
        var (isUnmarked, isGap) = (false, false)
        while index < count {
            let byte = text[index]
            if Self.isLetter(byte) {
                index = takeLetters(text, from: index, &m, &token)
                (isUnmarked, isGap) = (false, false)
            } else if byte < 0x80 {
                takeASCII(byte, next: index + 1 < count ? text[index + 1] : 0x20, &m, &token)
                index += 1
                (isUnmarked, isGap) = (false, isUnmarked && byte == 0x20)
            } else {
                let (value, length) = UTF8Scalars.scalar(in: text.span, at: index)
                takeWide(value, byte, index + 1 < count ? text[index + 1] : 0, &m, &token)
                index += length
                isUnmarked = Script.isUnmarked(value)
                if isUnmarked, isGap { m.commas += 1 }
                isGap = false
            }
        }
        close(&token, before: 0, 0, &m)
        if isUnmarked, m.tokens >= 12 {
            m.sentenceEnds += 1
            m.endsSentence = true
        }
        return m
    }

    /// Letters and vowel signs of a word of Thai, Lao, Burmese or Khmer, on the average.
    private static let unspacedLength = 5

    /// A run of letters and digits being read.
    private struct OpenToken {
        var hash: UInt32 = Folding.seed
        var length: Int32 = 0
        var digits: UInt8 = 0
        var value: Int32 = 0
        var allDigits = true
    }

    @inline(__always)
    private static func isLetter(_ byte: UInt8) -> Bool { (byte | 0x20) &- 0x61 < 26 }

    /// Takes a run of ASCII letters and returns where it ends; counts as ``letter(_:upper:_:_:)`` does one by one.
    @inline(__always)
    private func takeLetters(
        _ text: UnsafeBufferPointer<UInt8>, from start: Int, _ m: inout TextMeasure, _ token: inout OpenToken
    ) -> Int {
        var (index, hash, smalls) = (start, token.hash, Int32(0))
        while index < text.count {
            let byte = text[index]
            let lower = byte | 0x20
            guard lower &- 0x61 < 26 else { break }
            hash = Folding.step(hash, UInt32(lower))
            smalls &+= Int32(byte & 0x20)
            index &+= 1
        }
        let length = Int32(truncatingIfNeeded: index - start)
        m.letters += length
        m.characters += length
        m.uppers += length - smalls / 32
        if token.length == 0 { edge(text[start] & 0x20 == 0 ? .upper : .lower, &m) }
        if token.length + length > 1 { m.last = .lower }
        m.endsSentence = false
        token.hash = hash
        token.length += length
        token.allDigits = false
        return index
    }

    @inline(__always)
    private mutating func takeASCII(_ byte: UInt8, next: UInt8, _ m: inout TextMeasure, _ token: inout OpenToken) {
        switch byte {
        case 0x30...0x39:
            m.digits += 1
            m.characters += 1
            edge(.digit, &m)
            token.hash = Folding.step(token.hash, UInt32(byte))
            token.length += 1
            if token.digits < 9 {
                token.digits += 1
                token.value = token.value * 10 + Int32(byte - 0x30)
            }
        case 0x20:
            close(&token, before: byte, next, &m)
        default:
            if token.length > 0 { close(&token, before: byte, next, &m) }
            m.characters += 1
            sign(UInt32(byte), next: next, &m)
        }
    }

    private mutating func takeWide(
        _ value: UInt32, _ byte: UInt8, _ next: UInt8, _ m: inout TextMeasure, _ token: inout OpenToken
    ) {
        m.characters += 1
        let script = Script.of(value)
        if script.isWide {
            close(&token, before: byte, next, &m)
            m.wides += 1
            m.letters += 1
            edge(.wide, &m)
            m.endsSentence = false
            finish(Folding.step(Folding.seed, value), digits: 0, value: 0, separator: 0, 0, &m)
        } else if script.isLetter {
            let lower = Folding.lower(value)
            m.characters -= 1
            letter(lower, upper: lower != value, &m, &token)
            if token.length >= Self.unspacedLength, Script.isUnspaced(value) { close(&token, before: 0, 0, &m) }
        } else if script == .digit {
            m.digits += 1
            edge(.digit, &m)
            token.hash = Folding.step(token.hash, value)
            token.length += 1
            token.allDigits = false
        } else {
            close(&token, before: byte, next, &m)
            sign(value, next: 0x20, &m)
        }
    }

    @inline(__always)
    private func letter(_ lower: UInt32, upper: Bool, _ m: inout TextMeasure, _ token: inout OpenToken) {
        m.letters += 1
        m.characters += 1
        if upper { m.uppers += 1 }
        if token.length == 0 {
            edge(upper ? .upper : .lower, &m)
        } else {
            m.last = .lower
        }
        m.endsSentence = false
        token.hash = Folding.step(token.hash, lower)
        token.length += 1
        token.allDigits = false
    }

    @inline(__always)
    private func edge(_ edge: TextMeasure.Edge, _ m: inout TextMeasure) {
        if m.first == .none { m.first = edge }
        m.last = edge
        if edge == .digit { m.endsSentence = false }
    }

    @inline(__always)
    private mutating func close(_ token: inout OpenToken, before byte: UInt8, _ next: UInt8, _ m: inout TextMeasure) {
        guard token.length > 0 else {
            separate(byte, next)
            return
        }
        if !token.allDigits { m.words += 1 }
        finish(token.hash, digits: token.allDigits ? token.digits : 0, value: token.value, separator: byte, next, &m)
        token = OpenToken()
    }

    /// Notes the sign that follows a wide character.
    private mutating func separate(_ byte: UInt8, _ next: UInt8) {
        guard let last = lead.indices.last, lead[last].separator == 0 else { return }
        lead[last].separator = byte
        lead[last].separatorTail = next
    }

    private mutating func finish(
        _ hash: UInt32, digits: UInt8, value: Int32, separator: UInt8, _ tail: UInt8, _ m: inout TextMeasure
    ) {
        m.tokens += 1
        m.fold = (m.fold ^ UInt64(hash)) &* 0x9E37_79B9_7F4A_7C15
        m.fold ^= m.fold >> 29
        let roles = titles.roles(of: hash)
        if roles != 0 {
            m.titleWords += Int32(roles & 1)
            m.ogTitleWords += Int32(roles >> 1 & 1)
            m.descriptionWords += Int32(roles >> 2 & 1)
        }
        if words.isStopWord(hash) { m.stopWords += 1 }
        if lead.count < leadLimit {
            lead.append(LeadToken(hash: hash, digits: digits, value: value, separator: separator, separatorTail: tail))
        }
    }

    private func sign(_ value: UInt32, next: UInt8, _ m: inout TextMeasure) {
        let kind = Signs.kind(of: value)
        switch kind {
        case .sentenceEnd:
            let ends = value != 0x2E || next == 0x20 || next == 0x22 || next == 0x27 || next == 0x29 || next >= 0x80
            if ends { m.sentenceEnds += 1 }
            m.endsSentence = ends
        case .closingQuote, .bracket: break
        case .comma: m.commas += 1
        case .sign where Signs.isMenuSign(value): m.menuSigns += 1
        default: break
        }
        // “ and « open in some languages and close in others; behind one that opens a letter follows.
        switch kind {
        case .closingQuote, .openingQuote, .bracket, .sentenceEnd: break
        default: m.endsSentence = kind == .ellipsis
        }
        edge(kind, &m)
    }
}

/// Hashing of folded tokens; the same for page text and for tables.
enum Folding {
    static let seed: UInt32 = 0x811C_9DC5

    @inline(__always)
    static func step(_ hash: UInt32, _ value: UInt32) -> UInt32 {
        (hash ^ value) &* 0x0100_0193
    }

    /// The hash of bytes as they are: FNV-1a, 32 bits.
    static func hash(of bytes: some Sequence<UInt8>, seed: UInt32 = seed) -> UInt32 {
        bytes.reduce(seed) { step($0, UInt32($1)) }
    }

    /// Lower case for Latin, Greek and Cyrillic letters, the Turkish i with and without a dot as one; others as they are.
    static func lower(_ value: UInt32) -> UInt32 {
        switch value {
        case 0x41...0x5A, 0xC0...0xD6, 0xD8...0xDE, 0x391...0x3A9, 0x410...0x42F: value + 32
        case 0x130, 0x131: 0x69
        case 0x400...0x40F: value + 80
        case 0x100...0x137, 0x14A...0x177, 0x460...0x4FF: value | 1
        case 0x139...0x148, 0x179...0x17E: value + (value & 1)
        default: value
        }
    }

    /// The hashes of a phrase's tokens.
    static func tokens(of phrase: String) -> [UInt32] {
        var meter = TextMeter(titles: TitleWords(), words: WordTable.empty)
        var bytes = Array(phrase.utf8)
        bytes.append(0x20)
        _ = meter.measure(bytes.span)
        return meter.lead.map(\.hash)
    }
}

/// What signs stand for.
enum Signs {
    static func kind(of value: UInt32) -> TextMeasure.Edge {
        switch value {
        case 0x2E, 0x21, 0x3F, 0x3002, 0xFF01, 0xFF1F, 0xFF61, 0x61F, 0x964, 0x6D4, 0xFF0E, 0x589, 0xF0D, 0x104B,
            0x1362, 0x17D4, 0x17D5:
            .sentenceEnd
        case 0x22, 0x27, 0xBB, 0x201D, 0x2019, 0x203A, 0x300D, 0x300F, 0xFF02: .closingQuote
        case 0xAB, 0x201C, 0x201E, 0x2018, 0x201A, 0x2039, 0x300C, 0x300E: .openingQuote
        case 0x2026: .ellipsis
        case 0x3A, 0xFF1A: .colon
        case 0x2C, 0x3B, 0x3001, 0xFF0C, 0xFF1B, 0x60C, 0x61B, 0x104A, 0x1363: .comma
        case 0x28, 0x29, 0x5B, 0x5D, 0x3010, 0x3011, 0xFF08, 0xFF09, 0x300A, 0x300B, 0x3008, 0x3009: .bracket
        default: .sign
        }
    }

    static func isMenuSign(_ value: UInt32) -> Bool {
        switch value {
        case 0x7C, 0x3E, 0x3C, 0x2F, 0xB7, 0x2022, 0xFF5C, 0x2192, 0x2190, 0x25B6, 0x25BA, 0x25CF, 0x25A0, 0x2502,
            0xFF1E, 0x2B, 0x2A:
            true
        default: false
        }
    }
}
