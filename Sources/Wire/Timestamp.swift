import Civil

/// Instants as milliseconds since 1970 and as RFC 3339 text.
enum Timestamp {
    /// Reads RFC 3339 (`2021-12-08T07:45:00+08:00`; a space for the `T` and lower case are allowed by its section 5.6).
    ///
    /// - Parameter zoneless: take a text without an offset as UTC, as crawlers that leave it out mean it; else it is `nil`.
    static func parse(_ text: String, zoneless: Bool = false) -> Int64? {
        var reader = DigitReader(bytes: Array(text.utf8))
        guard let day = reader.date(), reader.skip(where: { $0 == 0x54 || $0 == 0x74 || $0 == 0x20 }),
            let time = reader.timeOfDay()
        else { return nil }
        guard let offset = reader.isAtEnd ? (zoneless ? 0 : nil) : reader.offset(), reader.isAtEnd else { return nil }
        return (day * 86_400 - Int64(offset) * 60) * 1000 + time
    }

    /// Reads a time in any form that crawlers write: RFC 3339 (UTC where it has no offset), with `UTC` or `GMT` behind it, a day alone (its
    /// beginning), ISO 8601 without signs, an HTTP date (RFC 9110, section 5.6.7) in its forms, what JavaScript and the logs of web
    /// servers have, 14 digits as archives have them, a number since 1970.
    static func parse(stated text: String) -> Int64? {
        let text = text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
        if let ms = parse(text, zoneless: true) { return ms }
        for zone in [" UTC", " GMT", " +0000 UTC"] where text.hasSuffix(zone) {
            if let ms = parse(String(text.dropLast(zone.count)), zoneless: true) { return ms }
        }
        return parse(httpDate: text) ?? parse(monthFirst: text) ?? parse(logged: text) ?? parse(basic: text)
            ?? (text.utf8.count == 10 ? parse(text + "T00:00:00Z") : nil)
            ?? Double(withoutCall(text)).flatMap { parse(number: $0) }
    }

    /// `Thu Mar 05 2026 09:00:00 GMT+0100 (Central European Standard Time)` as of JavaScript, `Thu Mar 5 09:00:00 2026` as of C.
    private static func parse(monthFirst text: String) -> Int64? {
        var parts = text.split(separator: " ").map(String.init)
        guard parts.count >= 5, parts[0].count == 3 else { return nil }
        if parts[3].contains(":") { parts.swapAt(3, 4) }
        guard let month = months.firstIndex(of: parts[1].lowercased()), let day = Int(parts[2]), parts[3].count == 4
        else { return nil }
        let zone = parts.count > 5 ? parts[5].replacing("GMT", with: "").replacing("UTC", with: "") : ""
        return parse(year: parts[3], month: month, day: day, clock: parts[4], zone: zone)
    }

    /// `05/Mar/2026:09:00:00 +0000`.
    private static func parse(logged text: String) -> Int64? {
        let parts = text.split { "/: ".contains($0) }.map(String.init)
        guard parts.count == 7, text.utf8.filter({ $0 == UInt8(ascii: "/") }).count == 2, let day = Int(parts[0]),
            let month = months.firstIndex(of: parts[1].lowercased()), parts[2].count == 4
        else { return nil }
        return parse(
            year: parts[2], month: month, day: day, clock: parts[3..<6].joined(separator: ":"), zone: parts[6])
    }

    /// `20260305T090000Z`.
    private static func parse(basic text: String) -> Int64? {
        let digits = text.utf8.prefix(8)
        guard digits.allSatisfy({ $0 &- 0x30 < 10 }), text.utf8.count >= 15,
            text.utf8.dropFirst(8).first == UInt8(ascii: "T")
        else { return nil }
        let (day, rest) = (Array(text.prefix(8)), Array(text.dropFirst(9)))
        guard rest.count >= 6 else { return nil }
        let clock = [rest[0..<2], rest[2..<4], rest[4..<6]].map { String($0) }.joined(separator: ":")
        return parse(
            "\(String(day[0..<4]))-\(String(day[4..<6]))-\(String(day[6..<8]))T\(clock)\(String(rest[6...]))",
            zoneless: true)
    }

    private static func parse(year: String, month: Int, day: Int, clock: String, zone: String) -> Int64? {
        parse(
            "\(year)-\(Digits.padded(month + 1, 2))-\(Digits.padded(day, 2))T\(clock)\(zone.isEmpty ? "Z" : zone)")
    }

    /// The number in `/Date(1772701200000)/`.
    private static func withoutCall(_ text: String) -> Substring {
        guard text.hasPrefix("/Date("), text.hasSuffix(")/") else { return text[...] }
        return text.dropFirst(6).prefix { $0.isNumber }
    }

