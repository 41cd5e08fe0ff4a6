/// Decodes ISO-2022-JP as the Encoding Standard's decoder does: escape sequences say what the bytes behind them are.
struct ISO2022JPReader {
    /// What bytes mean.
    private enum Mode {
        case ascii, roman, katakana, pairs
    }

    private var mode = Mode.ascii
    /// Whether nothing has come since the last escape sequence: two in a row are an error, since text could be hidden so.
    private var isAfterEscape = false
    private var out: [UInt8] = []
    private var malformed = 0

    private static let escape: UInt8 = 0x1B

    /// Decodes bytes from `start`.
    static func read(_ page: Span<UInt8>, from start: Int) -> CharsetReader.Reading {
        var reader = ISO2022JPReader()
        reader.out.reserveCapacity(page.count - start)
        var index = start
        while index < page.count {
            index +=
                page[index] == escape ? reader.readEscape(page, at: index) : reader.readCharacter(page, at: index)
        }
        return (reader.out, reader.malformed)
    }

    /// Whether bytes are Japanese by their escape sequences: none is above 0x7F, and what stands behind the sequences decodes,
    /// one broken character in fifty forgiven.
    static func isTold(by page: Span<UInt8>) -> Bool {
        guard UTF8Scalars.endOfASCII(in: page, from: 0) == page.count, hasJapaneseMode(page) else { return false }
        let read = read(page, from: 0)
        var japanese = -read.malformed
        for byte in read.utf8 where byte >= 0xC0 { japanese += 1 }
        return japanese > 0 && read.malformed * 50 <= japanese
    }

    private static func hasJapaneseMode(_ page: Span<UInt8>) -> Bool {
        for index in page.indices where page[index] == escape {
            switch mode(page, at: index) {
            case .pairs, .katakana: return true
            case .ascii, .roman, nil: continue
            }
        }
        return false
    }

    private static func mode(_ page: Span<UInt8>, at index: Int) -> Mode? {
        guard index + 2 < page.count else { return nil }
        return switch (page[index + 1], page[index + 2]) {
        case (0x28, 0x42): .ascii
        case (0x28, 0x4A): .roman
        case (0x28, 0x49): .katakana
        case (0x24, 0x40), (0x24, 0x42): .pairs
        default: nil
        }
    }

    /// Takes an escape sequence, or the escape byte alone when it begins none.
    private mutating func readEscape(_ page: Span<UInt8>, at index: Int) -> Int {
        guard let next = Self.mode(page, at: index) else {
            isAfterEscape = false
            fail()
            return 1
        }
        if isAfterEscape { fail() }
        mode = next
        isAfterEscape = true
        return 3
    }

    private mutating func readCharacter(_ page: Span<UInt8>, at index: Int) -> Int {
        isAfterEscape = false
        let byte = page[index]
        switch mode {
        case .ascii, .roman:
            if byte >= 0x80 || byte == 0x0E || byte == 0x0F {
                fail()
            } else {
                UTF8Scalars.append(mode == .ascii ? UInt32(byte) : Self.roman(byte), to: &out)
            }
            return 1
        case .katakana:
            if byte >= 0x21, byte <= 0x5F { UTF8Scalars.append(0xFF61 + UInt32(byte - 0x21), to: &out) } else { fail() }
            return 1
        case .pairs: return readPair(page, at: index)
        }
    }

    private mutating func readPair(_ page: Span<UInt8>, at index: Int) -> Int {
        let lead = page[index]
        guard lead >= 0x21, lead <= 0x7E, index + 1 < page.count else {
            fail()
            return 1
        }
        let trail = page[index + 1]
        guard trail >= 0x21, trail <= 0x7E else {
            fail()
            return trail == Self.escape ? 1 : 2
        }
        let entry = DoubleByteTables.jis0208[lead | 0x80, trail | 0x80]
        if entry == 0xFFFD { fail() } else { UTF8Scalars.append(entry, to: &out) }
        return 2
    }

    private static func roman(_ byte: UInt8) -> UInt32 {
        switch byte {
        case 0x5C: 0xA5
        case 0x7E: 0x203E
        default: UInt32(byte)
        }
    }

    private mutating func fail() {
        malformed += 1
        UTF8Scalars.append(0xFFFD, to: &out)
    }
}
