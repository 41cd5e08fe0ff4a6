import Civil

/// What times of pages need of calendars.
enum Calendar {
    /// Years that a page's time may name.
    static let years = 1990...2100

    /// Whether three numbers make a day of those years.
    static func isDay(year: Int, month: Int, day: Int) -> Bool {
        years.contains(year) && CivilDay(year: year, month: month, day: day).exists
    }

    /// The day of the Gregorian calendar that is a day of the Iranian one, of years from 1343 to 1472, in which the leap years
    /// follow a cycle of 33 years; `nil` for others and for days that are none.
    static func civil(persianYear year: Int, month: Int, day: Int) -> CivilDay? {
        guard (1343...1472).contains(year), (1...12).contains(month), day >= 1 else { return nil }
        let isLeap = { (year: Int) in [1, 5, 9, 13, 17, 22, 26, 30].contains(year % 33) }
        guard day <= (month <= 6 ? 31 : month < 12 || isLeap(year) ? 30 : 29) else { return nil }
        let leaps = year >= 1400 ? (1400..<year).count(where: isLeap) : -(year..<1400).count(where: isLeap)
        let dayOfYear = (month <= 6 ? 31 * (month - 1) : 186 + 30 * (month - 7)) + day - 1
        let start = CivilDay(year: 2021, month: 3, day: 21).daysSince1970
        return CivilDay(daysSince1970: start + 365 * (year - 1400) + leaps + dayOfYear)
    }
}
