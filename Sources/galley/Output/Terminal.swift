import Foundation
import Telemetry

/// What the command knows about the screens it writes to.
enum Terminal {
    /// Whether standard error is a person's terminal: progress bars are drawn only there.
    static let showsProgress = isatty(STDERR_FILENO) == 1

    /// Columns of the terminal that results are written to, 120 when it is none.
    static var columns: Int { columns(of: STDOUT_FILENO) }

    /// Columns of the terminal that progress is shown on, 120 when it is none.
    static var errorColumns: Int { columns(of: STDERR_FILENO) }

    private static func columns(of file: Int32) -> Int {
        var size = winsize()
        guard ioctl(file, UInt(TIOCGWINSZ), &size) == 0, size.ws_col > 20 else { return 120 }
        return Int(size.ws_col)
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
    static func output(exactly line: String) { output(document: line + "\n") }

    /// Writes a text that has its line ends to standard output as it is.
    static func output(document text: String) { FileHandle.standardOutput.write(Data(text.utf8)) }
}
