internal import Normalization
internal import Pages

/// Finds what a body ends with that tells of who wrote it: `Ann Lee covers the coast for the Echo.`
enum AuthorNote {
    /// The last blocks of the body that begin with the name of one of its people, whom nothing before them names.
    static func blocks(_ lines: PageText, bylines: [String]) -> [Int] {
        let body = lines.body
        guard body.count > leastBody, !bylines.isEmpty else { return [] }
        let last = body.suffix(lookedAt).filter { block in
            // One that gives an address is judged as such lines are (``EdgeLines``).
            lines.size(block) <= longest && !lines.ask(block) { contains($0, "@") }
                && lines.ask(block) { text in bylines.contains { mayBegin(text, with: $0.utf8.span) } }
        }
        guard !last.isEmpty else { return [] }
        let names = bylines.flatMap { [$0] + BylineReader.read($0).map(\.name) }.filter(isWhole)
        let notes = last.filter { block in
            let text = lines.text(block)
            return names.contains { begins(text, with: $0) }
        }
        guard let first = notes.first else { return [] }
        // Whom the article tells of it may end with.
        let told = body.filter { $0 < first }.map { Array(lines.text($0).utf8) }
        let isTold = names.contains { name in told.contains { TextFold.contains($0, Array(name.utf8)) } }
        return isTold ? [] : notes
    }

    /// Blocks at the end of a body that are looked at, and how many it has at least.
    private static let (lookedAt, leastBody) = (4, 3)
    /// Bytes of the longest such block, and of the longest label before its name: `About the author:`.
    private static let (longest, longestLabel) = (900, 40)

    /// Whether the first bytes of a text, or those behind a colon, stand in a byline: few texts begin so, and this costs little.
    private static func mayBegin(_ text: Span<UInt8>, with byline: Span<UInt8>) -> Bool {
        if holds(byline, text) { return true }
        for place in 1..<max(2, min(longestLabel, text.count - 4)) where isColon(text, endsAt: place) {
            let start = text.indices.first { $0 > place && text[$0] != 0x20 } ?? text.count
            return holds(byline, text.extracting(start...))
        }
        return false
    }

    private static func isColon(_ text: Span<UInt8>, endsAt place: Int) -> Bool {
        guard place < text.count else { return false }
        return text[place] == UInt8(ascii: ":")
            || place > 1 && text[place] == 0x9A && text[place - 1] == 0xBC && text[place - 2] == 0xEF
    }

    /// Whether a byline holds the first word of a text, or the beginning of a long one.
    private static func holds(_ byline: Span<UInt8>, _ text: Span<UInt8>) -> Bool {
        var length = 0
        while length < min(6, text.count), text[length] > 0x20, text[length] != UInt8(ascii: ",") { length += 1 }
        guard length > 1, byline.count >= length else { return false }
        return (0...(byline.count - length)).contains { start in
            (0..<length).allSatisfy { byline[start + $0] == text[$0] }
        }
    }

    /// Whether a name has two words, or is of a script without spaces: one word is many people's.
    private static func isWhole(_ name: String) -> Bool { name.contains(" ") || name.utf8.count >= 6 && isWide(name) }

    private static func isWide(_ name: String) -> Bool { name.utf8.allSatisfy { $0 >= 0x80 } }

    /// Whether a text begins with a name, or with a label and a name.
    private static func begins(_ text: String, with name: String) -> Bool {
        if isName(name, at: text[...]) { return true }
        guard let colon = text.firstIndex(where: { $0 == ":" || $0 == "：" }),
            text.utf8.distance(from: text.startIndex, to: colon) <= longestLabel
        else { return false }
        return isName(name, at: text[text.index(after: colon)...].drop(while: \.isWhitespace))
    }

    /// Whether a text goes on with a name, whole.
    private static func isName(_ name: String, at rest: Substring) -> Bool {
        guard rest.hasPrefix(name), let next = rest.dropFirst(name.count).first else { return false }
        return isWide(name) || !next.isLetter && next != "-"
    }
}
