import Civil
import Pages
import Text

/// A time that a page states, with its words.
struct StatedTime {
    var reading: TimeReading
    var raw: String
    var origin: Origin

    /// Whether its day is more than two days behind an instant, in milliseconds since 1970.
    func isAhead(of now: Int64) -> Bool {
        let day = CivilDay(year: reading.year, month: reading.month, day: reading.day).daysSince1970
        return day > Int(now / 86_400_000) + 2
    }

    /// The times of all texts that state one, in their order.
    ///
    /// Whether `08/04/2026` is in April or in August is told by another text, such as a URL's path, that can only mean one of the two;
    /// else by the hints. A time that is told from now counts from `now`, milliseconds since 1970, where that is known.
    static func all(in findings: ArraySlice<Finding>, hints: TimeHints, now: Int64?) -> [StatedTime] {
        let usual = findings.compactMap { read($0, hints: hints, now: now) }
        var (dayFirst, monthFirst) = (hints, hints)
        (dayFirst.dayFirst, monthFirst.dayFirst) = (true, false)
        guard hints.dayFirst == nil, findings.count > 1,
            let first = findings.first(where: { read($0, hints: hints, now: now) != nil }),
            let one = read(first, hints: dayFirst, now: now)?.reading.isoDay,
            let other = read(first, hints: monthFirst, now: now)?.reading.isoDay,
            one != other
        else { return usual }
        for finding in findings {
            guard let day = read(finding, hints: dayFirst, now: now)?.reading.isoDay, day == one || day == other,
                read(finding, hints: monthFirst, now: now)?.reading.isoDay == day
            else { continue }
            return findings.compactMap { read($0, hints: day == one ? dayFirst : monthFirst, now: now) }
        }
        return usual
    }

    private static func read(_ finding: Finding, hints: TimeHints, now: Int64?) -> StatedTime? {
        let bytes = Array(finding.text.utf8)
        guard let reading = TimeReader.first(in: bytes.span, hints: hints) else {
            guard let now, let told = RelativeTime.read(finding.text)?.reading(from: now, range: bytes.indices) else {
                return nil
            }
            return StatedTime(reading: told, raw: PlainSpace.plain(finding.text), origin: finding.origin)
        }
        return StatedTime(
            reading: reading, raw: PlainSpace.plain(String(decoding: bytes[reading.range], as: UTF8.self)),
            origin: finding.origin)
    }
}

extension TimeReading {
    /// Whether this states the same minute as a reading without seconds, in the same zone or in one where that states none, and a second.
    func isExact(_ other: TimeReading) -> Bool {
        guard second != nil, isoDay == other.isoDay, hour == other.hour, minute == other.minute else { return false }
        let isPlain = other.offsetMinutes == nil && other.zoneName == nil
        return isPlain || offsetMinutes == other.offsetMinutes && zoneName == other.zoneName
    }

    /// Whether this states the same day and clock as a reading without a zone, and a zone.
    func isZoned(_ other: TimeReading) -> Bool {
        let isStated = offsetMinutes != nil || zoneName != nil
        guard isStated, other.offsetMinutes == nil, other.zoneName == nil, other.hour != nil else { return false }
        return isoDay == other.isoDay && hour == other.hour && minute == other.minute
            && (second == other.second || second == nil || other.second == nil)
    }
}
