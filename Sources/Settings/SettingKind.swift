/// What the values of a setting are.
public enum SettingKind: Sendable, Equatable {
    /// Any text but the empty one.
    case text
    /// The path of a file or folder.
    case path
    /// The path of a file that has to be there.
    case file
    /// `true` or `false`.
    case boolean
    /// A whole number in a range.
    case integer(ClosedRange<Int>)
    /// A number of bytes in a range: `20971520`, `20MiB`, `20MB`.
    case bytes(ClosedRange<Int>)
    /// A time in a range: `10`, `10s`, `500ms`, `2m`, `1h`.
    case seconds(ClosedRange<Double>)
    /// A number in a range.
    case number(ClosedRange<Double>)
    /// One of some words.
    case choice([String])
    /// `HOST:PORT`, or `off`.
    case address
    /// Texts, commas between them.
    case list
    /// Topics with their partitions: `pages.raw:4`.
    case topics
    /// Names and values: `linger.ms=20`.
    case map
    /// Headers of records, one a flag: `crawl=2026-10`. Values may hold commas, and names may repeat.
    case headers
}

/// The value of a setting.
public enum SettingValue: Sendable, Equatable {
    case text(String)
    case boolean(Bool)
    case integer(Int)
    case number(Double)
    case list([String])
    case map([String: String])
}

/// A text that is no value of a kind.
struct ValueFault: Error {
    /// What was expected, to stand behind "expected".
    var expected: String
}

extension SettingKind {
    /// The placeholder in usage lines.
    public var placeholder: String {
        switch self {
        case .text: "TEXT"
        case .path: "PATH"
        case .file: "FILE"
        case .boolean: ""
        case .integer: "N"
        case .bytes: "SIZE"
        case .seconds: "TIME"
        case .number: "N"
        case .choice(let words): words.joined(separator: "|")
        case .address: "HOST:PORT|off"
        case .list: "A,B,..."
        case .topics: "NAME:N,..."
        case .map: "NAME=VALUE,..."
        case .headers: "NAME=VALUE"
        }
    }

    /// What values look like, in words.
    public var expectation: String {
        switch self {
        case .text: "a text"
        case .path: "the path of a file or folder"
        case .file: "the path of a file that is there"
        case .boolean: "true or false"
        case .integer(let range): "a whole number from \(range.lowerBound) to \(range.upperBound)"
        case .bytes(let range):
            "a size from \(range.lowerBound) to \(range.upperBound) bytes, as 20971520, 20MiB or 20MB"
        case .seconds(let range):
            "a time from \(plain(range.lowerBound)) to \(plain(range.upperBound)) s, as 10, 500ms or 2m"
        case .number(let range): "a number from \(plain(range.lowerBound)) to \(plain(range.upperBound))"
        case .choice(let words): words.count == 1 ? words.joined() : "one of " + words.joined(separator: ", ")
        case .address: "HOST:PORT, as 127.0.0.1:9464, [::1]:9464 or :9464, or off"
        case .list: "texts with commas between them"
        case .topics: "topics as NAME or NAME:PARTITIONS, with commas between them"
        case .map: "NAME=VALUE pairs with commas between them"
        case .headers: "NAME=VALUE, one header a flag"
        }
    }

    /// What stands between the texts of a flag that is given several times and adds to its value; `nil` where the last one counts.
    var separator: String? {
        switch self {
        case .list, .topics, .map: ","
        case .headers: "\n"
        default: nil
        }
    }

    /// Reads a value from the text of a flag, a variable, a default or a scalar of the file.
    func parse(_ text: String) throws(ValueFault) -> SettingValue {
        guard let value = value(of: text.trimmed) else { throw ValueFault(expected: expectation) }
        return value
    }

    private func value(of text: String) -> SettingValue? {
        switch self {
        case .text, .path, .file: text.isEmpty ? nil : .text(text)
        case .boolean: Self.booleans[text.lowercased()].map { .boolean($0) }
        case .integer(let range): Int(text).flatMap { range.contains($0) ? .integer($0) : nil }
        case .bytes(let range): Quantity.bytes(text).flatMap { range.contains($0) ? .integer($0) : nil }
        case .seconds(let range): Quantity.seconds(text).flatMap { range.contains($0) ? .number($0) : nil }
        case .number(let range): Double(text).flatMap { range.contains($0) ? .number($0) : nil }
        case .choice(let words): words.contains(text.lowercased()) ? .text(text.lowercased()) : nil
        case .address: Self.isAddress(text) ? .text(text) : nil
        case .list: list(text)
        case .topics: list(text).flatMap { TopicPlan.all(in: $0) == nil ? nil : $0 }
        case .map: pairs(text)
        case .headers: headers(text)
        }
    }

