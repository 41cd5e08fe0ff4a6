internal import Normalization

/// Blocks of the body that speak of the article, not of what it tells, and stand at its edges: the model knows them by nothing but their
/// words.
enum EdgeLines {
    /// The blocks; none of a body of few blocks, which they could be all of.
    static func blocks(_ lines: PageText) -> [Int] {
        let body = lines.body
        guard body.count > 2 else { return [] }
        let head = body.prefix(3).filter { isOne($0, of: [.originalTitle, .syndication, .follow], lines) }
        let found = head + tail(lines).filter { !head.contains($0) }
        return found.count < body.count ? found : []
    }

    private static func isOne(_ block: Int, of kinds: Set<EdgeLine>, _ lines: PageText) -> Bool {
        lines.ask(block) { text, cues in EdgeLine.kind(of: text, cues).map(kinds.contains) ?? false }
    }

    /// The blocks at the end; a label that nothing follows any more goes too.
    private static func tail(_ lines: PageText) -> [Int] {
        let last = lines.body.suffix(4)
        var found = last.filter { isOne($0, of: [.syndication, .disclaimer, .follow, .notice], lines) }
        while let end = last.last(where: { !found.contains($0) }), isLabel(end, lines) { found.append(end) }
        return found
    }

    /// Whether a short line ends with a colon: what it heads is no more of the body.
    private static func isLabel(_ block: Int, _ lines: PageText) -> Bool {
        guard lines.size(block) <= 60 else { return false }
        return lines.ask(block) { text in
            guard let last = text.indices.last else { return false }
            return text[last] == UInt8(ascii: ":")
                || last > 1 && text[last] == 0x9A && text[last - 1] == 0xBC && text[last - 2] == 0xEF
        }
    }
}
