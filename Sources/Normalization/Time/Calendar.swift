/// The Gregorian calendar, as far as times of pages need it.
enum Calendar {
    /// Years that a page's time may name.
    static let years = 1990...2100

    /// Whether three numbers make a day of those years.
    static func isDay(year: Int, month: Int, day: Int) -> Bool {
        years.contains(year) && (1...12).contains(month) && day >= 1 && day <= days(year: year, month: month)
    }

    static func days(year: Int, month: Int) -> Int {
        switch month {
        case 2: isLeap(year) ? 29 : 28
        case 4, 6, 9, 11: 30
        default: 31
        }
    }

    /// The day of the Gregorian calendar that is a day of the Iranian one, of years from 1343 to 1472, in which the leap years
    /// follow a cycle of 33 years; `nil` for others and for days that are none.
    static func civil(persianYear year: Int, month: Int, day: Int) -> (year: Int, month: Int, day: Int)? {
        guard (1343...1472).contains(year), (1...12).contains(month), day >= 1 else { return nil }
        let isLeap = { (year: Int) in [1, 5, 9, 13, 17, 22, 26, 30].contains(year % 33) }
        guard day <= (month <= 6 ? 31 : month < 12 || isLeap(year) ? 30 : 29) else { return nil }
        let leaps = year >= 1400 ? (1400..<year).count(where: isLeap) : -(year..<1400).count(where: isLeap)
        let dayOfYear = (month <= 6 ? 31 * (month - 1) : 186 + 30 * (month - 7)) + day - 1
        // 1400 began on 2021-03-21.
        return civil(
            daysSince1970: daysSince1970(year: 2021, month: 3, day: 21) + 365 * (year - 1400) + leaps + dayOfYear)
    }

    static func isLeap(_ year: Int) -> Bool { year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) }

    /// Days since 1970-01-01 (Hinnant's `days_from_civil`).
    static func daysSince1970(year: Int, month: Int, day: Int) -> Int {
        let shifted = month <= 2 ? year - 1 : year
        let era = shifted / 400
        let yearOfEra = shifted - era * 400
        let dayOfYear = (153 * (month + (month > 2 ? -3 : 9)) + 2) / 5 + day - 1
        let dayOfEra = yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear
        return era * 146_097 + dayOfEra - 719_468
    }

    /// The day of a count of days since 1970-01-01 (Hinnant's `civil_from_days`); for days after 0000-03-01.
    static func civil(daysSince1970 days: Int) -> (year: Int, month: Int, day: Int) {
        let shifted = days + 719_468
        let era = shifted / 146_097
        let dayOfEra = shifted - era * 146_097
        let yearOfEra = (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
        let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
        let part = (5 * dayOfYear + 2) / 153
        let month = part < 10 ? part + 3 : part - 9
        return (yearOfEra + era * 400 + (month <= 2 ? 1 : 0), month, dayOfYear - (153 * part + 2) / 5 + 1)
    }
}
