/// How alike two lines are, by the words they share.
struct Likeness {
    private let words: Set<Int>

    /// Lines that share fewer of their words are not taken for two wordings of one: about four in ten.
    private static let least = 0.4
    /// The words of a line that are looked at.
    private static let mostWords = 120

    /// - Parameter numbers: numbers the words; the same for all lines that are compared.
    init(_ line: String, _ numbers: inout TextNumbers) {
        words = Set(
            numbers.numbers(of: Array(Words.of(line).lazy.filter { !Words.isSpace($0) }.prefix(Self.mostWords))))
    }

    /// Dice's coefficient of both sets of words, from 0 to 1.
    func score(_ other: Likeness) -> Double {
        let sum = words.count + other.words.count
        return sum == 0 ? 0 : 2 * Double(words.intersection(other.words).count) / Double(sum)
    }

    /// The pairs of lines, in order on both sides, that are most alike in all.
    static func pairs(_ left: [Likeness], _ right: [Likeness]) -> [(left: Int, right: Int)] {
        let width = right.count + 1
        let scores = left.map { one in right.map { other in one.score(other) } }
        // sums[row * width + column]: the best of what follows.
        var sums = [Double](repeating: 0, count: (left.count + 1) * width)
        for row in (0..<left.count).reversed() {
            for column in (0..<right.count).reversed() {
                let cell = row * width + column
                let score = scores[row][column]
                let paired = score >= least ? sums[cell + width + 1] + score : 0
                sums[cell] = max(paired, sums[cell + width], sums[cell + 1])
            }
        }
        var pairs: [(left: Int, right: Int)] = []
        var (row, column) = (0, 0)
        while row < left.count, column < right.count {
            let cell = row * width + column
            if sums[cell] == sums[cell + width] {
                row += 1
            } else if sums[cell] == sums[cell + 1] {
                column += 1
            } else {
                pairs.append((row, column))
                (row, column) = (row + 1, column + 1)
            }
        }
        return pairs
    }
}
