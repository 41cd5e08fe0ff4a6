import Pages
import Testing

@testable import Normalization

@Suite("Times in UTC on the page's own clock")
struct LocalClockTests {
    private func local(_ utc: String, _ others: [String], country: String? = nil, language: String = "en") throws
        -> String?
    {
        let hints = TimeHints(language: language, country: country)
        func read(_ text: String) throws -> TimeReading { try #require(TimeReader.first(in: text, hints: hints)) }
        let rule = ZoneRule(country: country, isFromURL: country != nil, language: language)
        let reading = try read(utc)
        let found = LocalClock.reading(of: reading, among: try [reading] + others.map(read), rule)
        return found.map { rule.time(of: $0, raw: "").rfc3339 }
    }

    @Test func theSameInstantWithAnotherOffsetTellsTheClock() throws {
        #expect(
            try local("2024-03-09T02:11:03Z", ["2024-03-08T21:11:03-05:00"]) == "2024-03-08T21:11:03-05:00")
        #expect(try local("2024-07-09T02:11:03Z", ["July 8, 2024 10:11 PM EDT"]) == "2024-07-08T22:11:03-04:00")
        #expect(try local("2024-03-09T02:11:03Z", ["2024-03-08T21:40:00-05:00"]) == nil, "another instant")
    }

    @Test func aClockWithoutOffsetTellsItWhenItIsOffByAZone() throws {
        #expect(try local("2024-03-09T02:11:03Z", ["March 8, 2024 6:11 PM"]) == "2024-03-08T18:11:03-08:00")
        #expect(try local("2024-03-08T20:11:00Z", ["2024-03-09 01:41"]) == "2024-03-09T01:41:00+05:30")
        #expect(try local("2024-03-09T02:11:03Z", ["March 8, 2024 6:26 PM"]) == nil, "no zone is a quarter off")
        #expect(try local("2024-03-09T02:11:03Z", ["March 5, 2024 6:11 PM"]) == nil, "three days")
        #expect(try local("2024-03-09T02:11:03Z", ["2024-03-09 02:11:03"]) == nil, "the same clock")
    }

    @Test func aClockOfTwelveHoursIsNoZone() throws {
        #expect(try local("2023-12-22T22:20:00Z", ["Dec 22, 2023 10:20"]) == nil)
    }

    @Test func noOtherZoneThanThePagesOwnIsTold() throws {
        #expect(try local("2022-09-14T17:32:12Z", ["14.09.2022, 21:32"], language: "de") == nil)
        #expect(
            try local("2022-09-14T17:32:12Z", ["14.09.2022, 19:32"], language: "de") == "2022-09-14T19:32:12+02:00")
        #expect(try local("2022-09-14T17:32:12Z", ["14.09.2022, 21:32"], country: "FR") == nil)
        #expect(
            try local("2022-09-14T17:32:12Z", ["14.09.2022, 18:32"], country: "DE") == "2022-09-14T18:32:12+01:00",
            "a clock left in winter time")
        #expect(
            try local("2020-08-29T09:46:06Z", ["2020-08-29 10:46"], language: "bn") == "2020-08-29T10:46:06+01:00",
            "a paper of those who live abroad")
    }

    @Test func theSitesCountryTellsItWhenADayAgrees() throws {
        #expect(try local("2024-03-08T23:30:00Z", ["9 March 2024"], country: "DE") == "2024-03-09T00:30:00+01:00")
        #expect(try local("2024-07-08T22:30:00Z", ["9 July 2024"], country: "DE") == "2024-07-09T00:30:00+02:00")
        #expect(try local("2024-03-08T23:30:00Z", ["8 March 2024"], country: "DE") == nil)
        #expect(try local("2024-03-08T23:30:00Z", [], country: "DE") == nil)
        #expect(try local("2024-03-08T23:30:00Z", ["9 March 2024"]) == nil, "no country")
    }

    @Test func otherOffsetsAndDaysStayAsTheyAre() throws {
        #expect(try local("2024-03-08T23:30:00+01:00", ["2024-03-08T17:30:00-05:00"]) == nil)
        #expect(try local("2024-03-08", ["2024-03-08T17:30:00-05:00"]) == nil)
    }

    @Test func yearsAndLeapDaysTurn() throws {
        #expect(try local("2024-01-01T01:00:00Z", ["2023-12-31T20:00:00-05:00"]) == "2023-12-31T20:00:00-05:00")
        #expect(try local("2024-02-28T23:00:00Z", ["2024-02-29T08:00:00+09:00"]) == "2024-02-29T08:00:00+09:00")
    }
}
