import Pages

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
        let cells = rows.map { [$0.page, $0.outcome, $0.title, $0.published, $0.people, $0.language, $0.paragraphs] }
        let widths = Self.widths(cells, columns: columns)
        func line(_ cells: [String]) -> String {
            zip(cells, widths).map { Terminal.fit($0, $1) }.joined(separator: "  ")
        }
        let rule = widths.map { String(repeating: "─", count: $0) }.joined(separator: "  ")
        let wide = widths.dropFirst(2).reduce(0, +) + 2 * (widths.count - 3)
        let body = zip(rows, cells).map { row, cells in
            row.isArticle ? line(cells) : line(Array(cells.prefix(2))) + "  " + Terminal.fit(row.title, wide)
        }
        return ([line(Self.headings), rule] + body).map { line in
            String(line.prefix(line.count - line.reversed().prefix { $0 == " " }.count))
        }
    }

    /// Each column as wide as its widest cell; the title's gives way when the terminal is narrow.
    private static func widths(_ cells: [[String]], columns: Int) -> [Int] {
        var widths = headings.indices.map { column in
            ([headings[column]] + cells.map { $0[column] }).map(Terminal.width).max() ?? 1
        }
        widths[4] = min(widths[4], 24)
        let rest = widths.reduce(0, +) - widths[2] + 2 * (widths.count - 1)
        widths[2] = max(16, min(widths[2], columns - rest))
        return widths
    }
}