    /// `Thu, 05 Mar 2026 09:00:00 GMT`, the day's name left out or another zone in digits too.
    private static func parse(httpDate text: String) -> Int64? {
        var parts = text.split(separator: " ").map(String.init)
        if let first = parts.first, first.hasSuffix(",") { parts.removeFirst() }
        guard parts.count == 5, let day = Int(parts[0]), let month = months.firstIndex(of: parts[1].lowercased()),
            parts[2].count == 4
        else { return nil }
        let zone = ["GMT", "UTC", "Z"].contains(parts[4].uppercased()) ? "Z" : parts[4]
        return parse(year: parts[2], month: month, day: day, clock: parts[3], zone: zone)
    }

    private static let months = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"]

    /// Reads a number of seconds, milliseconds, microseconds or nanoseconds since 1970, told apart by its size; or a time as 14 digits,
    /// of a year from 1990 to 2099, which as milliseconds would be one of the 27th century.
    static func parse(number: Double) -> Int64? {
        guard number.isFinite, number > 0 else { return nil }
        if (19_900_101_000_000...20_991_231_235_959).contains(number), number == number.rounded() {
            return parse(fourteen: String(Int64(number)))
        }
        let scales: [(below: Double, toMs: Double)] = [(1e11, 1000), (1e14, 1), (1e17, 1e-3), (1e20, 1e-6)]
        guard let scale = scales.first(where: { number < $0.below }) else { return nil }
        return Int64((number * scale.toMs).rounded(.down))
    }

    /// `20260305090000`.
    private static func parse(fourteen digits: String) -> Int64? {
        var parts: [Substring] = []
        var rest = digits[...]
        for width in [4, 2, 2, 2, 2, 2] {
            parts.append(rest.prefix(width))
            rest = rest.dropFirst(width)
        }
        return parse("\(parts[0])-\(parts[1])-\(parts[2])T\(parts[3]):\(parts[4]):\(parts[5])Z")
    }

    /// Writes RFC 3339 in UTC; the fraction is left out when it is zero. `nil` outside the years 0 to 9999.
    static func format(ms: Int64) -> String? {
        guard (-62_167_219_200_000...253_402_300_799_999).contains(ms) else { return nil }
        return CivilDay.rfc3339(milliseconds: Int(ms), hasFraction: ms % 1000 != 0)
    }
}

/// Reads the fixed fields of RFC 3339.
private struct DigitReader {
    let bytes: [UInt8]
    var index = 0

    init(bytes: [UInt8]) { self.bytes = bytes }

    var isAtEnd: Bool { index == bytes.count }

    mutating func skip(where matches: (UInt8) -> Bool) -> Bool {
        guard index < bytes.count, matches(bytes[index]) else { return false }
        index += 1
        return true
    }

    mutating func number(_ width: Int, in range: ClosedRange<Int>) -> Int? {
        guard bytes.count - index >= width else { return nil }
        var value = 0
        for byte in bytes[index..<index + width] {
            guard (0x30...0x39).contains(byte) else { return nil }
            value = value * 10 + Int(byte - 0x30)
        }
        index += width
        return range.contains(value) ? value : nil
    }

    /// Days since 1970.
    mutating func date() -> Int64? {
        guard let year = number(4, in: 0...9999), skip(where: { $0 == 0x2D }), let month = number(2, in: 1...12),
            skip(where: { $0 == 0x2D }), let day = number(2, in: 1...31),
            case let date = CivilDay(year: year, month: month, day: day), date.exists
        else { return nil }
        return Int64(date.daysSince1970)
    }

    /// Milliseconds since midnight; a leap second counts as the second before it.
    mutating func timeOfDay() -> Int64? {
        guard let hour = number(2, in: 0...23), skip(where: { $0 == 0x3A }), let minute = number(2, in: 0...59),
            skip(where: { $0 == 0x3A }), let second = number(2, in: 0...60)
        else { return nil }
        return Int64(hour * 3600 + minute * 60 + min(second, 59)) * 1000 + fraction()
    }

    private mutating func fraction() -> Int64 {
        guard skip(where: { $0 == 0x2E }) else { return 0 }
        var value: Int64 = 0
        var digits = 0
        while index < bytes.count, (0x30...0x39).contains(bytes[index]) {
            if digits < 3 { value = value * 10 + Int64(bytes[index] - 0x30) }
            digits += 1
            index += 1
        }
        return digits == 1 ? value * 100 : digits == 2 ? value * 10 : value
    }

    /// Minutes east of UTC.
    mutating func offset() -> Int? {
        if skip(where: { $0 == 0x5A || $0 == 0x7A }) { return 0 }
        guard index < bytes.count, bytes[index] == 0x2B || bytes[index] == 0x2D else { return nil }
        let sign = bytes[index] == 0x2D ? -1 : 1
        index += 1
        guard let hours = number(2, in: 0...23) else { return nil }
        _ = skip(where: { $0 == 0x3A })
        guard let minutes = number(2, in: 0...59) else { return nil }
        return sign * (hours * 60 + minutes)
    }
}
