import Civil

/// Puts an instant that a page states in UTC on the clock of the page's own place.
///
/// Machine fields often give UTC, and late in the evening the day there is not the day that readers saw. The instant stays as it is
/// stated; only the offset it is written with changes.
enum LocalClock {
    /// The same instant on the local clock, or `nil` when nothing tells which that is.
    ///
    /// In order: a statement of the same instant with another offset; a statement without an offset whose clock is as far off as a zone
    /// is and the page's may be; the zone of the site's country, when a statement names the day there.
    ///
    /// - Parameters:
    ///   - utc: a time of day with the offset 0.
    ///   - others: what else the page states, the most trusted first.
    ///   - addressed: the day in the page's address.
    static func reading(
        of utc: TimeReading, among others: [TimeReading], addressed: TimeReading? = nil, _ rule: ZoneRule
    ) -> TimeReading? {
        guard utc.offsetMinutes == 0, utc.hour != nil else { return nil }
        let clock = seconds(utc)
        for other in others where other.hour != nil {
            let ahead = (floor(seconds(other), of: other, utc) - floor(clock, of: other, utc)) / 60
            let stated = rule.statedOffset(of: other)
            if let stated, stated != 0, ahead == stated { return shifted(utc, by: stated) }
            if stated == nil, ahead != 0, isOffset(ahead), fits(ahead, rule, atUTC: clock) {
                return shifted(utc, by: ahead)
            }
        }
        let days = others.filter { $0.hour == nil }.map(\.isoDay)
        let only = rule.siteOffset(atUTC: clock) ?? rule.onlyOffset(atUTC: clock)
        if let local = only.map({ shifted(utc, by: $0) }), local.isoDay != utc.isoDay, days.contains(local.isoDay) {
            return local
        }
        return addressed.flatMap { shownDay($0, of: utc, among: others) }
    }

    /// The day of the page's address, where it is the one before or after that of an instant in UTC, the page shows it too and no other: where
    /// it was written the date was that one, at a clock time that nothing tells.
    private static func shownDay(
        _ day: TimeReading, of utc: TimeReading, among others: [TimeReading]
    ) -> TimeReading? {
        let days = others.filter { $0.hour == nil }.map(\.isoDay)
        guard let hour = utc.hour, days.filter({ $0 == day.isoDay }).count > 1, !days.contains(utc.isoDay) else {
            return nil
        }
        // No zone is further than 14 hours ahead or 12 behind.
        let ahead =
            CivilDay(year: day.year, month: day.month, day: day.day).daysSince1970
            - CivilDay(year: utc.year, month: utc.month, day: utc.day).daysSince1970
        return ahead == 1 && hour >= 10 || ahead == -1 && hour < 12 ? day : nil
    }

    /// Whether zones where people live have such an offset, in minutes: whole hours, and the half hours of Iran, Afghanistan, India, Myanmar, Central
    /// Australia and Newfoundland. Twelve hours back are a clock of twelve hours that stands without its "pm".
    private static func isOffset(_ minutes: Int) -> Bool {
        (-11 * 60...14 * 60).contains(minutes) && minutes % 60 == 0
            || [210, 270, 330, 345, 390, 570, 630, -150, -210].contains(minutes)
    }

    /// Whether an offset may be the page's: where its URL tells the only one, that or that of a clock left in winter time; where its
    /// language leaves one, any but twice that, which is a clock put forward twice.
    private static func fits(_ ahead: Int, _ rule: ZoneRule, atUTC clock: Int) -> Bool {
        if let own = rule.siteOffset(atUTC: clock) { return [0, 60].contains(own - ahead) }
        return rule.onlyOffset(atUTC: clock).map { ahead != 2 * $0 } ?? true
    }

    /// Seconds since 1970 of the fields, whatever their zone.
    private static func seconds(_ reading: TimeReading) -> Int {
        CivilDay(year: reading.year, month: reading.month, day: reading.day).daysSince1970 * 86400
            + (reading.hour ?? 0) * 3600 + (reading.minute ?? 0) * 60 + (reading.second ?? 0)
    }

    /// Whole minutes where one of two statements has no seconds.
    private static func floor(_ seconds: Int, of first: TimeReading, _ second: TimeReading) -> Int {
        first.second == nil || second.second == nil ? seconds - seconds % 60 : seconds
    }

    private static func shifted(_ utc: TimeReading, by minutes: Int) -> TimeReading {
        let (day, clock) = CivilDay.of(instant: seconds(utc) + minutes * 60, dayLength: 86400)
        var reading = utc
        (reading.year, reading.month, reading.day) = (day.year, day.month, day.day)
        reading.hour = clock / 3600
        reading.minute = clock / 60 % 60
        if utc.second != nil { reading.second = clock % 60 }
        reading.offsetMinutes = minutes
        return reading
    }
}
