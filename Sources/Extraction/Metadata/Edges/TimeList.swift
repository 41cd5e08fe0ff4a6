internal import Normalization

/// A list of what was when, at the beginning of a body: `Received`, `3 March 2026`, `Published`, `4 May 2026`, each label a `dt` or a
/// header cell. Its lines state times and are no text.
enum TimeList {
    /// The blocks of such a list that belong to the body.
    static func blocks(of lines: PageText) -> [Int] {
        var found: [Int] = []
        var block = lines.bodyStart
        while block + 1 < lines.count, found.count < most, lines.isLabelCell(block), isTime(block + 1, lines) {
            found += [block, block + 1]
            block += 2
        }
        return found.filter(lines.isBody)
    }

    /// Blocks that are looked at.
    private static let most = 24

    /// Whether a short block holds a time and little else.
    private static func isTime(_ block: Int, _ lines: PageText) -> Bool {
        lines.ask(block) { text in
            guard text.count <= 80, let time = TimeReader.first(in: text) else { return false }
            return 3 * time.range.count >= 2 * text.count
        }
    }
}
