import Foundation
import Telemetry

/// A bar on standard error for long work; silent when that is no terminal or when quiet was asked for.
struct ProgressBar {
    private let label: String
    private let total: Int
    private let isShown: Bool
    private var shownPercent = -1

    /// A bar for `total` steps.
    init(_ label: String, total: Int, isQuiet: Bool) {
        isShown = Terminal.showsProgress && !isQuiet
        self.label = label
        self.total = max(1, total)
    }

    /// Shows how many steps are done; redraws only when the percentage changes.
    mutating func update(_ done: Int, note: String = "") {
        guard isShown else { return }
        let percent = min(100, done * 100 / total)
        guard percent != shownPercent else { return }
        shownPercent = percent
        let filled = percent * 30 / 100
        let bar = String(repeating: "█", count: filled) + String(repeating: "░", count: 30 - filled)
        FileHandle.standardError.write(Data("\r\(label) \(bar) \(percent) % \(VisibleText.of(note))\u{1B}[K".utf8))
    }

    /// Takes the bar away.
    func finish() {
        guard isShown else { return }
        FileHandle.standardError.write(Data("\r\u{1B}[K".utf8))
    }
}
