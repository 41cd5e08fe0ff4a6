/// Text from outside as a person may see it: whatever a page, a header, a file name or a broker wrote, no terminal takes it
/// for a command.
public enum VisibleText {
    /// The text with every character that a terminal acts on written out, as `\u{1B}`.
    ///
    /// These are C0 and C1 control characters, DEL, and the two signs that override the direction of letters (U+202D,
    /// U+202E), which make a line read as another. Marks and embeddings that Arabic and Hebrew texts need stay.
    ///
    /// - Parameter keepsLayout: line feeds and tabs stay, for text of several lines; else they are written out too.
    public static func of(_ text: String, keepsLayout: Bool = false) -> String {
        let isPlain = { (scalar: Unicode.Scalar) in
            !isActive(scalar) || keepsLayout && (scalar == "\n" || scalar == "\t")
        }
        guard !text.unicodeScalars.allSatisfy(isPlain) else { return text }
        var visible = String.UnicodeScalarView()
        for scalar in text.unicodeScalars {
            if isPlain(scalar) {
                visible.append(scalar)
            } else {
                visible.append(contentsOf: "\\u{\(String(scalar.value, radix: 16, uppercase: true))}".unicodeScalars)
            }
        }
        return String(visible)
    }

    /// A scalar of the basic plane as JSON escapes it in a string: `\u001b` (RFC 8259, section 7).
    public static func jsonEscape(_ scalar: Unicode.Scalar) -> String {
        let digits = String(scalar.value, radix: 16)
        return "\\u" + String(repeating: "0", count: max(0, 4 - digits.count)) + digits
    }

    /// Whether a terminal does something else with a character than show it.
    public static func isActive(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.value {
        case 0x00..<0x20, 0x7F..<0xA0: true
        case 0x202D, 0x202E: true
        default: false
        }
    }
}
