import Text

/// Where in a text a date may stand: cheap signs of a year or of a short date.
enum TimeAnchors {
    /// The next sign at or behind an index.
    ///
    /// Signs are a run of four digits (of eight or fourteen when `compact`), two short numbers with the same sign
    /// between and behind them (`8.12.`), a digit of another script, 年 and an era's first character.
    static func next(in text: Span<UInt8>, from start: Int, compact: Bool) -> Range<Int>? {
        var index = start
        while index < text.count {
            let byte = text[index]
            if byte >= 0x30, byte <= 0x39 {
                let end = endOfDigits(text, index)
                if isAnchor(text, index..<end, compact: compact) { return index..<end }
                index = end
            } else if byte >= 0xD9, !compact {
                let length = foreign(text, index)
                if length > 0 { return index..<(index + length) }
                index += 1
            } else {
                index += 1
            }
        }
        return nil
    }

    private static func endOfDigits(_ text: Span<UInt8>, _ start: Int) -> Int {
        var end = start
        while end < text.count, text[end] >= 0x30, text[end] <= 0x39 { end += 1 }
        return end
    }

    private static func isAnchor(_ text: Span<UInt8>, _ run: Range<Int>, compact: Bool) -> Bool {
        if compact { return run.count == 8 || run.count == 14 }
        if run.count == 4 { return text[run.lowerBound] == 0x31 || text[run.lowerBound] == 0x32 }
        // A year of the Republic of China: `115/03/05`.
        let isRepublic = run.count == 3 && text[run.lowerBound] == 0x31
        guard run.count <= 2 || isRepublic else { return false }
        guard run.upperBound < text.count else { return isTrailing(text, run) }
        let sign = text[run.upperBound]
        guard sign == 0x2E || sign == 0x2F || sign == 0x2D else {
            return !isRepublic && (isQuoted(text, run) || isTrailing(text, run))
        }
        let end = endOfDigits(text, run.upperBound + 1)
        let size = end - run.upperBound - 1
        return (1...2).contains(size) && end < text.count && text[end] == sign || !isRepublic && isNamed(text, run)
    }

    /// `08-Dec-21`.
    private static func isNamed(_ text: Span<UInt8>, _ run: Range<Int>) -> Bool {
        let letter = run.upperBound + 1
        return letter < text.count && text[run.upperBound] == 0x2D && text[letter] | 0x20 >= 0x61
            && text[letter] | 0x20 <= 0x7A
    }

    /// The two digits of `2 November 23`, in a short text only: elsewhere counts stand so.
    private static func isTrailing(_ text: Span<UInt8>, _ run: Range<Int>) -> Bool {
        guard run.count == 2, text.count <= 200, run.lowerBound > 3, text[run.lowerBound - 1] == 0x20 else {
            return false
        }
        let before = text[run.lowerBound - 2]
        // Letters beyond ASCII take up to three bytes each, and Thai months end with a full stop: `5 มี.ค. 69`.
        if before >= 0x80 || before == 0x2E && text[run.lowerBound - 3] >= 0x80 { return true }
        return before > 0x40 && text.count <= 64
    }

    /// `'21`.
    private static func isQuoted(_ text: Span<UInt8>, _ run: Range<Int>) -> Bool {
        run.count == 2 && run.lowerBound > 0 && text[run.lowerBound - 1] == 0x27
    }

    /// Length of a digit or a word of another script that announces a year; 0 for none.
    private static func foreign(_ text: Span<UInt8>, _ index: Int) -> Int {
        let (value, length) = UTF8Scalars.scalar(in: text, at: index)
        switch value {
        case 0x5E74, 0x4EE4, 0x5E73: return length
        default: return TimeTokenizer.digit(value) == nil ? 0 : length
        }
    }
}
