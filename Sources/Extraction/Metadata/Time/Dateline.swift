internal import Normalization
internal import Text

/// The day in the dateline of an article's first paragraph: `LUND, March 5, 2026 (Valley Wire) - The old crane …`.
enum Dateline {
    /// The text of the day, or `nil` where the paragraph does not begin with a short line of place and day that a dash or a word for a
    /// report ends.
    static func day(in paragraph: String, hints: TimeHints) -> String? {
        let start = String(decoding: paragraph.utf8.prefix(longest), as: UTF8.self)
        guard start.utf8.contains(where: { (0x30...0x39).contains($0) }), let end = end(of: start.utf8.span) else {
            return nil
        }
        let line = String(decoding: start.utf8.prefix(end), as: UTF8.self)
        guard let reading = TimeReader.first(in: line, hints: hints), reading.range.upperBound <= line.utf8.count else {
            return nil
        }
        let bytes = Array(line.utf8)
        return String(decoding: bytes[reading.range], as: UTF8.self)
    }

    /// Where the dateline ends: at its dash, or behind the word of a report in Chinese.
    private static func end(of start: Span<UInt8>) -> Int? {
        var report: Int?
        var (before, index) = (UInt32(0), 0)
        while index < start.count {
            let (value, length) = UTF8Scalars.scalar(in: start, at: index)
            let next = index + length
            switch value {
            case 0x2D where before == 0x20:
                let isLong = next < start.count && start[next] == 0x2D
                let behind = next + (isLong ? 1 : 0)
                if behind < start.count, start[behind] == 0x20 { return index - 1 }
            case 0x2013, 0x2014:
                if next < start.count, start[next] == 0x20 { return before == 0x20 ? index - 1 : index }
            case 0x7535, 0x96FB, 0x8BAF, 0x8A0A: report = report ?? index
            default: break
            }
            (before, index) = (value, next)
        }
        return report.flatMap { $0 <= longestPlace ? $0 : nil }
    }

    /// Bytes before the word of a report.
    private static let longestPlace = 60

    /// Bytes of a paragraph in which its dateline ends.
    private static let longest = 140
}
