/// Reads the values of a configuration file against the table.
struct SettingsFile {
    /// The file's path, as messages show it.
    let path: String
    /// Values in the file's order.
    private(set) var values: [(key: SettingKey, value: SettingValue, line: Int)] = []
    /// What is wrong.
    private(set) var problems: [SettingsError.Problem] = []

    /// Reads a file's bytes.
    init(path: String, bytes: [UInt8]) {
        self.path = path
        do throws(YAMLFault) {
            let document = try YAMLReader.read(bytes)
            switch document.content {
            case .mapping(let entries): walk(entries, prefix: "")
            case .null: break
            default:
                report(document.line, "the file has to hold keys and values, as kafka: {brokers: \"localhost:9092\"}")
            }
        } catch {
            report(error.line, error.detail)
        }
    }

    /// Every key that holds others: `kafka`, `kafka.security`.
    private static let sections: Set<String> = Set(
        Setting.byFileKey.keys.flatMap { key in
            key.indices.filter { key[$0] == "." }.map { String(key[..<$0]) }
        })

    /// Descends only into known sections, so never deeper than the table.
    private mutating func walk(_ entries: [YAMLEntry], prefix: String) {
        for entry in entries {
            let path = prefix + entry.key
            if let setting = Setting.byFileKey[path] {
                read(setting, entry)
            } else if Self.sections.contains(path) {
                section(path, entry)
            } else {
                let known = Array(Setting.byFileKey.keys) + Self.sections
                report(entry.line, "unknown key \"\(path)\"\(Suggestion.words(for: path, among: known))")
            }
        }
    }

    private mutating func section(_ path: String, _ entry: YAMLEntry) {
        switch entry.value.content {
        case .mapping(let entries): walk(entries, prefix: path + ".")
        case .null: break
        case .scalar, .sequence: report(entry.line, "\(path) holds keys of its own, not a value")
        }
    }

    private mutating func read(_ setting: Setting, _ entry: YAMLEntry) {
        if values.contains(where: { $0.key == setting.key }) {
            return report(entry.line, "\(setting.key.rawValue) stands here a second time")
        }
        do throws(ValueFault) {
            values.append((setting.key, try Self.value(of: entry.value, setting.kind), entry.line))
        } catch {
            let found = setting.mayHoldSecret ? "a value" : Self.words(for: entry.value)
            report(entry.line, "\(setting.key.rawValue) is \(found); expected \(error.expected)")
        }
    }

    private static func value(of node: YAMLNode, _ kind: SettingKind) throws(ValueFault) -> SettingValue {
        switch (node.content, kind) {
        case (.scalar(let text), _): return try kind.parse(text)
        case (.sequence(let items), .list), (.sequence(let items), .topics):
            let texts = items.compactMap(text).filter { !$0.isEmpty }
            guard texts.count == items.count, !texts.isEmpty else { throw ValueFault(expected: kind.expectation) }
            return .list(texts)
        case (.mapping(let entries), .map):
            let pairs = entries.compactMap { entry in text(entry.value).map { (entry.key, $0) } }
            guard pairs.count == entries.count else { throw ValueFault(expected: "names with plain values") }
            return .map(Dictionary(pairs) { first, _ in first })
        default: throw ValueFault(expected: kind.expectation)
        }
    }

    private static func text(_ node: YAMLNode) -> String? {
        guard case .scalar(let text) = node.content else { return nil }
        return text
    }

    private static func words(for node: YAMLNode) -> String {
        switch node.content {
        case .null: "empty"
        case .scalar(let text): "\"\(text.prefix(80))\""
        case .sequence: "a list"
        case .mapping: "a mapping"
        }
    }

    private mutating func report(_ line: Int, _ detail: String) {
        problems.append(.configuration("\(path):\(line): \(detail)"))
    }
}
