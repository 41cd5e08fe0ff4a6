import Pages
import Text

/// A time that a page states, with its words.
struct StatedTime {
    var reading: TimeReading
    var raw: String

    /// The times of all texts that state one, in their order.
    ///
    /// Whether `08/04/2026` is in April or in August is told by another text, such as a URL's path, that can only mean one of the two;
    /// else by the hints.
    static func all(in findings: ArraySlice<Finding>, hints: TimeHints) -> [StatedTime] {
        let usual = findings.compactMap { read($0, hints: hints) }
        var (dayFirst, monthFirst) = (hints, hints)
        (dayFirst.dayFirst, monthFirst.dayFirst) = (true, false)
        guard hints.dayFirst == nil, findings.count > 1,
            let first = findings.first(where: { read($0, hints: hints) != nil }),
            let one = read(first, hints: dayFirst)?.reading.isoDay,
            let other = read(first, hints: monthFirst)?.reading.isoDay,
            one != other
        else { return usual }
        for finding in findings {
            guard let day = read(finding, hints: dayFirst)?.reading.isoDay, day == one || day == other,
                read(finding, hints: monthFirst)?.reading.isoDay == day
            else { continue }
            return findings.compactMap { read($0, hints: day == one ? dayFirst : monthFirst) }
        }
        return usual
    }

    private static func read(_ finding: Finding, hints: TimeHints) -> StatedTime? {
        let bytes = Array(finding.text.utf8)
        guard let reading = TimeReader.first(in: bytes.span, hints: hints) else { return nil }
        return StatedTime(
            reading: reading, raw: PlainSpace.plain(String(decoding: bytes[reading.range], as: UTF8.self)))
    }
}

extension TimeReading {
    /// Whether this states the same day and clock as a reading without a zone, and a zone.
    func isZoned(_ other: TimeReading) -> Bool {
        let isStated = offsetMinutes != nil || zoneName != nil
        guard isStated, other.offsetMinutes == nil, other.zoneName == nil, other.hour != nil else { return false }
        return isoDay == other.isoDay && hour == other.hour && minute == other.minute
            && (second == other.second || second == nil || other.second == nil)
    }
}
