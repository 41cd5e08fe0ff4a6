internal import Text

/// Where the texts of two inline elements meet without white space: `<span>By Ann Lee</span><span>June 8</span>`. A style sheet sets
/// them apart for the reader; for whoever reads a line for what it states they are two words.
enum Seam {
    /// Whether what meets before a byte of valid text is two words: a capital letter behind a small one or a digit, a digit behind a
    /// small letter, two letters of a script that has no capitals and sets spaces between words, or such a letter and a capital.
    @inline(__always)
    static func parts(_ text: Span<UInt8>, at index: Int) -> Bool {
        guard index > 0, index < text.count else { return false }
        let (before, after) = (text[index - 1], text[index])
        if before < 0x80, after < 0x80 {
            let isSmall = before >= UInt8(ascii: "a") && before <= UInt8(ascii: "z")
            guard isSmall || isDigit(before) else { return false }
            return after >= UInt8(ascii: "A") && after <= UInt8(ascii: "Z") || isSmall && isDigit(after)
        }
        return partsScalars(text, at: index)
    }

    /// Whether two numbers meet before a byte: a day and a clock that have elements of their own. Digits of one number may have so too, so
    /// only what reads times asks.
    @inline(__always)
    static func partsNumbers(_ text: Span<UInt8>, at index: Int) -> Bool {
        index > 0 && index < text.count && isDigit(text[index - 1]) && isDigit(text[index])
    }

    private static func partsScalars(_ text: Span<UInt8>, at index: Int) -> Bool {
        guard let before = Unicode.Scalar(UTF8Scalars.scalar(in: text, before: index).value),
            let after = Unicode.Scalar(UTF8Scalars.scalar(in: text, at: index).value)
        else { return false }
        if partsUncased(before.value, after.value) { return true }
        let isSmall = before.properties.isLowercase
        return isSmall && (after.properties.isUppercase || isASCIIDigit(after))
            || isASCIIDigit(before) && after.properties.isUppercase
    }

    private static func partsUncased(_ before: UInt32, _ after: UInt32) -> Bool {
        let script = Script.of(before)
        switch script {
        case .arabic, .hebrew, .devanagari, .bengali:
            return Script.of(after) == script || after < 0x80 && after >= 0x41 && after <= 0x5A
        default: return false
        }
    }

    @inline(__always)
    private static func isDigit(_ byte: UInt8) -> Bool { byte >= UInt8(ascii: "0") && byte <= UInt8(ascii: "9") }

    private static func isASCIIDigit(_ scalar: Unicode.Scalar) -> Bool {
        scalar.isASCII && isDigit(UInt8(scalar.value))
    }
}
