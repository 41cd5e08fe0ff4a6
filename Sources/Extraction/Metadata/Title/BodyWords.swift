internal import Text

/// What the first paragraphs of a body are about: pairs of wide characters and longer words. A headline repeats some of
/// them, a menu does not.
struct BodyWords {
    private var known: Set<UInt64> = []

    /// Bytes of the body that are read.
    static let reach = 6_000

    init(_ lines: PageText) {
        var read = 0
        for block in lines.body where read < Self.reach && lines.size(block) > 90 {
            read += lines.size(block)
            lines.ask(block) { text in
                Self.words(of: text.extracting(first: min(text.count, 3_000))) { known.insert($0) }
                return true
            }
        }
    }

    /// The share of a line's words that the body holds, or `nil` for a line with less than three.
    func share(of text: Span<UInt8>) -> Double? {
        var (total, shared) = (0, 0)
        Self.words(of: text) { word in
            total += 1
            if known.contains(word) { shared += 1 }
        }
        return total >= 3 ? Double(shared) / Double(total) : nil
    }

    /// Whether the body holds so large a share of a text's words, and a larger one than of another's.
    func tell(_ text: String, before other: String, atLeast least: Double) -> Bool {
        let shares = [text, other].map { share(of: Array($0.utf8).span) ?? 0 }
        return shares[0] >= least && shares[0] > shares[1]
    }

    /// Whether the body holds any word of a text.
    func holdsAny(of text: String) -> Bool {
        let bytes = Array(text.utf8)
        var holds = false
        Self.words(of: bytes.span) { if known.contains($0) { holds = true } }
        return holds
    }

    private static func words(of text: Span<UInt8>, _ take: (UInt64) -> Void) {
        var tokens = Tokens(text)
        var last: (end: Int, value: UInt64)?
        while let token = tokens.next() {
            let (value, length) = UTF8Scalars.scalar(in: text, at: token.lowerBound)
            if Script.of(value).isWide, length == token.count {
                if let last, last.end == token.lowerBound { take(last.value << 32 | UInt64(value)) }
                last = (token.upperBound, UInt64(value))
            } else {
                last = nil
                if token.count >= 4 { take(hash(text, token)) }
            }
        }
    }

    /// FNV-1a over the bytes, ASCII letters lower-cased.
    private static func hash(_ text: Span<UInt8>, _ token: Range<Int>) -> UInt64 {
        var hash: UInt64 = 0xCBF2_9CE4_8422_2325
        for index in token {
            let byte = text[index]
            hash = (hash ^ UInt64((0x41...0x5A).contains(byte) ? byte | 0x20 : byte)) &* 0x100_0000_01B3
        }
        return hash
    }
}

extension PageText {
    /// The share of a block's words that the body holds.
    func ask(_ block: Int, share words: BodyWords) -> Double? {
        words.share(of: page.buffer.span.extracting(page.blocks[block].text))
    }
}
