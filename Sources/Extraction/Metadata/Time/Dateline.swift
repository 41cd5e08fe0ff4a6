internal import Normalization

/// The day in the dateline of an article's first paragraph: `LUND, March 5, 2026 (Valley Wire) - The old crane …`.
enum Dateline {
    /// The text of the day, or `nil` where the paragraph does not begin with a short line of place and day that a dash or a word for a
    /// report ends.
    static func day(in paragraph: String, hints: TimeHints) -> String? {
        let start = String(decoding: paragraph.utf8.prefix(longest), as: UTF8.self)
        guard start.utf8.contains(where: { (0x30...0x39).contains($0) }), let end = end(of: start) else { return nil }
        let line = String(start[..<end])
        guard let reading = TimeReader.first(in: line, hints: hints), reading.range.upperBound <= line.utf8.count else {
            return nil
        }
        let bytes = Array(line.utf8)
        return String(decoding: bytes[reading.range], as: UTF8.self)
    }

    /// Where the dateline ends: at its dash, or behind the word of a report in Chinese.
    private static func end(of start: String) -> String.Index? {
        let dashes = [" - ", " – ", " — ", " -- ", "— ", "– "].compactMap { start.firstRange(of: $0)?.lowerBound }
        if let dash = dashes.min() { return dash }
        let reports = ["电", "電", "讯", "訊"].compactMap { start.firstRange(of: $0)?.lowerBound }
        return reports.min().flatMap { start[..<$0].utf8.count <= 60 ? $0 : nil }
    }

    /// Bytes of a paragraph in which its dateline ends.
    private static let longest = 140
}
