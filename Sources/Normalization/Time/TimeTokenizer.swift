import Text

/// Cuts a short stretch of text into ``TimeToken``s.
struct TimeTokenizer: ~Escapable {
    private let text: Span<UInt8>
    private let hints: TimeHints
    private let special: [UInt64: TimeWord]?
    private var index: Int
    private let end: Int
    private var spaced = false
    private(set) var tokens: [TimeToken] = []

    @_lifetime(copy text)
    init(_ text: Span<UInt8>, window: Range<Int>, hints: TimeHints) {
        self.text = text
        self.hints = hints
        special = hints.language.flatMap { TimeWords.byLanguage[String($0.prefix { $0 != "-" && $0 != "_" })] }
        index = window.lowerBound
        end = window.upperBound
    }

    @_lifetime(self: copy self)
    mutating func run() {
        tokens.reserveCapacity(48)
        while index < end {
            let (value, length) = UTF8Scalars.scalar(in: text, at: index)
            if Self.turns(value) {
                index += length
            } else if PlainSpace.isWhite(value) || PlainSpace.isInvisible(value) {
                spaced = true
                index += length
            } else if Self.digit(value) != nil {
                number()
            } else {
                other(value, length)
            }
        }
    }

    /// Whether a scalar only says which way text runs (Unicode Standard Annex 9).
    private static func turns(_ value: UInt32) -> Bool {
        switch value {
        case 0x200E, 0x200F, 0x61C, 0x202A...0x202E, 0x2066...0x2069: true
        default: false
        }
    }

    @_lifetime(self: copy self)
    private mutating func other(_ value: UInt32, _ length: Int) {
        let script = Script.of(value)
        if script == .han {
            han(value, length)
        } else if script.isLetter {
            word()
        } else {
            push(TimeToken(kind: .mark, value: Int(Self.sign(value))), length)
        }
    }

    @_lifetime(self: copy self)
    private mutating func push(_ token: TimeToken, _ length: Int) {
        var token = token
        token.start = index
        token.end = index + length
        token.spaced = spaced
        // Letters of Thai begin with these two bytes.
        token.isThai = length > 2 && text[index] == 0xE0 && (text[index + 1] == 0xB8 || text[index + 1] == 0xB9)
        spaced = false
        tokens.append(token)
        index += length
    }

    // MARK: Numbers

    @_lifetime(self: copy self)
    private mutating func number() {
        var cursor = index
        var value = 0
        var digits = 0
        while cursor < end {
            let (scalar, length) = UTF8Scalars.scalar(in: text, at: cursor)
            guard let digit = Self.digit(scalar) else { break }
            if digits < 17 { value = value * 10 + digit }
            digits += 1
            cursor += length
        }
        push(TimeToken(kind: digits > 17 ? .unknown : .number, value: value, digits: digits), cursor - index)
    }

    /// A decimal digit of the scripts in which dates are written.
    static func digit(_ value: UInt32) -> Int? {
        if value &- 0x30 < 10 { return Int(value) - 0x30 }
        guard value >= 0x660, let zero = zeros.last(where: { $0 <= value }), value - zero < 10 else { return nil }
        return Int(value - zero)
    }

    /// The zeros of scripts: Arabic, Persian, Devanagari, Bengali, Gurmukhi, Gujarati, Odia, Tamil, Telugu, Kannada, Malayalam,
    /// Thai, Lao, Burmese, Khmer, full width.
    private static let zeros: [UInt32] = [
        0x660, 0x6F0, 0x966, 0x9E6, 0xA66, 0xAE6, 0xB66, 0xBE6, 0xC66, 0xCE6, 0xD66, 0xE50, 0xED0, 0x1040, 0x17E0,
        0xFF10,
    ]

    // MARK: Han

    @_lifetime(self: copy self)
    private mutating func han(_ value: UInt32, _ length: Int) {
        if Self.numeral(value) != nil { return numerals() }
        if value == 0x5143, tokens.last?.kind == .era {
            return push(TimeToken(kind: .number, value: 1, digits: 1), length)
        }
        if index + length < end {
            let (next, more) = UTF8Scalars.scalar(in: text, at: index + length)
            let key = UInt64(value) << 32 | UInt64(next)
            if let word = Self.pairTable[key] { return push(Self.token(word), length + more) }
            if let base = Self.eraTable[key] { return push(TimeToken(kind: .era, value: base), length + more) }
        }
        push(Self.token(Self.singles[value]), length)
    }

    @_lifetime(self: copy self)
    private mutating func numerals() {
        var number = ChineseNumber()
        var cursor = index
        while cursor < end {
            let (value, length) = UTF8Scalars.scalar(in: text, at: cursor)
            guard let numeral = Self.numeral(value) else { break }
            number.add(numeral)
            cursor += length
        }
        push(TimeToken(kind: .number, value: number.value, digits: number.digits), cursor - index)
    }

