internal import Markup

/// What a page tells to screen readers and shows to nobody.
enum ScreenReaderText {
    /// Whether a phrase is told to screen readers only, by the class that style sheets hide it with, or by a style that clips it to
    /// nothing: `(opens in a new window)`.
    static func isIn(_ node: Node, of document: Document) -> Bool {
        guard let inner = document.firstChild(node) else { return false }
        guard isClipped(node, of: document) || hasHidingClass(node, of: document) else { return false }
        // A sign between two texts is meant for all.
        return document.kind(inner) != .text || holdsLetter(document.utf8(of: inner))
    }

    private static func isClipped(_ node: Node, of document: Document) -> Bool {
        guard let value = document.attribute(node, .style) else { return false }
        let style = document.utf8(value.prefix(mostRead))
        return contains(style, "clip") && contains(style, "rect(") && contains(style, "absolute")
    }

    private static func hasHidingClass(_ node: Node, of document: Document) -> Bool {
        guard let value = document.attribute(node, .class_) else { return false }
        let words = document.utf8(value.prefix(mostRead))
        var start = 0
        for index in 0...words.count where index == words.count || words[index] <= 0x20 {
            if (6...40).contains(index - start), isHidingWord(words.extracting(start..<index)) { return true }
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

    /// Whether a class is one of the known names, however it parts and writes its words, behind a framework's prefix, and before what a
    /// builder of modules appends: `u-visuallyHidden`, `VisuallyHidden_root__x1`.
    private static func isHidingWord(_ word: Span<UInt8>) -> Bool {
        let start = prefixes.first { begins(word, at: 0, with: $0) != nil }?.count ?? 0
        return hidingWords.contains { known in
            guard let end = begins(word, at: start, with: known) else { return false }
            return end == word.count || word[end] == UInt8(ascii: "_")
        }
    }

    /// Where a name ends that a class has at a place, hyphens ignored; `nil` when it is another.
    private static func begins(_ word: Span<UInt8>, at start: Int, with name: [UInt8]) -> Int? {
        var place = start
        for letter in name {
            while place < word.count, word[place] == UInt8(ascii: "-"), letter != word[place] { place += 1 }
            guard place < word.count, word[place] | 0x20 == letter else { return nil }
            place += 1
        }
        return place
    }

    /// Classes of the usual frameworks for what is told to screen readers only, without hyphens.
    private static let hidingWords = [
        "sronly", "visuallyhidden", "screenreadertext", "screenreaderonly", "screenreader", "showforsr",
        "sronlyfocusable", "assistivetext", "a11yhidden", "a11yonly", "elementinvisible", "vhonly", "offscreen",
        "accessibilityhidden", "visiblyhidden", "hiddenvisually",
    ].map { Array($0.utf8) }

    /// What frameworks put before their names.
    private static let prefixes = ["u-", "is-", "usa-", "govuk-", "a-", "o-", "c-"].map { Array($0.utf8) }

    /// Bytes that are read of a `class` or a `style`.
    private static let mostRead = 400
}
