/// Reads the strings of scripts and of JSON in pages, however they escape their characters.
enum ScriptString {
    /// More bytes of one string than this are passed over.
    static let limit = 400_000

    /// The bytes of the string whose opening quote stands at `index`, escapes read; `index` is then behind its closing quote.
    ///
    /// - Parameters:
    ///   - lineFeed: what stands for `\n`, `\r` and `\t`.
    ///   - spansLines: whether a line may end inside; else such a quote opens no string (it is an apostrophe in a comment).
    /// - Returns: `nil` when no string begins there; `index` is then where that was seen.
    static func read(_ text: Span<UInt8>, at index: inout Int, lineFeed: UInt8, spansLines: Bool) -> [UInt8]? {
        let quote = text[index]
        var out: [UInt8] = []
        var here = index + 1
        while here < text.count, text[here] != quote {
            if text[here] == 0x0A && !spansLines { break }
            if text[here] == 0x5C, here + 1 < text.count {
                here += 1
                readEscape(text, &here, lineFeed, &out)
            } else {
                let end = endOfRun(text, from: here, quote)
                out.append(span: text.extracting(here..<end), limit: limit)
                here = end
            }
        }
        let isClosed = here < text.count && text[here] == quote
        index = min(text.count, isClosed ? here + 1 : here)
        return isClosed || spansLines ? out : nil
    }

    /// Where the bytes end that stand for themselves whatever string they stand in; the first is one of them.
    private static func endOfRun(_ text: Span<UInt8>, from start: Int, _ quote: UInt8) -> Int {
        var end = start + 1
        while end < text.count, text[end] != quote, text[end] != 0x5C, text[end] != 0x0A { end += 1 }
        return end
    }

    /// Reads what follows a backslash.
    private static func readEscape(_ text: Span<UInt8>, _ here: inout Int, _ lineFeed: UInt8, _ out: inout [UInt8]) {
        let escaped = text[here]
        here += 1
        switch escaped {
        case 0x6E, 0x72, 0x74: if out.count < limit { out.append(lineFeed) }
        case 0x75, 0x78:
            var value = number(text, &here, digits: escaped == 0x75 ? 4 : 2)
            if value & 0xFC00 == 0xD800, here + 1 < text.count, text[here] == 0x5C, text[here + 1] == 0x75 {
                here += 2
                let low = number(text, &here, digits: 4)
                value = 0x10000 + (value & 0x3FF) << 10 + low & 0x3FF
            }
            if out.count < limit { append(value, to: &out) }
        default: if out.count < limit { out.append(escaped) }
        }
    }

    private static func number(_ text: Span<UInt8>, _ here: inout Int, digits: Int) -> UInt32 {
        var value: UInt32 = 0
        var count = 0
        while count < digits, here < text.count, let digit = hexValue(text[here]) {
            value = value << 4 | digit
            here += 1
            count += 1
        }
        return value
    }

    private static func hexValue(_ byte: UInt8) -> UInt32? {
        switch byte {
        case 0x30...0x39: UInt32(byte - 0x30)
        case 0x41...0x46, 0x61...0x66: UInt32((byte | 0x20) - 0x57)
        default: nil
        }
    }

    /// Appends a scalar as UTF-8; U+FFFD for what is none.
    private static func append(_ value: UInt32, to out: inout [UInt8]) {
        let scalar = Unicode.Scalar(value) ?? "\u{FFFD}"
        out += UTF8.encode(scalar).map(Array.init) ?? []
    }
}
