/// Abbreviations of time zones as pages write them behind a clock time: upper case only.
enum ZoneWords {
    enum Zone: Sendable, Equatable {
        /// Minutes east of UTC.
        case offset(Int)
        /// An IANA zone whose daylight saving decides.
        case named(String)
    }

    static let rows: [String: Zone] = [
        "Z": .offset(0), "UTC": .offset(0), "GMT": .offset(0), "UT": .offset(0), "WET": .offset(0),
        "BST": .offset(60), "WEST": .offset(60), "WAT": .offset(60), "CET": .offset(60), "MEZ": .offset(60),
        "CEST": .offset(120), "MESZ": .offset(120), "EET": .offset(120), "SAST": .offset(120), "CAT": .offset(120),
        "EEST": .offset(180), "MSK": .offset(180), "МСК": .offset(180), "EAT": .offset(180), "TRT": .offset(180),
        "GST": .offset(240), "PKT": .offset(300), "IST": .offset(330), "NPT": .offset(345), "WIB": .offset(420),
        "ICT": .offset(420), "WITA": .offset(480), "HKT": .offset(480), "SGT": .offset(480), "PHT": .offset(480),
        "MYT": .offset(480), "AWST": .offset(480), "JST": .offset(540), "KST": .offset(540), "WIT": .offset(540),
        "AEST": .offset(600), "AEDT": .offset(660), "ACST": .offset(570), "ACDT": .offset(630), "NZST": .offset(720),
        "NZDT": .offset(780), "EST": .offset(-300), "EDT": .offset(-240), "CST": .offset(-360), "CDT": .offset(-300),
        "MST": .offset(-420), "MDT": .offset(-360), "PST": .offset(-480), "PDT": .offset(-420), "AKST": .offset(-540),
        "AKDT": .offset(-480), "HST": .offset(-600), "AST": .offset(-240), "ADT": .offset(-180), "NST": .offset(-210),
        "BRT": .offset(-180), "ART": .offset(-180), "ET": .named("America/New_York"), "CT": .named("America/Chicago"),
        "MT": .named("America/Denver"), "PT": .named("America/Los_Angeles"), "AET": .named("Australia/Sydney"),
        "MEZT": .offset(120), "ΩΡΑ": .named("Europe/Athens"),
    ]

    /// What an abbreviation means; `CST` on a Chinese page is China's time, `IST` on an Irish or Israeli one theirs.
    static func zone(_ word: String, hints: TimeHints) -> Zone? {
        let language = hints.language?.prefix(2)
        switch word {
        case "CST" where language == "zh" || hints.country == "CN" || hints.country == "TW": return .offset(480)
        case "IST" where hints.country == "IE": return .offset(60)
        case "IST" where hints.country == "IL" || language == "he": return .named("Asia/Jerusalem")
        case "PT" where language == "pt": return nil
        default: return rows[word]
        }
    }
}
