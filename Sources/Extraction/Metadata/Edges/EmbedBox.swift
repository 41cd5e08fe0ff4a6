internal import Normalization

/// Finds the boxes within a body that ask for consent before a post or a film of another site is shown.
enum EmbedBox {
    /// The blocks of the body that say so, and what little stands between two of them; none where they are half of the body, which
    /// then speaks of such boxes.
    static func blocks(_ lines: PageText) -> [Int] {
        let body = lines.body
        let marked = body.indices.filter { isOne(body[$0], lines) }
        guard !marked.isEmpty else { return [] }
        var found = Set(marked)
        for (one, next) in zip(marked, marked.dropFirst()) where next - one <= mostBetween + 1 {
            let between = (one + 1)..<next
            if between.allSatisfy({ lines.size(body[$0]) <= longest }) { found.formUnion(between) }
        }
        let bytes = found.reduce(0) { $0 + lines.size(body[$1]) }
        guard 2 * bytes < body.reduce(0, { $0 + lines.size($1) }) else { return [] }
        return found.sorted().map { body[$0] }
    }

    /// Bytes of the longest line of such a box, and how many lines without a sign of it stand between two with one.
    private static let (longest, mostBetween) = (400, 2)

    private static func isOne(_ block: Int, _ lines: PageText) -> Bool {
        lines.isShortLine(block, limit: longest) && EmbedNotice.isIn(lines.cues(block))
    }
}
