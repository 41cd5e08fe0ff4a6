import Civil
import Testing

@Suite struct CivilDayTests {
    @Test(arguments: [
        (0, "1970-01-01"), (-1, "1969-12-31"), (59, "1970-03-01"), (11_016, "2000-02-29"), (11_017, "2000-03-01"),
        (20_517, "2026-03-05"), (-25_509, "1900-02-28"), (-25_508, "1900-03-01"), (-719_528, "0000-01-01"),
        (-719_529, "-0001-12-31"), (2_932_896, "9999-12-31"),
    ])
    func `days are counted from 1970, before it too`(days: Int, iso: String) {
        let day = CivilDay(daysSince1970: days)
        #expect(day.iso == iso && day.daysSince1970 == days && day.exists)
    }

    @Test func `every day of 1,200 years follows the one before, and counts back to itself`() {
        var last = CivilDay(year: 1599, month: 12, day: 31)
        let first = CivilDay(year: 1600, month: 1, day: 1).daysSince1970
        for days in first..<first + 438_291 {
            let day = CivilDay(daysSince1970: days)
            #expect(day.daysSince1970 == days)
            let isNext =
                day.month == last.month && day.year == last.year
                ? day.day == last.day + 1
                : day.day == 1 && last.day == CivilDay.days(of: last.month, in: last.year)
            if !isNext { Issue.record("\(last) is followed by \(day)") }
            last = day
        }
        #expect(last.iso == "2799-12-31")
    }

    @Test(arguments: [(2023, 2, 29), (1900, 2, 29), (2026, 4, 31), (2026, 13, 1), (2026, 0, 1), (2026, 1, 0)])
    func `a day that no calendar has does not exist`(year: Int, month: Int, day: Int) {
        #expect(!CivilDay(year: year, month: month, day: day).exists)
        #expect(CivilDay(year: 2000, month: 2, day: 29).exists)
    }

    @Test func `digits have their width, clocks their fraction where it is asked for`() {
        #expect(Digits.padded(7, 2) == "07" && Digits.padded(123, 2) == "123" && Digits.padded(-5, 3) == "-005")
        #expect(Digits.clock(milliseconds: 32_400_007, hasFraction: true) == "09:00:00.007")
        #expect(Digits.clock(milliseconds: 86_399_999, hasFraction: false) == "23:59:59")
        #expect(Digits.hex([0, 15, 255]) == "000fff")
    }
}
