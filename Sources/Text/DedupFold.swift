/// The fold behind `dedup_hash`: width, spaces and punctuation do not matter.
///
/// Code point by code point: U+FF01...FF5E minus 0xFEE0; then of ASCII only letters and digits stay, lower-cased;
/// U+0080-00BF, U+2000-206F, U+3000-303F, U+FE30-FE4F and U+FF00-FFEF are dropped; everything else stays. It needs no
/// Unicode tables, so it never drifts with a Unicode version.
public enum DedupFold {
    /// The folded text.
    public static func fold(_ text: Span<UInt8>) -> [UInt8] {
        var out: [UInt8] = []
        out.reserveCapacity(text.count)
        append(text, to: &out)
        return out
    }

    /// Whether folding leaves a text as it is, as it does most words.
    static func isFolded(_ text: Span<UInt8>) -> Bool {
        var index = 0
        while index < text.count {
            if isKept(text[index]) {
                index += 1
                continue
            }
            let (value, length) = UTF8Scalars.scalar(in: text, at: index)
            // A malformed byte reads as U+FFFD too, and would become one, as would a value that is no scalar.
            guard folded(value) == value, value != 0xFFFD, Unicode.Scalar(value) != nil else { return false }
            index += length
        }
        return true
    }

    /// Appends the folded text.
    public static func append(_ text: Span<UInt8>, to out: inout [UInt8]) {
        // A malformed byte becomes the three of U+FFFD; nothing else grows.
        out.append(addingCapacity: 3 * text.count) { append(text, to: &$0) }
    }

    private static func append(_ text: Span<UInt8>, to out: inout OutputSpan<UInt8>) {
        var index = 0
        while index < text.count {
            let byte = text[index]
            if byte < 0x80 {
                if isKept(byte) { out.append(byte) } else if byte &- 0x41 < 26 { out.append(byte | 0x20) }
                index += 1
                continue
            }
            let (value, length) = UTF8Scalars.scalar(in: text, at: index)
            if let kept = folded(value) { UTF8Scalars.append(kept, to: &out) }
            index += length
        }
    }

    /// Whether a byte is an ASCII letter or digit that stays as it is.
    private static func isKept(_ byte: UInt8) -> Bool { byte &- 0x30 < 10 || byte &- 0x61 < 26 }

    /// What a scalar becomes, or `nil` when it is dropped.
    @inlinable
    public static func folded(_ value: UInt32) -> UInt32? {
        let narrow = value >= 0xFF01 && value <= 0xFF5E ? value - 0xFEE0 : value
        switch narrow {
        case 0x30...0x39, 0x61...0x7A: return narrow
        case 0x41...0x5A: return narrow + 0x20
        case 0..<0xC0, 0x2000...0x206F, 0x3000...0x303F, 0xFE30...0xFE4F, 0xFF00...0xFFEF: return nil
        default: return narrow
        }
    }
}
