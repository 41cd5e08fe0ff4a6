/// What kind of character a scalar is: enough of Unicode's script property to tell languages and tokens apart.
public enum Script: UInt8, Sendable, CaseIterable {
    /// Controls, white space and everything not named here.
    case other
    case digit
    case punctuation
    case latin
    case han
    case kana
    case hangul
    case cyrillic
    case greek
    case arabic
    case hebrew
    case thai
    case devanagari
    case bengali
    case georgian
    case armenian
    /// Letters of scripts not told apart (Gujarati, Tamil, Burmese, Ethiopic, Khmer and so on).
    case otherLetter

    /// The kind of a scalar.
    @inlinable
    @inline(__always)
    public static func of(_ value: UInt32) -> Script {
        value < 0x80 ? ascii(UInt8(value)) : beyondASCII(value)
    }

    @usableFromInline
    static func beyondASCII(_ value: UInt32) -> Script { value < 0x2000 ? low(value) : high(value) }

    /// Whether a character of this kind is a token of its own: Han, kana and hangul.
    @inlinable public var isWide: Bool { self == .han || self == .kana || self == .hangul }

    /// Whether a scalar is a letter of Thai or Lao, which set no spaces between words and no sign at the end of a sentence: a
    /// space stands between clauses.
    @inlinable
    public static func isUnmarked(_ value: UInt32) -> Bool { value >= 0xE00 && value < 0xED0 }

    /// Whether a scalar is a letter of a script that sets no spaces between words: Thai, Lao, Burmese and Khmer.
    @inlinable
    public static func isUnspaced(_ value: UInt32) -> Bool {
        switch value {
        case 0xE00...0xE4E, 0xE80...0xECF, 0x1000...0x103F, 0x1050...0x109F, 0x1780...0x17D3: true
        default: false
        }
    }

    /// Whether it is a letter of any script.
    @inlinable public var isLetter: Bool { rawValue >= Script.latin.rawValue }

    @inlinable
    @inline(__always)
    static func ascii(_ byte: UInt8) -> Script {
        if (byte | 0x20) &- 0x61 < 26 { return .latin }
        if byte &- 0x30 < 10 { return .digit }
        return byte &- 0x21 < 0x5E ? .punctuation : .other
    }

    private static func low(_ value: UInt32) -> Script {
        switch value {
        case 0xAA, 0xBA, 0xC0...0xD6, 0xD8...0xF6, 0xF8...0x24F, 0x1E00...0x1EFF: .latin
        case 0xA1...0xBF, 0xD7, 0xF7, 0x37E, 0x387, 0x55A...0x55F, 0x589, 0x5BE, 0x60C, 0x61B, 0x61F, 0x66A...0x66D,
            0x6D4, 0x964, 0x965, 0xF0D...0xF12, 0x104A...0x104F, 0x1361...0x1368, 0x17D4...0x17DA:
            .punctuation
        case 0x660...0x669, 0x6F0...0x6F9, 0x966...0x96F, 0x9E6...0x9EF, 0xE50...0xE59: .digit
        case 0x370...0x3FF, 0x1F00...0x1FFF: .greek
        case 0x400...0x52F, 0x1C80...0x1C8F: .cyrillic
        case 0x531...0x58F: .armenian
        case 0x590...0x5FF: .hebrew
        case 0x600...0x6FF, 0x750...0x77F, 0x8A0...0x8FF: .arabic
        case 0x900...0x97F: .devanagari
        case 0x980...0x9FF: .bengali
        case 0xE00...0xE7F: .thai
        case 0x10A0...0x10FF, 0x1C90...0x1CBF: .georgian
        case 0x1100...0x11FF: .hangul
        case 0x250...0x2AF, 0x300...0x36F, 0x700...0x74F, 0x780...0x7FF, 0xA00...0xDFF, 0xE80...0x109F,
            0x1200...0x1C7F:
            .otherLetter
        default: .other
        }
    }

    private static func high(_ value: UInt32) -> Script {
        switch value {
        case 0x4E00...0x9FFF, 0x3400...0x4DBF, 0xF900...0xFAFF, 0x2_0000...0x3_23AF, 0x3005...0x3007: .han
        case 0x3041...0x3096, 0x309D...0x309F, 0x30A1...0x30FA, 0x30FC...0x30FF, 0x31F0...0x31FF, 0xFF66...0xFF9F:
            .kana
        case 0xAC00...0xD7A3, 0x3131...0x318E: .hangul
        case 0xFF10...0xFF19: .digit
        case 0xFF21...0xFF3A, 0xFF41...0xFF5A, 0x2C60...0x2C7F, 0xA720...0xA7FF, 0xFB00...0xFB06: .latin
        case 0x2010...0x2027, 0x2030...0x205E, 0x3001...0x3003, 0x3008...0x3011, 0x3014...0x301F, 0x3030,
            0xFE10...0xFE19, 0xFE30...0xFE6F, 0xFF01...0xFF0F, 0xFF1A...0xFF20, 0xFF3B...0xFF40, 0xFF5B...0xFF65:
            .punctuation
        case 0xFB50...0xFDFF, 0xFE70...0xFEFE: .arabic
        case 0x2DE0...0x2DFF, 0xA640...0xA69F: .cyrillic
        case 0x2D00...0x2D2F: .georgian
        case 0x2D30...0x2DDF, 0xA000...0xA63F, 0xA6A0...0xA6FF, 0xA840...0xABFF: .otherLetter
        default: .other
        }
    }
}

extension Script {
    /// Whether a scalar is a decimal digit.
    @inlinable
    public static func digits(_ value: UInt32) -> Bool { of(value) == .digit }
}
