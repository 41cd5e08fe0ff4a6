import Foundation
import Telemetry

/// What the command knows about the screens it writes to.
enum Terminal {
    /// Whether standard error is a person's terminal: progress bars are drawn only there.
    static let showsProgress = isatty(STDERR_FILENO) == 1

    /// Whether standard output is a terminal.
    static let isInteractive = isatty(STDOUT_FILENO) == 1

    /// Columns of the terminal that results are written to, 120 when it is none.
    static var columns: Int { columns(of: STDOUT_FILENO) }

    /// Columns of the terminal that progress is shown on, 120 when it is none.
    static var errorColumns: Int { columns(of: STDERR_FILENO) }

    private static func columns(of file: Int32) -> Int {
        var size = winsize()
        guard ioctl(file, UInt(TIOCGWINSZ), &size) == 0, size.ws_col > 20 else { return 120 }
        return Int(size.ws_col)
    }

    /// Columns that a text takes: two for wide East Asian characters and emoji, none for combining marks.
    static func width(_ text: String) -> Int {
        text.unicodeScalars.reduce(0) { $0 + width($1) }
    }

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

    /// A text cut or filled to a number of columns; what was cut off is shown as "…", what a terminal would act on is
    /// written out.
    static func fit(_ text: String, _ columns: Int) -> String {
        let text = VisibleText.of(text)
        let full = width(text)
        guard full > columns else { return text + String(repeating: " ", count: columns - full) }
        var kept = ""
        var used = 0
        for character in text {
            let next = width(String(character))
            guard used + next <= columns - 1 else { break }
            kept.append(character)
            used += next
        }
        return kept + "…" + String(repeating: " ", count: max(0, columns - 1 - used))
    }

    /// Writes a line to standard error, for a person.
    static func note(_ line: String) {
        FileHandle.standardError.write(Data((VisibleText.of(line) + "\n").utf8))
    }

    /// Writes a line to standard error as it is, for a program: JSON.
    static func note(exactly line: String) {
        FileHandle.standardError.write(Data((line + "\n").utf8))
    }

    /// Writes lines to standard output, for a person.
    static func output(line: String) {
        output(exactly: VisibleText.of(line, keepsLayout: true))
    }

    /// Writes a line to standard output as it is, for a program: JSON.
    static func output(exactly line: String) {
        FileHandle.standardOutput.write(Data((line + "\n").utf8))
    }
}
