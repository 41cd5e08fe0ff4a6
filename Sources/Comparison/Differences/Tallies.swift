/// How often names occur, for a bounded number of names; the rest is counted under one name.
struct Tallies {
    private let most: Int
    private let rest: String
    private var counts: [String: Int] = [:]

    /// - Parameter rest: the name under which the rest is counted.
    init(most: Int, rest: String) { (self.most, self.rest) = (most, rest) }

    mutating func count(_ name: String) {
        counts[counts[name] != nil || counts.count < most ? name : rest, default: 0] += 1
    }

    /// The most frequent first, equal ones by name.
    var sorted: [(name: String, count: Int)] {
        counts.sorted { $0.value == $1.value ? precedes($0.key, $1.key) : $0.value > $1.value }
            .map { (name: $0.key, count: $0.value) }
    }
}
