/// The tokens of a text, fair to all scripts: a Han, kana or hangul character, or a run of letters and digits.
///
/// An iterator over byte ranges that does not allocate.
public struct Tokens: ~Escapable {
    private let text: Span<UInt8>
    private var index = 0

    /// Tokens of a text.
    @_lifetime(copy text)
    public init(_ text: Span<UInt8>) {
        self.text = text
    }

    /// The next token's bytes, or `nil` at the end.
    @_lifetime(self: copy self)
    public mutating func next() -> Range<Int>? {
        var start = -1
        while index < text.count {
            let (value, length) = UTF8Scalars.scalar(in: text, at: index)
            let script = Script.of(value)
            if script.isWide {
                if start >= 0 { return start..<index }
                index += length
                return index - length..<index
            }
            if script.isLetter || script == .digit {
                if start < 0 { start = index }
                index = endOfWord(from: index + length)
                continue
            }
            if start >= 0 {
                return start..<index
            }
            index += length
        }
        return start >= 0 ? start..<index : nil
    }

    /// Where the ASCII letters and digits that start at an index end.
    private func endOfWord(from start: Int) -> Int {
        var index = start
        while index < text.count, (text[index] | 0x20) &- 0x61 < 26 || text[index] &- 0x30 < 10 { index += 1 }
        return index
    }

    /// How many tokens a text has.
    public static func count(_ text: Span<UInt8>) -> Int {
        var tokens = Tokens(text)
        var count = 0
        while tokens.next() != nil { count += 1 }
        return count
    }
}
