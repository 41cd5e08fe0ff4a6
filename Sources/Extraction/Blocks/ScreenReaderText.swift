internal import Markup

/// What a page tells to screen readers and shows to nobody.
enum ScreenReaderText {
    /// Whether a phrase is told to screen readers only, by the class that style sheets hide it with: `(opens in a new window)`.
    static func isIn(_ node: Node, of document: Document) -> Bool {
        guard let value = document.attribute(node, .class_), let inner = document.firstChild(node) else { return false }
        // A sign between two texts is meant for all.
        if document.kind(inner) == .text, !holdsLetter(document.utf8(of: inner)) { return false }
        let words = document.utf8(value.prefix(mostOfClass))
        var start = 0
        for index in 0...words.count where index == words.count || words[index] <= 0x20 {
            if (7...22).contains(index - start), isHidingWord(words.extracting(start..<index)) { return true }
            start = index + 1
        }
        return false
    }

    private static func holdsLetter(_ text: Span<UInt8>) -> Bool {
        for index in text.indices.prefix(80) where text[index] >= 0x80 || (text[index] | 0x20) &- 0x61 < 26 {
            return true
        }
        return false
    }

    private static func isHidingWord(_ word: Span<UInt8>) -> Bool {
        hidingWords.contains { known in
            known.count == word.count && word.indices.allSatisfy { word[$0] | 0x20 == known[$0] | 0x20 }
        }
    }

    /// Classes of the usual frameworks for what is told to screen readers only.
    private static let hidingWords = [
        "sr-only", "visually-hidden", "visuallyhidden", "screen-reader-text", "screen-reader-only", "screenreader-only",
        "screenreader-text", "screenreader", "show-for-sr", "sr-only-focusable", "assistive-text", "u-visually-hidden",
        "is-visually-hidden", "a11y-hidden", "a11y-only", "element-invisible", "usa-sr-only", "govuk-visually-hidden",
        "vh-only", "off-screen", "offscreen", "accessibility-hidden", "visibly-hidden", "hidden-visually",
    ].map { Array($0.utf8) }

    /// Bytes that are read of a `class`.
    private static let mostOfClass = 400
}
