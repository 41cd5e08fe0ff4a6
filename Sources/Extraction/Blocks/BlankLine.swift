internal import Text

/// Where a run of text goes on in a new paragraph though no element says so: behind a sentence and a blank line, or a line feed and the
/// full-width space that Japanese and Chinese paragraphs begin with.
enum BlankLine {
    /// Where the white space ends that begins with a line feed at an index, and whether a paragraph ends there.
    static func gap(in text: Span<UInt8>, at index: Int) -> (end: Int, parts: Bool) {
        var (end, feeds, isIndented) = (index, 0, false)
        while end < text.count {
            let length = CollapsedText.spaceLength(text, at: end)
            guard length > 0 else { break }
            if text[end] == 0x0A { feeds += 1 }
            isIndented = length == 3 && text[end] == 0xE3
            end += length
        }
        return (end, end < text.count && (feeds > 1 || isIndented) && endsSentence(text, before: index))
    }

    private static func endsSentence(_ text: Span<UInt8>, before index: Int) -> Bool {
        var end = index
        while end > 0, text[end - 1] <= 0x20 { end -= 1 }
        return RunningText.endsSentence(text.extracting(0..<end))
    }
}
