import Testing

@testable import Wire

@Suite("Timestamps")
struct TimestampTests {
    @Test(arguments: [
        ("1970-01-01T00:00:00Z", 0), ("1969-12-31T23:59:59.999Z", -1), ("2000-02-29t12:00:00z", 951_825_600_000),
        ("2021-12-08 07:45:00+08:00", 1_638_920_700_000), ("2021-12-07T16:15:00.5-07:30", 1_638_920_700_500),
        ("2016-12-31T23:59:60Z", 1_483_228_799_000), ("0000-01-01T00:00:00Z", -62_167_219_200_000),
        ("2021-12-07T23:45:00.123456789Z", 1_638_920_700_123),
    ])
    func rfc3339IsRead(text: String, expected: Int) {
        #expect(Timestamp.parse(text) == Int64(expected))
    }

    @Test(arguments: [
        "", "2021", "2021-12-08", "2021-13-08T00:00:00Z", "2021-02-29T00:00:00Z", "1900-02-29T00:00:00Z",
        "2021-12-08T24:00:00Z", "2021-12-08T07:45:00", "2021-12-08T07:45:00Zx", "2021-12-08T07:45:00+8",
        "21-1-1T0:0:0Z",
        "２０２１-12-08T07:45:00Z", "9999999999-12-08T07:45:00Z",
    ])
    func otherTextsAreNoTime(text: String) {
        #expect(Timestamp.parse(text) == nil)
    }

    @Test func aTextWithoutAnOffsetIsUTCOnlyWhenAsked() {
        #expect(Timestamp.parse("2021-12-07T23:45:00", zoneless: true) == 1_638_920_700_000)
    }

    @Test func everyDayOfFourCenturiesIsReadAsItIsWritten() {
        for day in Int64(-30_000)...116_000 {
            let ms = day * 86_400_000 + 3_723_004
            #expect(Timestamp.format(ms: ms).flatMap { Timestamp.parse($0) } == ms)
        }
        #expect(Timestamp.format(ms: .max) == nil && Timestamp.format(ms: .min) == nil)
    }

    @Test(arguments: [0, -5, .nan, .infinity, 1e300, 1e21])
    func numbersThatAreNoTimeAreLeft(number: Double) {
        #expect(Timestamp.parse(number: number) == nil)
    }
}
