/// UTF-8 that was read as windows-1252 or Latin-1 and written as UTF-8 again ("Ã©" for "é").
///
/// It is undone where that is certain and left as it stands otherwise:
/// * a third or more of the characters beyond ASCII are whole sequences that came from UTF-8, as a template may be right around a text that
///   is not. What is right stays; a page that quotes such text mostly has many other characters;
/// * there are at least ``fewest`` sequences, and one for each hundred ASCII letters of the text: what a page quotes is rarer. Of
///   quotes and dashes ``fewestSigns`` are enough, and one for four hundred: English has nothing else to go wrong;
/// * they stand within words or side by side, not each on its own as in a table of wrong and right characters;
/// * the text does not speak of encodings.
///
/// Where the wrong encoding was Latin-1 the sequences hold controls that no text has and no one types: of such two are enough, wherever
/// they stand.
enum DoubleUTF8 {
    /// Fewer sequences prove nothing.
    static let fewest = 12
    /// Fewer quotes, dashes and the like prove nothing.
    static let fewestSigns = 4
    /// Fewer sequences with controls prove nothing.
    static let fewestWithControls = 2

    /// The text as it was before the second encoding, or `nil`. A page that was encoded thrice is undone twice.
    ///
    /// Linear. Reading ends where too many characters contradict, on nearly every page with the first ones beyond ASCII.
    static func undone(_ text: [UInt8]) -> [UInt8]? {
        var best: [UInt8]?
        for _ in 0..<3 {
            guard let next = once(best ?? text) else { break }
            best = next
        }
        return best
    }

    private static func once(_ text: [UInt8]) -> [UInt8]? {
        guard mayBeTwofold(text.span) else { return nil }
        var page = TwofoldPage()
        var out: [UInt8] = []
        out.reserveCapacity(text.count)
        var index = 0
        while index < text.count {
            if text[index] < 0x80 {
                page.takeASCII(text.span, at: index)
                out.append(text[index])
                index += 1
                continue
            }
            let start = out.count
            if let end = page.takeSequence(text.span, at: index, into: &out) {
                page.note(out.span.extracting(start..<out.count))
                index = end
                continue
            }
            guard page.mayHoldAnother() else { return nil }
            let length = UTF8Scalars.scalar(in: text.span, at: index).length
            out.replaceSubrange(start..., with: text[index..<index + length])
            index += length
        }
        return page.isCertain ? out : nil
    }

    /// Whether one of the first characters beyond ASCII begins such a sequence: cheap, as few are what a lead byte of UTF-8 became and
    /// stand before another.
    private static func mayBeTwofold(_ text: Span<UInt8>) -> Bool {
        var page = TwofoldPage()
        var sequence: [UInt8] = []
        var index = UTF8Scalars.endOfASCII(in: text, from: 0)
        for _ in 0..<mostOthers where index < text.count {
            let next = index + UTF8Scalars.scalar(in: text, at: index).length
            if text[index] == 0xC3, next < text.count, text[next] >= 0x80 {
                sequence.removeAll(keepingCapacity: true)
                if page.takeSequence(text, at: index, into: &sequence) != nil { return true }
            }
            index = UTF8Scalars.endOfASCII(in: text, from: next)
        }
        return false
    }

    /// So many characters that contradict are let pass before there must be a sequence for two.
    static let mostOthers = 1_024
}

/// What has been seen of a page whose characters beyond ASCII all came from UTF-8 so far.
private struct TwofoldPage {
    private var sequences = 0
    private var inWords = 0
    private var letters = 0
    private var isInTag = false
    private var isInCode = false
    private var isAboutEncodings = false
    private var isBesideText = false
    /// Whether the last sequence still waits for a neighbour that is text.
    private var isWaiting = false
    /// Sequences of quotes, dashes and the like, read as windows-1252.
    private var signs = 0
    /// Characters beyond ASCII that are no such sequence.
    private var others = 0
    private var hasWindows = false
    /// Sequences with controls that Latin-1 reads.
    private var withControls = 0

    /// Whether the sequences are many, and placed as in text.
    var isCertain: Bool {
        guard mayBeTwofold else { return false }
        if !hasWindows, withControls >= DoubleUTF8.fewestWithControls { return true }
        let isMany = sequences >= DoubleUTF8.fewest && sequences * 100 >= letters
        let isMarked = signs >= DoubleUTF8.fewestSigns && signs * 400 >= letters
        return !isAboutEncodings && (isMany || isMarked) && inWords * 4 >= sequences * 3
    }

