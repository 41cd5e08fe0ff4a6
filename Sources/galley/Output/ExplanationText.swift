import Admin
import Extraction
import Foundation
import Pages
import Pipeline
import Telemetry

/// What `extract --format explain` prints of a page: its outcome, where each field is from, and each block with both stages' scores, the
/// decision in words, and the features that moved the scores most.
struct ExplanationText {
    let explanation: PageExplanation

    /// All lines.
    var text: String {
        var lines = outcome
        if let report = explanation.report {
            if let article = report.article { lines += [""] + Self.fields(of: article) }
            lines += ["", "  p     first  element     block"] + report.blocks.flatMap(Self.lines)
        }
        return lines.joined(separator: "\n")
    }

    private var outcome: [String] {
        var lines: [String] = []
        if let event = explanation.event {
            let count = event.paragraphs.count
            let confidence = explanation.report?.article?.confidence ?? 0
            lines.append("article: \(count) paragraphs, confidence \(Self.number(confidence))")
        }
        if let rejection = explanation.rejection {
            lines.append("rejected as \(rejection.reason.rawValue): \(rejection.detail)")
        }
        return lines + (explanation.report.map(ReportNotes.lines) ?? [])
    }

    // MARK: Fields

    private static func fields(of article: Article) -> [String] {
        ["  field       p     from           value"]
            + FieldOrigin.all(of: article).map {
                field($0.name, $0.confidence.map { number($0) } ?? "", $0.origin, $0.text)
            }
    }

    private static func field(_ name: String, _ confidence: String, _ origin: String, _ value: String) -> String {
        "  " + TerminalText.fit(name, 10) + "  " + TerminalText.fit(confidence, 4) + "  " + TerminalText.fit(origin, 13)
            + "  "
            + TerminalText.fit(value, 100).trimmingCharacters(in: .whitespaces)
    }

    // MARK: Blocks

    private static func lines(of block: BlockReason) -> [String] {
        let head =
            (block.isKept ? "+ " : "- ") + number(block.probability) + "  " + number(block.first) + "   "
            + TerminalText.fit(block.element, 10) + "  "
            + TerminalText.fit(block.text, 90).trimmingCharacters(in: .whitespaces)
        let indent = String(repeating: " ", count: 27)
        let stages = [2, 1].compactMap { stage -> String? in
            let moves = block.moves.filter { $0.stage == stage }
            guard !moves.isEmpty else { return nil }
            let words = moves.map {
                "\($0.feature) \(short($0.value)) \($0.change < 0 ? "−" : "+")\(number(abs($0.change)))"
            }
            return indent + "stage \(stage): " + words.joined(separator: ", ")
        }
        return [head, indent + block.words] + stages
    }

    private static func number(_ value: some BinaryFloatingPoint) -> String { String(format: "%.2f", Double(value)) }

    private static func short(_ value: Float) -> String {
        value == value.rounded() && abs(value) < 1e6 ? String(Int(value)) : number(value)
    }
}
