import Foundation
import Synchronization

/// Zones of countries and languages, as data.
enum ZoneTable {
    struct Zone: Sendable, Equatable {
        /// The IANA name.
        var name: String
        /// Whether the whole country, or all homes of the language, keep this zone's time.
        var isOnly: Bool
        /// Minutes east of UTC in winter, for a system without zone data.
        var fallback: Int
    }

    static let utc = Zone(name: "UTC", isOnly: false, fallback: 0)

    /// Countries with one zone: code, IANA zone, winter offset in minutes.
    private static let single = """
        CN Asia/Shanghai 480|HK Asia/Hong_Kong 480|MO Asia/Macau 480|TW Asia/Taipei 480|JP Asia/Tokyo 540
        KR Asia/Seoul 540|KP Asia/Pyongyang 540|SG Asia/Singapore 480|MY Asia/Kuala_Lumpur 480|PH Asia/Manila 480
        TH Asia/Bangkok 420|VN Asia/Ho_Chi_Minh 420|KH Asia/Phnom_Penh 420|LA Asia/Vientiane 420|MM Asia/Yangon 390
        IN Asia/Kolkata 330|PK Asia/Karachi 300|BD Asia/Dhaka 360|LK Asia/Colombo 330|NP Asia/Kathmandu 345
        AE Asia/Dubai 240|SA Asia/Riyadh 180|QA Asia/Qatar 180|KW Asia/Kuwait 180|BH Asia/Bahrain 180|OM Asia/Muscat 240
        IR Asia/Tehran 210|IQ Asia/Baghdad 180|IL Asia/Jerusalem 120|JO Asia/Amman 180|LB Asia/Beirut 120
        SY Asia/Damascus 180|YE Asia/Aden 180|TR Europe/Istanbul 180|AZ Asia/Baku 240|AM Asia/Yerevan 240
        GE Asia/Tbilisi 240|UZ Asia/Tashkent 300|KG Asia/Bishkek 360|DE Europe/Berlin 60|AT Europe/Vienna 60
        CH Europe/Zurich 60|LI Europe/Vaduz 60|FR Europe/Paris 60|BE Europe/Brussels 60|NL Europe/Amsterdam 60
        LU Europe/Luxembourg 60|IT Europe/Rome 60|VA Europe/Vatican 60|SM Europe/San_Marino 60|MT Europe/Malta 60
        DK Europe/Copenhagen 60|NO Europe/Oslo 60|SE Europe/Stockholm 60|FI Europe/Helsinki 120|IS Atlantic/Reykjavik 0
        PL Europe/Warsaw 60|CZ Europe/Prague 60|SK Europe/Bratislava 60|HU Europe/Budapest 60|SI Europe/Ljubljana 60
        HR Europe/Zagreb 60|BA Europe/Sarajevo 60|RS Europe/Belgrade 60|ME Europe/Podgorica 60|MK Europe/Skopje 60
        AL Europe/Tirane 60|XK Europe/Belgrade 60|GR Europe/Athens 120|CY Asia/Nicosia 120|BG Europe/Sofia 120
        RO Europe/Bucharest 120|MD Europe/Chisinau 120|UA Europe/Kyiv 120|BY Europe/Minsk 180|LT Europe/Vilnius 120
        LV Europe/Riga 120|EE Europe/Tallinn 120|GB Europe/London 0|IE Europe/Dublin 0|MC Europe/Monaco 60
        AD Europe/Andorra 60|GI Europe/Gibraltar 60|MA Africa/Casablanca 60|DZ Africa/Algiers 60|TN Africa/Tunis 60
        LY Africa/Tripoli 120|EG Africa/Cairo 120|SD Africa/Khartoum 120|ET Africa/Addis_Ababa 180|KE Africa/Nairobi 180
        TZ Africa/Dar_es_Salaam 180|UG Africa/Kampala 180|RW Africa/Kigali 120|NG Africa/Lagos 60|GH Africa/Accra 0
        CI Africa/Abidjan 0|SN Africa/Dakar 0|CM Africa/Douala 60|ZA Africa/Johannesburg 120|NA Africa/Windhoek 120
        ZW Africa/Harare 120|ZM Africa/Lusaka 120|BW Africa/Gaborone 120|MZ Africa/Maputo 120|AO Africa/Luanda 60
        AR America/Argentina/Buenos_Aires -180|UY America/Montevideo -180|PY America/Asuncion -180|BO America/La_Paz -240
        PE America/Lima -300|CO America/Bogota -300|VE America/Caracas -240|PA America/Panama -300|CR America/Costa_Rica -360
        NI America/Managua -360|HN America/Tegucigalpa -360|SV America/El_Salvador -360|GT America/Guatemala -360
        CU America/Havana -300|DO America/Santo_Domingo -240|PR America/Puerto_Rico -240|JM America/Jamaica -300
        TT America/Port_of_Spain -240|FJ Pacific/Fiji 720
        """

