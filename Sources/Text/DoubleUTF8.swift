/// UTF-8 that was read as windows-1252 or Latin-1 and written as UTF-8 again ("Ã©" for "é").
///
/// It is undone where that is certain and left as it stands otherwise:
/// * every character beyond ASCII belongs to a whole sequence that came from UTF-8, and all were read in the same one of the
///   two encodings: a page that quotes such text mostly has other characters too;
/// * there are at least ``fewest`` sequences, and one for each hundred ASCII letters of the text: what a page quotes is rarer;
/// * they stand within words or side by side, not each on its own as in a table of wrong and right characters;
/// * the text does not speak of encodings.
///
/// Where the wrong encoding was Latin-1 the sequences hold controls that no text has and no one types: of such two are enough, wherever
/// they stand.
enum DoubleUTF8 {
    /// Fewer sequences prove nothing.
    static let fewest = 12
    /// Fewer sequences with controls prove nothing.
    static let fewestWithControls = 2

    /// The text as it was before the second encoding, or `nil`. A page that was encoded thrice is undone twice.
    ///
    /// Linear. Reading ends at the first character that contradicts, on nearly every page the first beyond ASCII.
    static func undone(_ text: [UInt8]) -> [UInt8]? {
        var best: [UInt8]?
        for _ in 0..<3 {
            guard let next = once(best ?? text) else { break }
            best = next
        }
        return best
    }

    private static func once(_ text: [UInt8]) -> [UInt8]? {
        guard startsTwofold(text.span) else { return nil }
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
            guard let end = page.takeSequence(text.span, at: index, into: &out) else { return nil }
            page.note(out.span.extracting(start..<out.count))
            index = end
        }
        return page.isCertain ? out : nil
    }

    /// Whether the first character beyond ASCII is what a lead byte of UTF-8 became.
    private static func startsTwofold(_ text: Span<UInt8>) -> Bool {
        let first = UTF8Scalars.endOfASCII(in: text, from: 0)
        return first + 1 < text.count && text[first] == 0xC3 && text[first + 1] >= 0x82 && text[first + 1] <= 0xB4
    }
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
    private var hasWindows = false
    private var hasControls = false

    /// Whether the sequences are many, and placed as in text.
    var isCertain: Bool {
        if hasControls { return !hasWindows && sequences >= DoubleUTF8.fewestWithControls }
        return !isAboutEncodings && sequences >= DoubleUTF8.fewest
            && sequences * 100 >= letters
            && inWords * 4 >= sequences * 3
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
        if isBesideText {
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
        while out.count - first < need {
            guard index < text.count else { return nil }
            let (scalar, length) = UTF8Scalars.scalar(in: text, at: index)
            guard let byte = byte(of: scalar) else { return nil }
            if out.count == first { need = byte >= 0xF0 ? 4 : byte >= 0xE0 ? 3 : 2 }
            out.append(byte)
            index += length
        }
        let (length, isWhole) = UTF8Repair.sequence(out.span, at: first)
        return isWhole && length == need ? index : nil
    }

    /// The byte above 0x7F that a character stands for in windows-1252 or Latin-1.
    private mutating func byte(of scalar: UInt32) -> UInt8? {
        if scalar >= 0xA0, scalar <= 0xFF { return UInt8(scalar) }
        if scalar >= 0x80, scalar < 0xA0 {
            // Both encodings read these as controls.
            if ![0x81, 0x8D, 0x8F, 0x90, 0x9D].contains(scalar) { hasControls = true }
            return UInt8(scalar)
        }
        guard let place = Self.windows1252.firstIndex(of: scalar) else { return nil }
        hasWindows = true
        return UInt8(0x80 + place)
    }

    private static let windows1252 = Array(SingleByteTables.table(of: .windows1252)[..<0x20])
}
