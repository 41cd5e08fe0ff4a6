import Telemetry

extension Comparison {
    private static let mostRows = 20
    private static let mostExamples = 10

    /// The comparison as lines for a terminal, none wider than `columns`: counts, fields with counts, why articles are gone,
    /// and the largest changes in words.
    public func summary(columns: Int) -> [String] {
        var lines = [labels.title] + labels.notes.map { "\($0.name): \($0.value)" } + [""]
        lines += Self.table(counts)
        if unread > 0 { lines += ["", "Values that are not events: \(Self.grouped(unread))"] }
        lines += Self.section("Fields of changed articles", fields)
        lines += Self.section("Why articles are gone", reasons)
        lines += examples
        return lines.map { TerminalText.cut($0, max(20, columns)) }
    }

    /// The counts by what they are called.
    var counts: [Tally] {
        [
            Tally(name: "unchanged", count: unchanged), Tally(name: "changed", count: changed),
            Tally(name: "added", count: added), Tally(name: "gone", count: gone),
            Tally(name: "not compared", count: notCompared),
        ]
    }

    private static func section(_ title: String, _ tallies: [Tally]) -> [String] {
        guard !tallies.isEmpty else { return [] }
        let left = tallies.count - mostRows
        return ["", title] + table(Array(tallies.prefix(mostRows))) + (left > 0 ? ["  and \(left) more"] : [])
    }

    private static func table(_ tallies: [Tally]) -> [String] {
        let names = tallies.map { TerminalText.cut($0.name, 40) }
        let numbers = tallies.map { grouped($0.count) }
        let (wide, long) = (names.map(TerminalText.width).max() ?? 0, numbers.map(\.count).max() ?? 0)
        return zip(names, numbers).map { name, number in
            "  \(TerminalText.pad(name, wide))  \(String(repeating: " ", count: long - number.count))\(number)"
        }
    }

    private var examples: [String] {
        let shown = largest.filter { $0.kind == .changed }.prefix(Self.mostExamples)
        guard !shown.isEmpty else { return [] }
        return ["", "Largest changes"]
            + shown.flatMap { ["  \($0.url ?? $0.article)"] + $0.words.prefix(5).map { "    \($0)" } }
    }

    /// A number with its thousands set apart.
    static func grouped(_ number: Int) -> String {
        let digits = String(number)
        var grouped = ""
        for (index, digit) in digits.enumerated() {
            if index > 0, (digits.count - index).isMultiple(of: 3) { grouped += "," }
            grouped.append(digit)
        }
        return grouped
    }
}
