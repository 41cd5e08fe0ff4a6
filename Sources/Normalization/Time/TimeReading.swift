import Civil
public import Pages

/// A date, perhaps with a time of day and a zone, as a text states it: fields, not yet an instant.
public struct TimeReading: Sendable, Equatable {
    /// The year, 1990...2100.
    public var year: Int
    /// The month, 1...12.
    public var month: Int
    /// The day of the month; the three make a real calendar day.
    public var day: Int
    /// The hour, 0...23, when a time of day is stated.
    public var hour: Int?
    /// The minute, 0...59.
    public var minute: Int?
    /// The second, 0...59.
    public var second: Int?
    /// The stated offset from UTC in minutes.
    public var offsetMinutes: Int?
    /// The IANA zone that a stated abbreviation with daylight saving means ("ET" is `America/New_York`), when there is
    /// no ``offsetMinutes``.
    public var zoneName: String?
    /// Where it stands in the text: a range of UTF-8 bytes.
    public var range: Range<Int>

    /// Makes a day.
    public init(year: Int, month: Int, day: Int, range: Range<Int>) {
        self.year = year
        self.month = month
        self.day = day
        self.range = range
    }

    /// How finely it is stated.
    public var precision: TimePrecision { hour == nil ? .day : second == nil ? .minute : .second }

    /// `YYYY-MM-DD`.
    public var isoDay: String { CivilDay(year: year, month: month, day: day).iso }
}

/// What is known about a page that helps to read its times.
public struct TimeHints: Sendable, Equatable {
    /// BCP 47 tag of the page's language ("en", "en-GB", "zh-Hans").
    public var language: String?
    /// ISO 3166-1 alpha-2 code of the site's country, upper case.
    public var country: String?
    /// Whether `08/12` is the 8th of December; `nil` lets language and country decide.
    public var dayFirst: Bool?

    /// Makes hints; all may be unknown.
    public init(language: String? = nil, country: String? = nil, dayFirst: Bool? = nil) {
        self.language = language
        self.country = country
        self.dayFirst = dayFirst
    }
}