    /// Countries with several: their main zone.
    private static let several = """
        US America/New_York -300|CA America/Toronto -300|RU Europe/Moscow 180|AU Australia/Sydney 600
        BR America/Sao_Paulo -180|MX America/Mexico_City -360|ID Asia/Jakarta 420|KZ Asia/Almaty 300
        ES Europe/Madrid 60|PT Europe/Lisbon 0|CL America/Santiago -240|EC America/Guayaquil -300|NZ Pacific/Auckland 720
        MN Asia/Ulaanbaatar 480|CD Africa/Kinshasa 60|UM America/New_York -300
        """

    /// Zones by country code.
    static let countries: [String: Zone] = {
        var zones: [String: Zone] = [:]
        for (rows, isOnly) in [(single, true), (several, false)] {
            for row in rows.split(whereSeparator: { $0 == "|" || $0 == "\n" }) {
                let parts = row.split(separator: " ")
                guard parts.count == 3, let fallback = Int(parts[2]) else { continue }
                zones[String(parts[0])] = Zone(name: String(parts[1]), isOnly: isOnly, fallback: fallback)
            }
        }
        return zones
    }()

    /// Languages whose homes all keep one time: language, country whose zone it is.
    private static let homes = """
        ja JP|ko KR|de DE|it IT|nl NL|pl PL|cs CZ|sk SK|hu HU|sl SI|hr HR|sr RS|bs BA|mk MK|sq AL|da DK|no NO|nb NO|nn NO
        sv SE|fi FI|is IS|et EE|lv LV|lt LT|el GR|bg BG|uk UA|be BY|tr TR|he IL|th TH|vi VN|km KH|lo LA|my MM|ka GE|hy AM
        az AZ|hi IN|gu IN|mr IN|ta IN|te IN|kn IN|ml IN|pa IN|bn BD|ur PK|ne NP|si LK|uz UZ|ky KG|mt MT|lb LU|ga IE|cy GB
        af ZA|xh ZA|zu ZA|ro RO|am ET
        """

    /// Languages at home in several: the zone that is assumed.
    private static let assumedHomes = "zh CN|fr FR|ru RU|es ES|pt BR|ar SA|fa IR|id ID|ms MY|ca ES|eu ES|gl ES|sw KE"

    /// The zone of a language; its region decides when it names one ("pt-PT").
    static func home(ofLanguage tag: String) -> Zone? {
        if let region = Country.of(locale: tag), let zone = countries[region] { return zone }
        let language = String(tag.prefix { $0 != "-" && $0 != "_" }).lowercased()
        return languages[language]
    }

    private static let languages: [String: Zone] = {
        var zones: [String: Zone] = [:]
        for (rows, isOnly) in [(homes, true), (assumedHomes, false)] {
            for row in rows.split(whereSeparator: { $0 == "|" || $0 == "\n" }) {
                let parts = row.split(separator: " ")
                guard parts.count == 2, var zone = countries[String(parts[1])] else { continue }
                zone.isOnly = isOnly
                zones[String(parts[0])] = zone
            }
        }
        return zones
    }()

    private static let cache = Mutex<[String: TimeZone?]>([:])

    /// Seconds east of UTC of an IANA zone at a local time (seconds since 1970 as if it were UTC); `nil` for a zone that
    /// the system does not know.
    static func offset(ofZone name: String, local: Int) -> Int? {
        guard name != "UTC" else { return 0 }
        let zone = cache.withLock { known in
            if let zone = known[name] { return zone }
            let zone = TimeZone(identifier: name)
            known[name] = zone
            return zone
        }
        guard let zone else { return nil }
        let guess = zone.secondsFromGMT(for: Date(timeIntervalSince1970: Double(local)))
        return zone.secondsFromGMT(for: Date(timeIntervalSince1970: Double(local - guess)))
    }
}
