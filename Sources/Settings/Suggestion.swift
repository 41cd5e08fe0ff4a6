/// The nearest of known names to one that is not known.
enum Suggestion {
    /// `; did you mean "X"?`, or nothing when no name is near: one edit for every three letters, two at least.
    static func words(for name: String, among known: some Sequence<String>) -> String {
        guard name.utf8.count <= 64 else { return "" }
        let nearest = known.map { (name: $0, edits: distance(name, $0)) }
            .min { ($0.edits, $0.name) < ($1.edits, $1.name) }
        guard let nearest, nearest.edits <= max(2, name.utf8.count / 3) else { return "" }
        return "; did you mean \"\(nearest.name)\"?"
    }

    /// Edits between two names: insertions, deletions, replacements and swaps of neighbours (optimal string alignment).
    static func distance(_ a: String, _ b: String) -> Int {
        let a = Array(a.utf8), b = Array(b.utf8)
        var older: [Int] = []
        var previous = Array(0...b.count)
        for i in a.indices {
            var row = [i + 1]
            for j in b.indices {
                var cost = min(previous[j] + (a[i] == b[j] ? 0 : 1), previous[j + 1] + 1, row[j] + 1)
                if i > 0, j > 0, a[i] == b[j - 1], a[i - 1] == b[j] { cost = min(cost, older[j - 1] + 1) }
                row.append(cost)
            }
            (older, previous) = (previous, row)
        }
        return previous[b.count]
    }
}
