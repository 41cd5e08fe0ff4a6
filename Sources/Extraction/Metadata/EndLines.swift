internal import Normalization
internal import Pages

/// The lines with which an article ends: who edited it, whom to write to, whose it is.
enum EndLines {
    /// Blocks of the body that stand behind such a line and are no running text: prompts to scan, follow and download, which
    /// read like a short last line to a judge of single blocks.
    static func furniture(behindTheEndOf lines: PageText) -> [Int] {
        guard lines.page.kind == .text else { return [] }
        let total = lines.body.reduce(0) { $0 + lines.size($1) }
        var before = 0
        var end: Int?
        for (place, block) in lines.body.enumerated() where end == nil {
            before += lines.size(block)
            guard before * 2 > total else { continue }
            let next = place + 1 < lines.body.count ? lines.body[place + 1] : lines.bodyEnd
            end = (block..<next).first { ends($0, lines) }
        }
        guard let end else { return [] }
        return lines.body.filter { $0 >= end && (ends($0, lines) || !isProse($0, lines)) }
    }

    /// Whether a line ends an article.
    private static func ends(_ block: Int, _ lines: PageText) -> Bool {
        guard lines.isShortLine(block, limit: 240) else { return false }
        if lines.ask(block, ContactLine.isContact) || lines.ask(block, LegalReader.isLegal) { return true }
        guard lines.isShortLine(block, limit: 120), lines.ask(block, BylineReader.isByline) else { return false }
        let people = BylineReader.read(lines.text(block))
        return !people.isEmpty && people.allSatisfy { $0.role == .editor }
    }

    /// Whether a block ends as a sentence does.
    private static func isProse(_ block: Int, _ lines: PageText) -> Bool {
        lines.ask(block) { text in
            guard let last = lastScalar(text) else { return false }
            return ends.contains(last)
        }
    }

    private static let ends: Set<UInt32> = Set("。！？…”」』.!?\"’)）;；".unicodeScalars.map(\.value))

    private static func lastScalar(_ text: Span<UInt8>) -> UInt32? {
        var start = text.count - 1
        while start > 0, text[start] & 0xC0 == 0x80 { start -= 1 }
        guard start >= 0 else { return nil }
        let bytes = (start..<text.count).map { text[$0] }
        return String(decoding: bytes, as: UTF8.self).unicodeScalars.first?.value
    }
}
