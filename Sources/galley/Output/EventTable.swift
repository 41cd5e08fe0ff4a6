import Pages
import Telemetry

/// The outcome of one page as the demo shows it: what went in and what came out.
struct OutcomeRow {
    var page: String
    var outcome: String
    var title: String
    var published = ""
    var people = ""
    var language = ""
    var paragraphs = ""

    /// Whether there is an event, or only a word on why there is none.
    var isArticle: Bool { !paragraphs.isEmpty }
}

/// A table of outcomes, fitted to the terminal.
struct EventTable {
    var rows: [OutcomeRow]

    private static let headings = ["page", "outcome", "title or reason", "published", "by", "lang", "¶"]

    /// The table's lines for a terminal of some columns.
    func lines(columns: Int) -> [String] {
        let widths = Self.widths(rows.map(Self.cells), columns: columns)
        return Self.head(widths) + rows.map { Self.line($0, widths) }
    }

    /// The headings and the line below them.
    static func head(_ widths: [Int]) -> [String] {
        [line(headings, widths), widths.map { String(repeating: "─", count: $0) }.joined(separator: "  ")]
    }

    /// A row; without an event its title or reason takes the columns of what is not there.
    static func line(_ row: OutcomeRow, _ widths: [Int]) -> String {
        guard !row.isArticle else { return line(cells(row), widths) }
        let wide = widths.dropFirst(2).reduce(0, +) + 2 * (widths.count - 3)
        return line([row.page, row.outcome, row.title], [widths[0], widths[1], wide])
    }

    private static func cells(_ row: OutcomeRow) -> [String] {
        [row.page, row.outcome, row.title, row.published, row.people, row.language, row.paragraphs]
    }

    private static func line(_ cells: [String], _ widths: [Int]) -> String {
        let line = zip(cells, widths).map { TerminalText.fit($0, $1) }.joined(separator: "  ")
        return String(line.prefix(line.count - line.reversed().prefix { $0 == " " }.count))
    }

    /// Each column as wide as its widest cell; the title's gives way when the terminal is narrow.
    private static func widths(_ cells: [[String]], columns: Int) -> [Int] {
        var widths = headings.indices.map { column in
            ([headings[column]] + cells.map { $0[column] }).map(TerminalText.width).max() ?? 1
        }
        widths[4] = min(widths[4], 24)
        let rest = widths.reduce(0, +) - widths[2] + 2 * (widths.count - 1)
        widths[2] = max(16, min(widths[2], columns - rest))
        return widths
    }
}