    private static func isAddress(_ text: String) -> Bool {
        guard text != "off" else { return true }
        guard let colon = text.lastIndex(of: ":"), UInt16(text[text.index(after: colon)...]) != nil else {
            return false
        }
        let host = text[..<colon]
        return !host.contains { $0 == "/" || $0.isWhitespace }
            && (!host.contains(":") || host.hasPrefix("[") && host.hasSuffix("]"))
    }

    private static let booleans = [
        "true": true, "yes": true, "on": true, "1": true, "false": false, "no": false, "off": false, "0": false,
    ]

    private func list(_ text: String) -> SettingValue? {
        let items = text.split(separator: ",", omittingEmptySubsequences: false).map { String($0).trimmed }
        return items.contains("") ? nil : .list(items)
    }

    private func headers(_ text: String) -> SettingValue? {
        let lines = text.split(separator: "\n").map { String($0).trimmed }
        return lines.allSatisfy { $0.contains("=") && !$0.hasPrefix("=") } ? .list(lines) : nil
    }

    private func pairs(_ text: String) -> SettingValue? {
        var map: [String: String] = [:]
        for pair in text.split(separator: ",") {
            guard let equals = pair.firstIndex(of: "=") else { return nil }
            let name = String(pair[..<equals]).trimmed
            guard !name.isEmpty else { return nil }
            map[name] = String(pair[pair.index(after: equals)...]).trimmed
        }
        return .map(map)
    }
}

/// Numbers with units.
enum Quantity {
    private static let byteUnits: [String: Int] = [
        "": 1, "b": 1, "kb": 1000, "mb": 1_000_000, "gb": 1_000_000_000, "kib": 1 << 10, "mib": 1 << 20, "gib": 1 << 30,
    ]
    private static let timeUnits: [String: Double] = ["": 1, "s": 1, "ms": 0.001, "m": 60, "min": 60, "h": 3600]

    /// Bytes of a text as `20MiB`; `nil` when it is none or does not fit.
    static func bytes(_ text: String) -> Int? {
        let (digits, unit) = split(text)
        guard let number = Int(digits), number >= 0, let factor = byteUnits[unit] else { return nil }
        let (product, overflow) = number.multipliedReportingOverflow(by: factor)
        return overflow ? nil : product
    }

    /// Seconds of a text as `500ms`.
    static func seconds(_ text: String) -> Double? {
        let (digits, unit) = split(text)
        guard let number = Double(digits), number.isFinite, number >= 0, let factor = timeUnits[unit] else {
            return nil
        }
        return number * factor
    }

    private static func split(_ text: String) -> (digits: String, unit: String) {
        let digits = text.prefix { ("0"..."9").contains($0) || $0 == "." }
        return (String(digits), String(text[digits.endIndex...]).trimmed.lowercased())
    }
}

/// A topic to make.
public struct TopicPlan: Sendable, Equatable {
    /// Its name.
    public var name: String
    /// Its partitions.
    public var partitions: Int

    /// The plans of a list, or `nil` when one is none.
    static func all(in value: SettingValue) -> [TopicPlan]? {
        guard case .list(let items) = value else { return nil }
        let plans = items.compactMap(TopicPlan.init(text:))
        return plans.count == items.count ? plans : nil
    }

    private init?(text: String) {
        let parts = text.split(separator: ":", omittingEmptySubsequences: false)
        guard let name = parts.first, !name.isEmpty, parts.count <= 2 else { return nil }
        guard let partitions = parts.count == 1 ? 1 : Int(parts[1]), (1...1000).contains(partitions) else { return nil }
        self.name = String(name)
        self.partitions = partitions
    }
}

extension String {
    /// Without spaces, tabs and line ends at its edges.
    var trimmed: String {
        var text = self[...]
        while let first = text.first, first.isWhitespace { text.removeFirst() }
        while let last = text.last, last.isWhitespace { text.removeLast() }
        return String(text)
    }
}

/// A number without a needless fraction.
func plain(_ number: Double) -> String {
    number == number.rounded() && abs(number) < 1e15 ? String(Int(number)) : String(number)
}