    /// Whether enough of the characters beyond ASCII are such sequences.
    private var mayBeTwofold: Bool { others <= 2 * sequences }

    /// Counts a character that contradicts; whether the page may be one for all that.
    mutating func mayHoldAnother() -> Bool {
        others += 1
        (isWaiting, isBesideText) = (false, true)
        return others <= DoubleUTF8.mostOthers || mayBeTwofold
    }

    /// Takes an ASCII byte; letters of tags, scripts and styles are not text.
    mutating func takeASCII(_ text: Span<UInt8>, at index: Int) {
        let byte = text[index]
        if byte == UInt8(ascii: "<") { enterTag(text, at: index) }
        let isLetter = (byte | 0x20) &- 0x61 < 26
        if isLetter, !isInTag, !isInCode {
            letters += 1
            if !isBesideText, Self.subjects.contains(where: { PrescanCursor.matches($0, in: text, at: index) }) {
                isAboutEncodings = true
            }
        }
        if isLetter, isWaiting { inWords += 1 }
        isWaiting = false
        isBesideText = isLetter
        if byte == UInt8(ascii: ">") { isInTag = false }
    }

    private mutating func enterTag(_ text: Span<UInt8>, at index: Int) {
        isInTag = true
        for name in ["script", "style"] as [StaticString] where PrescanCursor.matches(name, in: text, at: index + 1) {
            isInCode = true
        }
        for name in ["/script", "/style"] as [StaticString] where PrescanCursor.matches(name, in: text, at: index + 1) {
            isInCode = false
        }
    }

    /// How words of a text about encodings begin.
    private static let subjects: [StaticString] = ["charset", "encod", "mojibake", "unicode", "utf"]

    /// Counts a sequence that was undone.
    mutating func note(_ sequence: Span<UInt8>) {
        sequences += 1
        // Quotes and dashes stand at the edges of words.
        let isSign = sequence.count == 3 && sequence[0] == 0xE2 && sequence[1] == 0x80
        if isSign { signs += 1 }
        if isSign || isBesideText {
            inWords += isWaiting ? 2 : 1
            isWaiting = false
        } else {
            isWaiting = true
        }
        isBesideText = true
    }

    /// Appends the bytes that the characters from an index on stood for, one sequence of UTF-8; where they end, or `nil`
    /// when they are none.
    mutating func takeSequence(_ text: Span<UInt8>, at start: Int, into out: inout [UInt8]) -> Int? {
        let first = out.count
        var index = start
        var need = 1
        var (isWindows, isControls) = (false, false)
        while out.count - first < need {
            guard index < text.count else { return nil }
            let (scalar, length) = UTF8Scalars.scalar(in: text, at: index)
            guard let byte = Self.byte(of: scalar) else { return nil }
            if out.count == first { need = byte >= 0xF0 ? 4 : byte >= 0xE0 ? 3 : 2 }
            if scalar > 0xFF { isWindows = true }
            if Self.isLatin1Control(scalar) { isControls = true }
            out.append(byte)
            index += length
        }
        let (length, isWhole) = UTF8Repair.sequence(out.span, at: first)
        guard isWhole, length == need else { return nil }
        hasWindows = hasWindows || isWindows
        if isControls { withControls += 1 }
        return index
    }

    /// The byte above 0x7F that a character stands for in windows-1252 or Latin-1.
    private static func byte(of scalar: UInt32) -> UInt8? {
        if scalar >= 0x80, scalar <= 0xFF { return UInt8(scalar) }
        return windows1252.firstIndex(of: scalar).map { UInt8(0x80 + $0) }
    }

    /// Whether a scalar is a control that Latin-1 alone reads in place of a byte; five bytes are controls in windows-1252 too.
    private static func isLatin1Control(_ scalar: UInt32) -> Bool {
        scalar >= 0x80 && scalar < 0xA0 && ![0x81, 0x8D, 0x8F, 0x90, 0x9D].contains(scalar)
    }

    private static let windows1252 = Array(SingleByteTables.table(of: .windows1252)[..<0x20])
}
