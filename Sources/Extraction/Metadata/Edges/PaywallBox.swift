internal import Normalization

/// Finds what a body holds of the box that asks to subscribe, where a page shows the beginning of its article only: its offers are lines
/// and lists like the article's own.
enum PaywallBox {
    /// The blocks of the body that stand in one box with a line that asks so, behind it: of the elements around that line the largest that
    /// holds no block of the body before it.
    static func blocks(_ lines: PageText) -> [Int] {
        guard lines.page.kind == .html, let first = lines.body.first, lines.bodyEnd - first < 2_000,
            let line = (first + 1..<lines.bodyEnd).first(where: { asks($0, lines) })
        else { return [] }
        let before = lines.body.prefix { $0 < line }
        guard let last = before.last else { return [] }
        var box = Int(lines.page.blocks[line].element)
        while box >= 0, let parent = parent(of: box, lines), parent > lines.element(last) { box = parent }
        guard box > lines.element(last) else { return [] }
        let end = Int(lines.page.elements[box].end)
        let found = lines.body.filter { $0 >= line && lines.element($0) >= box && lines.element($0) < end }
        // The rest of the article may stand in the box.
        let bytes = { (blocks: [Int]) in blocks.reduce(0) { $0 + lines.size($1) } }
        return 2 * bytes(found) <= bytes(Array(before)) + Self.shortest ? found : []
    }

    /// Bytes that any box may have.
    private static let shortest = 400

    private static func parent(of element: Int, _ lines: PageText) -> Int? {
        let parent = Int(lines.page.elements[element].parent)
        return parent < 0 ? nil : parent
    }

    private static func asks(_ block: Int, _ lines: PageText) -> Bool {
        lines.isShortLine(block, limit: 160) && StandInLine.paywall.isIn(lines.cues(block))
    }
}
