import Telemetry

/// Lines that fit a terminal.
enum Terminal {
    /// The columns that a text takes: signs of East Asian scripts take two, combining marks none.
    static func width(_ text: String) -> Int { text.unicodeScalars.reduce(0) { $0 + width($1) } }

    /// A text on one line, safe to show, cut to a number of columns.
    static func fit(_ text: String, _ columns: Int) -> String {
        let visible = VisibleText.of(text)
        guard width(visible) > columns else { return visible }
        var fitting = String.UnicodeScalarView()
        var left = columns - 1
        for scalar in visible.unicodeScalars {
            left -= width(scalar)
            guard left >= 0 else { break }
            fitting.append(scalar)
        }
        return String(fitting) + "…"
    }

    /// A text filled with spaces to a number of columns.
    static func pad(_ text: String, _ columns: Int) -> String {
        text + String(repeating: " ", count: max(0, columns - width(text)))
    }

    private static func width(_ scalar: Unicode.Scalar) -> Int {
        switch scalar.value {
        case 0x1100...0x115F, 0x2E80...0x303E, 0x3041...0xA4CF, 0xAC00...0xD7A3, 0xF900...0xFAFF, 0xFE30...0xFE6F,
            0xFF00...0xFF60, 0xFFE0...0xFFE6, 0x1F300...0x1F64F, 0x1F900...0x1F9FF, 0x20000...0x3FFFD:
            2
        case _ where scalar.properties.generalCategory == .nonspacingMark: 0
        default: 1
        }
    }
}
