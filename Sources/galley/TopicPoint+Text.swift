import Foundation
import Kafka
import Settings

extension TopicPoint {
    /// Reads a place in a topic as people write it: `beginning`, `end` or `now`, an offset, an RFC 3339 time, a day (its first
    /// moment in UTC), or a time ago: `-7d`, `-12h`, `-30m`.
    ///
    /// - Throws: a ``SettingsError`` that says what was expected.
    init(_ text: String, flag: String, now: Date = .now) throws {
        guard let point = TopicPoint.read(text, now) else {
            throw SettingsError(
                usage: "\(flag) is \"\(text.prefix(80))\"; expected beginning, now, an offset, an RFC 3339 time as "
                    + "2026-03-14T08:30:00+01:00, a day as 2026-03-14, or so long ago as -7d, -12h or -30m")
        }
        self = point
    }

    private static func read(_ text: String, _ now: Date) -> TopicPoint? {
        switch text {
        case "beginning": return .beginning
        case "end", "now": return .end
        default: break
        }
        if let offset = Int64(text), !text.hasPrefix("-"), !text.hasPrefix("+") { return .offset(offset) }
        if text.hasPrefix("-") { return ago(text.dropFirst()).map { .time(milliseconds(now) - $0) } }
        let isDay = text.count == 10
        let formatter = ISO8601DateFormatter()
        let options: [ISO8601DateFormatter.Options] = [
            [.withInternetDateTime], [.withInternetDateTime, .withFractionalSeconds],
        ]
        for option in options {
            formatter.formatOptions = option
            if let date = formatter.date(from: isDay ? text + "T00:00:00Z" : text) { return .time(milliseconds(date)) }
        }
        return nil
    }

    private static let units: [String: Int64] = [
        "s": 1, "m": 60, "min": 60, "h": 3600, "d": 86_400, "w": 604_800,
    ]

    /// Milliseconds of `7d`.
    private static func ago(_ text: Substring) -> Int64? {
        let digits = text.prefix { ("0"..."9").contains($0) }
        guard let number = Int64(digits), number < 1_000_000_000, let unit = units[String(text[digits.endIndex...])]
        else {
            return nil
        }
        return number * unit * 1000
    }

    private static func milliseconds(_ date: Date) -> Int64 {
        Int64((date.timeIntervalSince1970 * 1000).rounded(.down))
    }
}
