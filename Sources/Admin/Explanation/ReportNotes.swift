public import Extraction
import Foundation

/// What an explanation says of a page as a whole, in words: on a terminal and in HTML alike.
public enum ReportNotes {
    /// How many blocks were kept and why, where the paragraphs are from, how likely the page is an article.
    public static func lines(of report: ExtractionReport) -> [String] {
        let kept = report.blocks.count(where: \.isKept)
        let threshold = number(report.threshold)
        var lines = [
            report.isDoubtful
                ? "\(report.blocks.count) blocks, none with p \(threshold); the \(kept) likeliest are kept"
                : "\(report.blocks.count) blocks, \(kept) kept from p \(threshold) on"
        ]
        if report.isFromScripts { lines.append("the paragraphs stand in the page's scripts, not in its text") }
        if let likelihood = report.likelihood {
            let bound = number(report.refusedBelow)
            lines.append("as a whole an article with p \(number(likelihood)); refused below \(bound)")
        }
        return lines
    }

    private static func number(_ value: Float) -> String { String(format: "%.2f", Double(value)) }
}
