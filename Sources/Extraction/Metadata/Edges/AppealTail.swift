internal import Lexicon
internal import Normalization

/// Finds the appeal for money or members that a body ends with, set like the article's last paragraphs.
enum AppealTail {
    /// The blocks of the body from the heading or short line that begins it on, with those before that stand in one element with it; or none.
    static func blocks(_ lines: PageText) -> [Int] {
        let tail = tail(lines)
        guard let last = lines.body.last else { return [] }
        let follows = tail.isEmpty && last + 1 < lines.count && appeals(last + 1, lines)
        guard let appeal = follows ? last + 1 : tail.first(where: { appeals($0, lines) }) else { return [] }
        let box = box(around: appeal, lines)
        return box.count > tail.count ? box : tail
    }

    /// At most six blocks; most of their bytes stand in those that hold such an appeal, and none before does.
    private static func tail(_ lines: PageText) -> [Int] {
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

    /// The body's last blocks that stand in one element with an appeal, where all before stands elsewhere and is half as long or more: not
    /// every paragraph of an appeal says that it is one.
    private static func box(around appeal: Int, _ lines: PageText) -> [Int] {
        let (body, page) = (lines.body, lines.page)
        let element = page.blocks[appeal].element
        guard element >= 0 else { return [] }
        let box = page.elements[Int(element)].parent
        let tail = body.suffix(longest).drop { page.blocks[$0].element <= box }
        let before = body.prefix(body.count - tail.count)
        guard let last = before.last, let end = tail.last, page.blocks[last].element < box,
            page.blocks[end].element < page.elements[Int(box)].end
        else { return [] }
        let bytes = tail.reduce(0) { $0 + lines.size($1) }
        return bytes <= 2 * before.reduce(0) { $0 + lines.size($1) } ? Array(tail) : []
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
