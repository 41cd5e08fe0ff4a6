/// The lines of two texts side by side: paragraphs, or the elements of a list.
struct LineAlignment {
    /// A step through both.
    enum Row: Equatable {
        /// A line that both have, by its index on either side.
        case same(was: Int, is: Int)
        case removed(Int)
        case added(Int)
        /// A line in two wordings.
        case reworded(was: Int, is: Int)
    }

    let was: [String]
    let `is`: [String]
    private(set) var rows: [Row] = []

    /// Beyond this product of lines between two lines that both have, they are paired by their position.
    private static let mostPairs = 2500

    /// Aligns two texts: by the longest common subsequence of lines, and between those by likeness. Where that would cost too
    /// much, by position.
    init(was: [String], is: [String]) {
        (self.was, self.is) = (was, `is`)
        var numbers = TextNumbers()
        let (left, right) = (numbers.numbers(of: was), numbers.numbers(of: `is`))
        let matches =
            CommonSubsequence.matches(left, right)
            ?? zip(left, right).enumerated()
            .filter { $0.element.0 == $0.element.1 }.map { ($0.offset, $0.offset) }
        var (row, column) = (0, 0)
        for match in matches {
            fillGap(row..<match.left, column..<match.right)
            rows.append(.same(was: match.left, is: match.right))
            (row, column) = (match.left + 1, match.right + 1)
        }
        fillGap(row..<was.count, column..<`is`.count)
    }

    private mutating func fillGap(_ left: Range<Int>, _ right: Range<Int>) {
        var (row, column) = (left.lowerBound, right.lowerBound)
        for pair in pairs(left, right) {
            rows += (row..<pair.left).map(Row.removed) + (column..<pair.right).map(Row.added)
            rows.append(.reworded(was: pair.left, is: pair.right))
            (row, column) = (pair.left + 1, pair.right + 1)
        }
        rows += (row..<left.upperBound).map(Row.removed) + (column..<right.upperBound).map(Row.added)
    }

    private func pairs(_ left: Range<Int>, _ right: Range<Int>) -> [(left: Int, right: Int)] {
        guard !left.isEmpty, !right.isEmpty else { return [] }
        // A text of one line has that line in another wording, however much of it is new.
        if was.count == 1, `is`.count == 1 { return [(0, 0)] }
        guard left.count * right.count <= Self.mostPairs else { return Array(zip(left, right)).map { ($0, $1) } }
        var numbers = TextNumbers()
        let was = left.map { Likeness(self.was[$0], &numbers) }
        let new = right.map { Likeness(self.is[$0], &numbers) }
        return Likeness.pairs(was, new).map { (left.lowerBound + $0.left, right.lowerBound + $0.right) }
    }
}
