/// A piece of a line in one of its two wordings.
struct Piece: Sendable, Equatable {
    var text: String
    /// Whether the other wording is without it.
    var isMarked: Bool
}

/// Two wordings of one line.
enum Wording {
    /// Both wordings in pieces, with what differs marked. Where the words are too many to be compared, all between the words
    /// that they begin and end with is marked.
    static func pieces(_ was: String, _ is: String) -> (was: [Piece], is: [Piece]) {
        let (left, right) = (Words.of(was), Words.of(`is`))
        var numbers = TextNumbers()
        let (one, other) = (numbers.numbers(of: left), numbers.numbers(of: right))
        let matches = CommonSubsequence.matches(one, other) ?? ends(one, other)
        return (pieces(left, kept: matches.map(\.left)), pieces(right, kept: matches.map(\.right)))
    }

    private static func ends(_ left: [Int], _ right: [Int]) -> [(left: Int, right: Int)] {
        let (start, end) = CommonSubsequence.ends(left, right)
        return (0..<start).map { ($0, $0) }
            + (0..<end).map { (left.count - end + $0, right.count - end + $0) }
    }

    private static func pieces(_ words: [Substring], kept: [Int]) -> [Piece] {
        var pieces: [Piece] = []
        var kept = kept[...]
        for (index, word) in words.enumerated() {
            let isKept = kept.first == index
            if isKept { kept.removeFirst() }
            if let last = pieces.last, last.isMarked == !isKept {
                pieces[pieces.count - 1].text += word
            } else {
                pieces.append(Piece(text: String(word), isMarked: !isKept))
            }
        }
        return pieces
    }

    /// Characters between the start and the end that both wordings share: of the longer one.
    static func distance(_ was: String, _ is: String) -> Int {
        let (left, right) = (Array(was.unicodeScalars), Array(`is`.unicodeScalars))
        let (start, end) = CommonSubsequence.ends(left, right)
        return max(left.count, right.count) - start - end
    }
}
