import Civil
import Foundation
public import Pages

/// Turns what a page states into an instant: decides the offset where the page states none.
///
/// Order: the stated offset; the zone of the site's country, when the page's URL tells it and the country has one zone;
/// the zone in which the page's language is at home, when there is one; else an assumption (the country's main zone,
/// +08:00 for Chinese, UTC).
public struct ZoneRule: Sendable {
    private let zone: ZoneTable.Zone
    private let basis: ZoneBasis

    /// Makes the rule of a page.
    ///
    /// - Parameters:
    ///   - country: ISO 3166-1 code of the site's country.
    ///   - isFromURL: whether the country was told by the page's URL.
    ///   - language: BCP 47 tag of the page.
    public init(country: String?, isFromURL: Bool, language: String?) {
        let site = country.flatMap { ZoneTable.countries[$0] }
        let home = language.flatMap(ZoneTable.home(ofLanguage:))
        if let site, isFromURL, site.isOnly {
            (zone, basis) = (site, .site)
        } else if let home, home.isOnly {
            (zone, basis) = (home, .language)
        } else {
            (zone, basis) = (site ?? home ?? ZoneTable.utc, .assumed)
        }
    }

    /// The instant of a reading.
    ///
    /// `rfc3339` always carries seconds, as RFC 3339 asks; the precision says which of them the page states. A day alone
    /// starts at midnight in its zone.
    public func time(of reading: TimeReading, raw: String) -> EventTime {
        let days = CivilDay(year: reading.year, month: reading.month, day: reading.day).daysSince1970
        let local = days * 86400 + (reading.hour ?? 0) * 3600 + (reading.minute ?? 0) * 60 + (reading.second ?? 0)
        let offset: Int
        if let stated = reading.offsetMinutes {
            offset = stated * 60
        } else if let name = reading.zoneName {
            offset = ZoneTable.offset(ofZone: name, local: local) ?? 0
        } else {
            offset = ZoneTable.offset(ofZone: zone.name, local: local) ?? zone.fallback * 60
        }
        let isStated = reading.offsetMinutes != nil || reading.zoneName != nil
        return EventTime(
            rfc3339: Self.rfc3339(reading, offset: offset), ms: Int64(local - offset) * 1000, raw: raw,
            precision: reading.precision, zoneBasis: isStated ? .explicit : basis)
    }

    /// The offset in minutes that a reading states, by number or by a zone's name.
    func statedOffset(of reading: TimeReading) -> Int? {
        if let stated = reading.offsetMinutes { return stated }
        guard let name = reading.zoneName else { return nil }
        let days = CivilDay(year: reading.year, month: reading.month, day: reading.day).daysSince1970
        return ZoneTable.offset(ofZone: name, local: days * 86400 + (reading.hour ?? 0) * 3600).map { $0 / 60 }
    }

    /// The offset in minutes at an instant, where the page's URL tells the country and that has one zone.
    func siteOffset(atUTC seconds: Int) -> Int? { basis == .site ? offset(atUTC: seconds) : nil }

    /// The offset in minutes at an instant, where country or language leave one zone.
    func onlyOffset(atUTC seconds: Int) -> Int? { basis == .assumed ? nil : offset(atUTC: seconds) }

    private func offset(atUTC seconds: Int) -> Int? {
        guard let first = ZoneTable.offset(ofZone: zone.name, local: seconds) else { return nil }
        return (ZoneTable.offset(ofZone: zone.name, local: seconds + first) ?? first) / 60
    }

    private static func rfc3339(_ reading: TimeReading, offset: Int) -> String {
        let clock = [reading.hour, reading.minute, reading.second].map { Digits.padded($0 ?? 0, 2) }
        return "\(reading.isoDay)T\(clock.joined(separator: ":"))\(suffix(offset))"
    }

    private static func suffix(_ offset: Int) -> String {
        guard offset != 0 else { return "Z" }
        let minutes = Int(offset.magnitude) / 60
        return (offset < 0 ? "-" : "+") + Digits.padded(minutes / 60, 2) + ":" + Digits.padded(minutes % 60, 2)
    }
}
