extension EffectiveSettings {
    /// What `check-config` prints: each setting, its value and its origin; secrets masked.
    public func checked() -> String {
        let rows = Setting.table.filter { $0.fileKey != nil }.map { setting in
            let standing = effective(setting.key)
            let value = standing.map { Self.shown($0.value, setting) } ?? "-"
            return (setting.key.rawValue, value, standing.map(\.origin.description) ?? "not set")
        }
        let keyWidth = rows.map(\.0.count).max() ?? 0
        let valueWidth = min(48, rows.map(\.1.count).max() ?? 0)
        return rows.map { key, value, origin in
            key.padded(to: keyWidth) + "  " + value.padded(to: valueWidth) + "  " + origin + "\n"
        }.joined()
    }

    /// What stands for a secret.
    static let mask = "********"

    private static func shown(_ value: SettingValue, _ setting: Setting) -> String {
        guard !setting.isSecret else { return mask }
        switch value {
        case .text(let text): return text
        case .boolean(let isOn): return String(isOn)
        case .integer(let number): return String(number)
        case .number(let number): return plain(number)
        case .list(let items): return items.joined(separator: ",")
        case .map(let map):
            let pairs = map.sorted { $0.key < $1.key }.map { "\($0.key)=\(isSecret($0.key) ? mask : $0.value)" }
            return pairs.isEmpty ? "-" : pairs.joined(separator: ",")
        }
    }

    /// Parts of the names of librdkafka's properties whose values are secrets.
    private static let secretParts = ["password", "secret", "token", "jaas", "key.pem", "oauthbearer.config"]

    private static func isSecret(_ property: String) -> Bool {
        let name = property.lowercased()
        return secretParts.contains { name.contains($0) }
    }
}

extension String {
    /// With spaces behind it up to some width.
    func padded(to width: Int) -> String { self + String(repeating: " ", count: max(0, width - count)) }
}
