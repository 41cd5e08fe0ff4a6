/// The contract's only change to text: NBSP and runs of white space become one plain space, and edges are trimmed.
///
/// White space is ASCII's (tab, LF, VT, FF, CR, space) and with it every other control character of ASCII, which no text has and
/// some sinks refuse; U+0085, U+00A0, U+1680, U+2000-200A, U+2028, U+2029, U+202F,
/// U+205F and U+3000 (the indent of Chinese paragraphs). The invisible U+200B, U+FEFF and U+00AD are taken away.
/// Nothing else is touched.
public enum PlainSpace {
    /// Text with its white space made plain.
    public static func plain(_ text: Span<UInt8>) -> [UInt8] {
        [UInt8](capacity: text.count) { append(text, to: &$0) }
    }

    /// Text with its white space made plain.
    public static func plain(_ text: String) -> String {
        let bytes = text.utf8.span
        return isPlain(bytes) ? text : String(decoding: plain(bytes), as: UTF8.self)
    }

    /// Whether text is plain already, as most of it is: no white space but single spaces between other characters, nothing
    /// invisible.
    static func isPlain(_ text: Span<UInt8>) -> Bool {
        var index = 0
        var isBehindSpace = true
        while index < text.count {
            let byte = text[index]
            if byte == 0x20, isBehindSpace { return false }
            isBehindSpace = byte == 0x20
            if byte >= 0x20, byte < 0x7F {
                index += 1
                continue
            }
            let (value, length) = UTF8Scalars.scalar(in: text, at: index)
            if isWhite(value) || isInvisible(value) { return false }
            index += length
        }
        return !isBehindSpace || text.isEmpty
    }

    /// Appends text, its white space made plain; nothing is put between what `out` held and the text.
    public static func append(_ text: Span<UInt8>, to out: inout [UInt8]) {
        out.append(addingCapacity: text.count) { append(text, to: &$0) }
    }

    /// Appends to an empty span that has room for the whole text: what is plain is never longer.
    private static func append(_ text: Span<UInt8>, to out: inout OutputSpan<UInt8>) {
        var index = 0
        var pending = false
        while index < text.count {
            let byte = text[index]
            if byte > 0x20, byte < 0x7F {
                if pending, !out.isEmpty { out.append(0x20) }
                pending = false
                out.append(byte)
                index += 1
                continue
            }
            let (value, length) = UTF8Scalars.scalar(in: text, at: index)
            if isWhite(value) {
                pending = true
            } else if !isInvisible(value) {
                if pending, !out.isEmpty { out.append(0x20) }
                pending = false
                for offset in 0..<length { out.append(text[index + offset]) }
            }
            index += length
        }
    }

    /// Whether a scalar is white space.
    @inlinable
    public static func isWhite(_ value: UInt32) -> Bool {
        switch value {
        case 0x00...0x20, 0x7F, 0x85, 0xA0, 0x1680, 0x2000...0x200A, 0x2028, 0x2029, 0x202F, 0x205F, 0x3000: true
        default: false
        }
    }

    /// Whether a scalar shows nothing and separates nothing.
    @inlinable
    public static func isInvisible(_ value: UInt32) -> Bool {
        value == 0x200B || value == 0xFEFF || value == 0xAD
    }
}
