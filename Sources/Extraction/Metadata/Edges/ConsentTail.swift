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

    private static func speaks(_ block: Int, _ lines: PageText) -> Bool { ConsentLine.speaks(lines.cues(block)) }
}
