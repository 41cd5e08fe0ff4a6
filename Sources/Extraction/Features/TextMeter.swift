internal import Text

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
