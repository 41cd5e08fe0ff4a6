/// Texts from outside in columns of a terminal.
public enum TerminalText {
    /// Columns that a text takes: two for wide East Asian characters and emoji, none for combining marks.
    public static func width(_ text: String) -> Int { text.unicodeScalars.reduce(0) { $0 + width($1) } }

    private static func width(_ scalar: Unicode.Scalar) -> Int {
        switch scalar.properties.generalCategory {
        case .nonspacingMark, .enclosingMark, .format, .control: return 0
        default: break
        }
        switch scalar.value {
        case 0x1100...0x115F, 0x2E80...0x303E, 0x3041...0x33FF, 0x3400...0x4DBF, 0x4E00...0x9FFF, 0xA000...0xA4CF,
            0xAC00...0xD7A3, 0xF900...0xFAFF, 0xFE30...0xFE4F, 0xFF00...0xFF60, 0xFFE0...0xFFE6, 0x1F300...0x1FAFF,
            0x20000...0x3FFFD:
            return 2
        default: return 1
        }
    }

    /// A text cut to a number of columns; what was cut off is shown as "…", what a terminal would act on is written out.
    public static func cut(_ text: String, _ columns: Int) -> String {
        let text = VisibleText.of(text)
        guard width(text) > columns else { return text }
        var kept = ""
        var used = 0
        for character in text {
            let next = width(String(character))
            guard used + next <= columns - 1 else { break }
            kept.append(character)
            used += next
        }
        return kept + "…"
    }

    /// A text filled with spaces to a number of columns.
    public static func pad(_ text: String, _ columns: Int) -> String {
        text + String(repeating: " ", count: max(0, columns - width(text)))
    }

    /// A text cut or filled to a number of columns.
    public static func fit(_ text: String, _ columns: Int) -> String { pad(cut(text, columns), columns) }
}
