internal import Markup
internal import Normalization

/// Finds the text of a consent dialog that a body ends with: pages carry it behind the article, in paragraphs like its own.
enum ConsentTail {
    /// The blocks of the body from the first one on that speaks of consent to the use of personal data, or none.
    ///
    /// Most of what follows, by bytes, must speak of it, in three blocks or more, and nothing before: an article on the protection of
    /// data speaks of it throughout.
    static func blocks(_ lines: PageText) -> [Int] {
        let body = lines.body
        // Nearly all bodies end with another text.
        guard body.count > 3, body.suffix(lookedAt).contains(where: { speaks($0, lines) }),
            let first = body.firstIndex(where: { speaks($0, lines) }), first > 0
        else { return [] }
        let tail = body[first...]
        let spoken = tail.filter { speaks($0, lines) }
        let bytes = { (blocks: [Int]) in blocks.reduce(0) { $0 + lines.size($1) } }
        return spoken.count >= 3 && 3 * bytes(spoken) >= 2 * bytes(Array(tail)) ? Array(tail) : []
    }

    /// Blocks at the end of which one must speak of it.
    private static let lookedAt = 3

    // MARK: A layer apart from the article

    /// The blocks of the body's last container, where it is a notice on the use of data: one block speaks of consent, a third of it (by
    /// bytes) of the data or of who may use them, it stands outside of the `article` or `main` element that the body begins in or is
    /// called a notice by a class, an id or a role, and nothing before it speaks of consent.
    static func layer(_ lines: PageText, of document: Document?) -> [Int] {
        let body = lines.body
        guard let document, body.count > 3, let last = body.last,
            let layer = container(of: last, without: body[0], lines),
            isBeside(layer, body[0], lines) || isCalledNotice(layer, around: last, lines, document)
        else { return [] }
        let end = Int(lines.page.elements[layer].end)
        let blocks = body.filter { lines.element($0) >= layer && lines.element($0) < end }
        guard let first = body.first(where: { speaks($0, lines) }), blocks.contains(first) else { return [] }
        let bytes = { (blocks: [Int]) in blocks.reduce(0) { $0 + lines.size($1) } }
        let touched = blocks.filter { ConsentLine.touches(lines.cues($0)) }
        return touched.count > 1 && 3 * bytes(touched) >= bytes(blocks) ? blocks : []
    }

    /// The largest element that holds a block and not another one.
    private static func container(of block: Int, without other: Int, _ lines: PageText) -> Int? {
        let (elements, inside) = (lines.page.elements, lines.element(other))
        var (found, here): (Int?, Int) = (nil, lines.element(block))
        while elements.indices.contains(here), !(here <= inside && inside < Int(elements[here].end)) {
            found = here
            here = Int(elements[here].parent)
        }
        return found
    }

    /// Whether the nearest `article` or `main` around a block does not hold an element, which stands behind it.
    private static func isBeside(_ element: Int, _ block: Int, _ lines: PageText) -> Bool {
        let elements = lines.page.elements
        var here = lines.element(block)
        while elements.indices.contains(here) {
            if elements[here].kind == .article || elements[here].kind == .main {
                return element >= Int(elements[here].end)
            }
            here = Int(elements[here].parent)
        }
        return false
    }

    /// Whether a class, an id or a role says that a block stands in a notice: its element's, or that of one around it up to a container.
    private static func isCalledNotice(_ container: Int, around block: Int, _ lines: PageText, _ document: Document)
        -> Bool
    {
        let elements = lines.page.elements
        var here = lines.element(block)
        while elements.indices.contains(here), here >= container {
            let node = elements[here].node
            let isNamed = [AttributeName.class_, .id, .role].contains { name in
                guard let value = document.attribute(node, name) else { return false }
                let names = document.utf8(value).extracting(first: 400)
                return noticeNames.contains { contains(names, $0) }
            }
            if isNamed { return true }
            here = Int(elements[here].parent)
        }
        return false
    }

    private static let noticeNames: [StaticString] = [
        "cookie", "consent", "gdpr", "dsgvo", "privacy", "cmp-", "onetrust", "didomi", "usercentrics", "policy",
        "legal", "overlay", "modal", "popup", "dialog",
    ]

    private static func speaks(_ block: Int, _ lines: PageText) -> Bool { ConsentLine.speaks(lines.cues(block)) }
}