    // MARK: Signs

    /// A sign in its ASCII form; 0 for one that means nothing in a time.
    private static func sign(_ value: UInt32) -> UInt8 {
        switch value {
        case 0x21...0x7E: UInt8(value)
        case 0xFF01...0xFF5E: UInt8(value - 0xFEE0)
        case 0x2010...0x2015, 0x2212: UInt8(ascii: "-")
        case 0x2018, 0x2019: UInt8(ascii: "'")
        case 0x3001, 0x60C, 0x104A: UInt8(ascii: ",")
        case 0xB7, 0x2022, 0x30FB, 0x2502: UInt8(ascii: "|")
        case 0x3002: UInt8(ascii: ".")
        case 0x3010, 0x3014: UInt8(ascii: "(")
        case 0x3011, 0x3015: UInt8(ascii: ")")
        case 0xBA, 0xAA, 0xB0: UInt8(ascii: "`")
        default: 0
        }
    }

    // MARK: Words

    @_lifetime(self: copy self)
    private mutating func word() {
        if text[index] == 0xE0, dottedMonth() { return }
        var cursor = index
        var hash = WordFold.seed
        var letters = 0
        var isUpper = true
        let isHangul = Script.of(UTF8Scalars.scalar(in: text, at: index).value) == .hangul
        while cursor < end {
            let (value, length) = UTF8Scalars.scalar(in: text, at: cursor)
            // Words of India and Persia are written with joiners inside.
            if value == 0x200C || value == 0x200D {
                cursor += length
                continue
            }
            let script = Script.of(value)
            guard script.isLetter, script != .han, (script == .hangul) == isHangul else { break }
            if let folded = WordFold.fold(value) {
                hash = WordFold.mix(hash, folded)
                isUpper = isUpper && folded != value
            }
            letters += 1
            cursor += length
            if isHangul, letters == 1, TimeWords.table[hash] != nil, value != 0xC624 { break }
        }
        if isUpper, letters <= 4, let zone = zone(cursor) { return push(zone, cursor - index) }
        if letters == 1, meridiem(hash, cursor) { return }
        push(Self.token(special?[hash] ?? TimeWords.table[hash]), cursor - index)
    }

    /// `พ.ค.`: consumed whole.
    @_lifetime(self: copy self)
    private mutating func dottedMonth() -> Bool {
        for (word, month) in TimeWords.dottedMonths where starts(word) {
            var token = TimeToken(kind: .word, value: month)
            token.word = .month
            let next = index + word.count
            push(token, word.count + (next < end && text[next] == UInt8(ascii: ".") ? 1 : 0))
            return true
        }
        return false
    }

    /// Whether the text goes on with a word.
    private func starts(_ word: [UInt8]) -> Bool {
        guard index + word.count <= end else { return false }
        for offset in word.indices where text[index + offset] != word[offset] { return false }
        return true
    }

    private static func token(_ word: TimeWord?) -> TimeToken {
        guard let word else { return TimeToken(kind: .unknown) }
        var token = TimeToken(kind: .word, value: word.value)
        token.word = word.kind
        return token
    }

    private func zone(_ cursor: Int) -> TimeToken? {
        var bytes: [UInt8] = []
        for position in index..<cursor { bytes.append(text[position]) }
        let name = String(decoding: bytes, as: UTF8.self)
        guard let zone = ZoneWords.zone(name, hints: hints) else { return nil }
        var token = TimeToken(kind: .zone)
        token.zone = zone
        return token
    }

    private static let letterA = WordFold.hash("a")
    private static let letterP = WordFold.hash("p")
    private static let letterPi = WordFold.hash("π")
    private static let letterMu = WordFold.hash("μ")

    /// `a.m.`, `p. m.`, `π.μ.`: consumed whole.
    @_lifetime(self: copy self)
    private mutating func meridiem(_ hash: UInt64, _ cursor: Int) -> Bool {
        let isGreek = hash == Self.letterPi || hash == Self.letterMu
        guard isGreek || hash == Self.letterA || hash == Self.letterP else { return false }
        guard cursor < end, text[cursor] == UInt8(ascii: ".") else { return false }
        var next = cursor + 1
        while next < end, next < cursor + 4, text[next] == 0x20 || text[next] == 0xC2 || text[next] == 0xA0 {
            next += 1
        }
        guard next < end else { return false }
        let (value, length) = UTF8Scalars.scalar(in: text, at: next)
        guard value | 0x20 == 0x6D && !isGreek || (value == 0x3BC || value == 0x39C) && isGreek else { return false }
        next += length
        if next < end, text[next] == UInt8(ascii: ".") { next += 1 }
        let isMorning = hash == Self.letterA || hash == Self.letterPi
        push(Self.token(TimeWord(kind: .meridiem, value: isMorning ? 0 : 1)), next - index)
        return true
    }
}
