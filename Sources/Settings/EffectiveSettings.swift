/// Every setting's value and where it is from.
public struct EffectiveSettings: Sendable, Equatable {
    /// The values that are set, defaults included.
    private(set) var values: [SettingKey: Effective] = [:]

    /// A value and its origin.
    public struct Effective: Sendable, Equatable {
        /// The value.
        public var value: SettingValue
        /// Where it was given.
        public var origin: Origin
    }

    /// Where a value was given, the weakest first.
    public enum Origin: Sendable, Equatable, CustomStringConvertible {
        case fallback
        case file(path: String, line: Int)
        case environment(String)
        case flag(String)
        /// The contents of a file of secrets.
        case secret(path: String)

        /// As `check-config` shows it.
        public var description: String {
            switch self {
            case .fallback: "default"
            case .file(let path, let line): "\(path):\(line)"
            case .environment(let name): name
            case .flag(let name): name
            case .secret(let path): "contents of \(path)"
            }
        }

        /// A stronger origin wins.
        var rank: Int {
            switch self {
            case .fallback: 0
            case .file: 1
            case .environment: 2
            case .flag, .secret: 3
            }
        }
    }

    /// A setting's value, or `nil` when it is not set and has no default.
    public func effective(_ key: SettingKey) -> Effective? { values[key] }

    /// Sets a value unless a stronger one stands.
    mutating func set(_ key: SettingKey, _ value: SettingValue, _ origin: Origin) {
        if let standing = values[key], standing.origin.rank > origin.rank { return }
        values[key] = Effective(value: value, origin: origin)
    }

    func text(_ key: SettingKey) -> String? {
        guard case .text(let text)? = values[key]?.value else { return nil }
        return text
    }

    func list(_ key: SettingKey) -> [String] {
        guard case .list(let items)? = values[key]?.value else { return [] }
        return items
    }

    func integer(_ key: SettingKey) -> Int {
        guard case .integer(let number)? = values[key]?.value else { return 0 }
        return number
    }

    func number(_ key: SettingKey) -> Double {
        guard case .number(let number)? = values[key]?.value else { return 0 }
        return number
    }

    func isOn(_ key: SettingKey) -> Bool { values[key]?.value == .boolean(true) }

    func map(_ key: SettingKey) -> [String: String] {
        guard case .map(let map)? = values[key]?.value else { return [:] }
        return map
    }

    /// A word as the value of an enumeration that the table's choices were made from.
    func word<Word: RawRepresentable<String> & CaseIterable>(_ key: SettingKey, or fallback: Word) -> Word {
        text(key).flatMap(Word.init(rawValue:)) ?? fallback
    }
}
