internal import Text

/// Tells running text from lines that state something in few words: a sentence may speak of copyright, of a source or of an author
/// without stating the article's.
enum RunningText {
    /// Whether a text ends as a sentence does and is long enough for one: ten characters of a script without capitals, or six
    /// words of which more than half begin with a small letter or with one of a script without capitals.
    static func isSentence(_ text: Span<UInt8>) -> Bool {
        guard text.count >= 20, endsSentence(text) else { return false }
        var (words, small, wide, isInWord, index) = (0, 0, 0, false, 0)
        while index < text.count {
            let (value, length) = UTF8Scalars.scalar(in: text, at: index)
            index += length
            let script = Script.of(value)
            if script.isWide {
                wide += 1
                isInWord = false
            } else if script.isLetter {
                if !isInWord {
                    words += 1
                    if isSmall(value) { small += 1 }
                }
                isInWord = true
            } else {
                isInWord = isInWord && !PlainSpace.isWhite(value)
            }
        }
        return wide >= 10 || words >= 6 && 2 * small > words
    }

    private static func isSmall(_ value: UInt32) -> Bool {
        value < 0x80 ? value >= 0x61 : Unicode.Scalar(value).map { !$0.properties.isUppercase } ?? false
    }

    /// Whether the last sign, closing quotes and brackets apart, ends a sentence.
    static func endsSentence(_ text: Span<UInt8>) -> Bool {
        var end = text.count
        while end > 0 {
            let (kind, start) = sign(before: end, in: text)
            switch kind {
            case .sentenceEnd, .ellipsis: return true
            case .closingQuote, .bracket: end = start
            default: return false
            }
        }
        return false
    }

    /// What the last character stands for.
    static func lastSign(_ text: Span<UInt8>) -> TextMeasure.Edge? {
        text.isEmpty ? nil : sign(before: text.count, in: text).kind
    }

    /// What the character before a place stands for, and where it starts.
    private static func sign(before end: Int, in text: Span<UInt8>) -> (kind: TextMeasure.Edge, start: Int) {
        var start = end - 1
        while start > 0, text[start] & 0xC0 == 0x80 { start -= 1 }
        return (Signs.kind(of: UTF8Scalars.scalar(in: text, at: start).0), start)
    }
}
