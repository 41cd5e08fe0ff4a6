/// A day of the Gregorian calendar, reckoned back before its introduction too.
///
/// Days and dates by Howard Hinnant's `days_from_civil` and `civil_from_days` ("chrono-Compatible Low-Level Date Algorithms").
public struct CivilDay: Sendable, Hashable {
    /// The year, astronomically counted.
    public var year: Int
    /// 1 to 12.
    public var month: Int
    /// 1 to 31.
    public var day: Int

    /// Makes a day; it is not checked whether there is such a day (``exists``).
    public init(year: Int, month: Int, day: Int) { (self.year, self.month, self.day) = (year, month, day) }

    /// The day that comes so many days after 1970-01-01.
    public init(daysSince1970 days: Int) {
        let shifted = days + 719_468
        let era = (shifted >= 0 ? shifted : shifted - 146_096) / 146_097
        let dayOfEra = shifted - era * 146_097
        let yearOfEra = (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
        let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
        let part = (5 * dayOfYear + 2) / 153
        month = part < 10 ? part + 3 : part - 9
        day = dayOfYear - (153 * part + 2) / 5 + 1
        year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0)
    }

    /// The day of an instant in UTC, and how many units of time it is into the day.
    /// - Parameters:
    ///   - instant: units of time since 1970, before it too.
    ///   - dayLength: how many of them a day has.
    public static func of(instant: Int, dayLength: Int) -> (day: CivilDay, inDay: Int) {
        let rest = instant % dayLength
        let inDay = rest < 0 ? rest + dayLength : rest
        return (CivilDay(daysSince1970: (instant - inDay) / dayLength), inDay)
    }

    /// Days since 1970-01-01.
    public var daysSince1970: Int {
        let shifted = month <= 2 ? year - 1 : year
        let era = (shifted >= 0 ? shifted : shifted - 399) / 400
        let yearOfEra = shifted - era * 400
        let dayOfYear = (153 * (month + (month > 2 ? -3 : 9)) + 2) / 5 + day - 1
        return era * 146_097 + yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear - 719_468
    }

    /// Whether the calendar has such a day.
    public var exists: Bool { (1...12).contains(month) && day >= 1 && day <= CivilDay.days(of: month, in: year) }

    /// How many days a month has.
    public static func days(of month: Int, in year: Int) -> Int {
        switch month {
        case 2: isLeap(year) ? 29 : 28
        case 4, 6, 9, 11: 30
        default: 31
        }
    }

    /// Whether a year has a 29th of February.
    public static func isLeap(_ year: Int) -> Bool { year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) }

    /// An instant in UTC as RFC 3339 has it, `2026-03-05T09:00:00.250Z`.
    /// - Parameter hasFraction: whether milliseconds are written.
    public static func rfc3339(milliseconds: Int, hasFraction: Bool) -> String {
        let (day, inDay) = of(instant: milliseconds, dayLength: 86_400_000)
        return "\(day.iso)T\(Digits.clock(milliseconds: inDay, hasFraction: hasFraction))Z"
    }

    /// `2026-03-05`.
    public var iso: String { "\(Digits.padded(year, 4))-\(Digits.padded(month, 2))-\(Digits.padded(day, 2))" }
}
