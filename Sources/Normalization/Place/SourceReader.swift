import Lexicon
public import Pages
import Text

/// Reads the line that says where an article comes from (稿源, 来源, 转自, "Source:", "Quelle:").
public enum SourceReader {
    /// The source that a line states, with its label, or `nil`. The label may stand anywhere in the line
    /// (`2021-12-08 稿源: …`); the name ends at a wide gap's next label, a time, a role word or a bar.
    public static func read(_ line: String) -> SourceLine? {
        let plain = PlainSpace.plain(String(decoding: line.utf8.prefix(400), as: UTF8.self))
        let bytes = Array(plain.utf8)
        guard let label = SourceLabels.find(in: bytes.span) else { return nil }
        let name = self.name(bytes, from: label.end)
        guard !name.isEmpty, name.unicodeScalars.count <= 60 else { return nil }
        let text = String(decoding: bytes[label.start..<label.wordEnd], as: UTF8.self)
        return SourceLine(label: text, name: name)
    }

    /// Whether a line states a source by a label: cheap, on bytes.
    public static func isSourceLine(_ line: Span<UInt8>) -> Bool {
        guard line.count >= 6, line.count <= 400, let label = SourceLabels.find(in: line) else { return false }
        return label.start == 0 || !endsClause(line)
    }

    /// Whether a line ends with a full stop of East Asia: a label in its midst is a word of the sentence.
    private static func endsClause(_ line: Span<UInt8>) -> Bool {
        line.count >= 3 && line[line.count - 3] == 0xE3 && line[line.count - 2] == 0x80 && line[line.count - 1] == 0x82
    }

    /// A name without the date or clock time that follows it in a form that states no whole time: `Wire 03/11/11-16:49`.
    private static func withoutClock(_ name: String) -> String {
        let words = name.split(separator: " ", omittingEmptySubsequences: false)
        let clock = words.indices.dropFirst().first { place in
            let word = words[place].utf8
            return word.first.map { (0x30...0x39).contains($0) } ?? false && word.contains { $0 == 0x2F || $0 == 0x3A }
        }
        return clock.map { words[..<$0].joined(separator: " ") } ?? name
    }

    /// A name without the region of China that platforms set behind it: where the account's owner is.
    private static func withoutRegion(_ name: String) -> String {
        let name = name.trimming { $0 == " " }
        guard let space = name.lastIndex(of: " "), regions.contains(String(name[name.index(after: space)...])) else {
            return name
        }
        return String(name[..<space])
    }

    private static let regions = Set(Lexicon.all { $0.places.regions })

    /// The name behind a label.
    private static func name(_ bytes: [UInt8], from start: Int) -> String {
        var end = SourceLabels.end(of: bytes, from: start)
        if let contact = ContactLine.start(in: bytes.span.extracting(start..<end)) { end = start + contact }
        if let time = TimeReader.first(in: bytes.span.extracting(start..<end)) { end = start + time.range.lowerBound }
        let text = withoutRegion(withoutClock(String(decoding: bytes[start..<end], as: UTF8.self)))
        let name = text.trimming { " :：|｜,，;；-–—·()（）[]【】《》\"“”".contains($0) }
        return name.contains("(") && !name.contains(")") && text.contains(")") ? name + ")" : name
    }
}
