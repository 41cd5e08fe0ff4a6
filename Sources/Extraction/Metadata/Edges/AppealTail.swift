internal import Lexicon
internal import Normalization

/// Finds the appeal for money or members that a body ends with, set like the article's last paragraphs.
enum AppealTail {
    /// The blocks of the body from the heading or short line that begins it on, or none.
    ///
    /// At most six blocks; most of their bytes stand in those that hold such an appeal, and none before does.
    static func blocks(_ lines: PageText) -> [Int] {
        let body = lines.body
        guard body.count > 2 else { return [] }
        for start in max(1, body.count - longest)..<body.count {
            let tail = body[start...]
            guard let head = tail.first, isHead(head, lines) || appeals(head, lines) else { continue }
            let spoken = tail.filter { appeals($0, lines) }
            let bytes = tail.reduce(0) { $0 + lines.size($1) }
            let held = spoken.reduce(0) { $0 + lines.size($1) }
            let before = body[..<start].reduce(0) { $0 + lines.size($1) }
            guard !spoken.isEmpty, 3 * held >= bytes, bytes <= 2 * before,
                !body[..<start].contains(where: { appeals($0, lines) })
            else { continue }
            return Array(tail)
        }
        return []
    }

    /// Blocks of the longest such tail.
    private static let longest = 6

    private static func isHead(_ block: Int, _ lines: PageText) -> Bool {
        lines.isHeading(block) || lines.isShortLine(block, limit: 80) && !lines.isSentence(block)
    }

    private static func appeals(_ block: Int, _ lines: PageText) -> Bool {
        guard lines.size(block) < 900 else { return false }
        return lines.ask(block, AppealLine.asksToGive)
    }
}
