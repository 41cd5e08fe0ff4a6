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
        line.count >= 6 && line.count <= 400 && SourceLabels.find(in: line) != nil
    }

    /// The name behind a label.
    private static func name(_ bytes: [UInt8], from start: Int) -> String {
        var end = SourceLabels.end(of: bytes, from: start)
        if let time = TimeReader.first(in: bytes.span.extracting(start..<end)) { end = start + time.range.lowerBound }
        let text = String(decoding: bytes[start..<end], as: UTF8.self)
        return text.trimming { " :：|｜,，;；-–—·()（）[]【】《》\"“”".contains($0) }
    }
}
