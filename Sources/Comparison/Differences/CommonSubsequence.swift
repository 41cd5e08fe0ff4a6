/// The longest common subsequence of two sequences of numbers, at a bounded cost.
enum CommonSubsequence {
    /// Beyond this product of lengths, after equal starts and ends are set aside, no subsequence is looked for.
    static let mostCells = 160_000

    /// The indices of elements that both have, in order; `nil` when it would cost too much.
    ///
    /// Takes time and memory in proportion to the product of what lies between equal starts and ends.
    static func matches(_ left: [Int], _ right: [Int]) -> [(left: Int, right: Int)]? {
        let (start, end) = ends(left, right)
        let rows = left.count - start - end
        let columns = right.count - start - end
        guard rows * columns <= mostCells else { return nil }
        let middle = walk(left[start..<start + rows], right[start..<start + columns])
        return (0..<start).map { ($0, $0) } + middle
            + (0..<end).map { (left.count - end + $0, right.count - end + $0) }
    }

    /// How many elements both begin with, and how many of the rest both end with.
    static func ends<Element: Equatable>(_ left: [Element], _ right: [Element]) -> (start: Int, end: Int) {
        let most = min(left.count, right.count)
        var (start, end) = (0, 0)
        while start < most, left[start] == right[start] { start += 1 }
        while end < most - start, left[left.count - 1 - end] == right[right.count - 1 - end] { end += 1 }
        return (start, end)
    }

    private static func walk(_ left: ArraySlice<Int>, _ right: ArraySlice<Int>) -> [(left: Int, right: Int)] {
        let width = right.count + 1
        // lengths[row * width + column]: of the longest subsequence of what follows.
        var lengths = [Int32](repeating: 0, count: (left.count + 1) * width)
        for row in (0..<left.count).reversed() {
            for column in (0..<right.count).reversed() {
                let cell = row * width + column
                lengths[cell] =
                    left[left.startIndex + row] == right[right.startIndex + column]
                    ? lengths[cell + width + 1] + 1 : max(lengths[cell + width], lengths[cell + 1])
            }
        }
        var matches: [(left: Int, right: Int)] = []
        var (row, column) = (0, 0)
        while row < left.count, column < right.count {
            let cell = row * width + column
            if left[left.startIndex + row] == right[right.startIndex + column] {
                matches.append((left.startIndex + row, right.startIndex + column))
                (row, column) = (row + 1, column + 1)
            } else if lengths[cell + width] >= lengths[cell + 1] {
                row += 1
            } else {
                column += 1
            }
        }
        return matches
    }
}

/// Numbers for texts: equal texts have the same.
struct TextNumbers {
    private var numbers: [[UInt8]: Int] = [:]

    /// The number of each text.
    mutating func numbers(of texts: [some StringProtocol]) -> [Int] {
        texts.map { text in
            let key = Array(text.utf8)
            let number = numbers[key] ?? numbers.count
            numbers[key] = number
            return number
        }
    }
}
