import Pages
import Testing

@testable import Normalization

@Suite struct ZoneRuleTests {
    private func time(
        _ text: String, country: String? = nil, fromURL: Bool = true, language: String? = nil
    ) throws -> EventTime {
        let reading = try #require(
            TimeReader.first(in: text, hints: TimeHints(language: language, country: country)))
        return ZoneRule(country: country, isFromURL: fromURL, language: language).time(of: reading, raw: text)
    }

    @Test func aStatedOffsetWins() throws {
        let time = try time("2021-12-08T07:45:00-05:00", country: "CN", language: "zh-Hans")
        #expect(time.rfc3339 == "2021-12-08T07:45:00-05:00")
        #expect(time.ms == 1_638_967_500_000)
        #expect(time.zoneBasis == .explicit)
    }

    @Test func theSitesOneZoneComesNext() throws {
        let time = try time("2021-12-08 07:45:00", country: "CN", language: "zh-Hans")
        #expect(time.rfc3339 == "2021-12-08T07:45:00+08:00")
        #expect(time.ms == 1_638_920_700_000)
        #expect(time.zoneBasis == .site)
    }

    @Test func thenTheLanguagesHome() throws {
        let time = try time("8. Juli 2021, 7:45 Uhr", language: "de")
        #expect(time.rfc3339 == "2021-07-08T07:45:00+02:00")
        #expect(time.zoneBasis == .language)
        #expect(time.precision == .minute)
    }

    @Test func chineseWithoutAURLIsAssumedToBeChinas() throws {
        let time = try time("2021-12-08 07:45:00", country: "CN", fromURL: false, language: "zh-Hans")
        #expect(time.rfc3339 == "2021-12-08T07:45:00+08:00")
        #expect(time.zoneBasis == .assumed)
        #expect(try self.time("2021-12-08 07:45:00", language: "zh-Hans").rfc3339 == "2021-12-08T07:45:00+08:00")
    }

    @Test func unknownIsAssumedToBeUTC() throws {
        let time = try time("2021-12-08")
        #expect(time.rfc3339 == "2021-12-08T00:00:00Z")
        #expect(time.precision == .day)
        #expect(time.zoneBasis == .assumed)
    }

    @Test func daylightSavingIsTheZones() throws {
        #expect(try time("8 July 2021 07:45", country: "GB", language: "en").rfc3339 == "2021-07-08T07:45:00+01:00")
        #expect(try time("July 8, 2021 7:45 PM ET", country: "US").rfc3339 == "2021-07-08T19:45:00-04:00")
        #expect(try time("July 8, 2021 7:45 PM ET", country: "US").zoneBasis == .explicit)
    }

    @Test func halfHoursAndWestAreWrittenRight() throws {
        #expect(try time("8 July 2021 07:45", country: "IN").rfc3339.hasSuffix("+05:30"))
        #expect(try time("2021-07-08T07:45:00-03:30").rfc3339.hasSuffix("-03:30"))
    }

    @Test func everyZoneOfTheTablesIsKnown() {
        for (country, zone) in ZoneTable.countries {
            #expect(ZoneTable.offset(ofZone: zone.name, local: 1_638_920_700) != nil, "\(country) \(zone.name)")
        }
    }
}
