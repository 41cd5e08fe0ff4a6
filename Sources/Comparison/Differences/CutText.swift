/// Texts cut to a length.
enum CutText {
    /// The first characters of a text, with a mark when there are more.
    static func of(_ text: String, _ characters: Int) -> String {
        guard
            let end = text.unicodeScalars.index(
                text.startIndex, offsetBy: characters, limitedBy: text.unicodeScalars.endIndex),
            end < text.unicodeScalars.endIndex
        else { return text }
        return String(text[..<end]) + "…"
    }

    /// A text of more than two such lengths without its middle.
    static func middle(of text: String, _ characters: Int) -> String {
        guard text.unicodeScalars.count > 2 * characters else { return text }
        return String(text.unicodeScalars.prefix(characters)) + " … " + String(text.unicodeScalars.suffix(characters))
    }
}
