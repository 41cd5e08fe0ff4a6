import Civil
import Text

/// Seconds or milliseconds since 1970 as machines write them: `1638920700`, `1638920700000`, `/Date(1638920700000)/`.
enum EpochReader {
    /// The time that a text is, when it is nothing but such a number.
    static func read(_ text: Span<UInt8>) -> TimeReading? {
        guard text.count >= 10, text.count <= 40, let range = number(text) else { return nil }
        guard range.count == 10 || range.count == 13 else { return nil }
        var value = 0
        for index in range { value = value * 10 + Int(text[index]) - 0x30 }
        let seconds = range.count == 13 ? value / 1000 : value
        let day = CivilDay(daysSince1970: seconds / 86400)
        guard (1995...2050).contains(day.year) else { return nil }
        var reading = TimeReading(year: day.year, month: day.month, day: day.day, range: range)
        reading.hour = seconds % 86400 / 3600
        reading.minute = seconds % 3600 / 60
        reading.second = seconds % 60
        reading.offsetMinutes = 0
        return reading
    }

    /// The text's only digits, nothing but white space or `/Date(` around them.
    private static func number(_ text: Span<UInt8>) -> Range<Int>? {
        var start = 0
        while start < text.count, !isDigit(text[start]) { start += 1 }
        var end = start
        while end < text.count, isDigit(text[end]) { end += 1 }
        let isWrapped = start >= 5 && text[start - 1] == UInt8(ascii: "(")
        for index in 0..<start where !isWrapped && text[index] > 0x20 { return nil }
        for index in end..<text.count where isDigit(text[index]) || !isWrapped && text[index] > 0x20 { return nil }
        return start..<end
    }

    private static func isDigit(_ byte: UInt8) -> Bool { byte >= 0x30 && byte <= 0x39 }
}
