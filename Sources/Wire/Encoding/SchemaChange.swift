import Foundation

/// A field that two schemas have differently, or one of them alone.
public struct SchemaChange: Sendable, Equatable {
    /// The field, behind the record's name and a dot where it is one of a list's records.
    public var field: String
    /// Its type in the first schema; `nil` where it has none.
    public var before: String?
    /// Its type in the second.
    public var after: String?

    /// A change as it is found.
    public init(field: String, before: String?, after: String?) {
        (self.field, self.before, self.after) = (field, before, after)
    }

    /// What differs between two schemas of one language, by field, in the order of the second; what is gone stands behind.
    ///
    /// Types alone are compared: texts that only describe are none of a reader's business.
    public static func between(_ before: String, _ after: String, _ language: SchemaLanguage) -> [SchemaChange] {
        let old = fields(of: before, language), new = fields(of: after, language)
        let oldTypes = Dictionary(old.map { ($0.name, $0.type) }) { first, _ in first }
        let newTypes = Dictionary(new.map { ($0.name, $0.type) }) { first, _ in first }
        let changed = new.filter { oldTypes[$0.name] != $0.type }.map {
            SchemaChange(field: $0.name, before: oldTypes[$0.name], after: $0.type)
        }
        let gone = old.filter { newTypes[$0.name] == nil }.map {
            SchemaChange(field: $0.name, before: $0.type, after: nil)
        }
        return changed + gone
    }

    private typealias Entry = (name: String, type: String)

    private static func fields(of schema: String, _ language: SchemaLanguage) -> [Entry] {
        switch language {
        case .avro:
            let root = try? JSONSerialization.jsonObject(with: Data(schema.utf8))
            return avro(root as? [String: Any] ?? [:], "")
        case .json:
            let root = try? JSONSerialization.jsonObject(with: Data(schema.utf8))
            return json(root as? [String: Any] ?? [:], "")
        case .protobuf: return protobuf(schema)
        case .contract, .markdown: return []
        }
    }

    private static func avro(_ record: [String: Any], _ prefix: String) -> [Entry] {
        (record["fields"] as? [[String: Any]] ?? []).flatMap { field -> [Entry] in
            let name = prefix + (field["name"] as? String ?? "")
            var nested: [Entry] = []
            let type = avroType(field["type"] ?? "") { nested += avro($0, name + ".") }
            let fallback = field.keys.contains("default") ? ", with a default" : ""
            return [(name, type + fallback)] + nested
        }
    }

    private static func avroType(_ type: Any, _ record: ([String: Any]) -> Void) -> String {
        if let name = type as? String { return name }
        if let branches = type as? [Any] { return branches.map { avroType($0, record) }.joined(separator: " or ") }
        guard let object = type as? [String: Any] else { return "?" }
        switch object["type"] as? String {
        case "array": return "list of " + avroType(object["items"] ?? "", record)
        case "map": return "map of " + avroType(object["values"] ?? "", record)
        case "record":
            record(object)
            return object["name"] as? String ?? "record"
        case let name?: return object["logicalType"] as? String ?? name
        case nil: return "?"
        }
    }

    private static func json(_ object: [String: Any], _ prefix: String) -> [Entry] {
        let properties = object["properties"] as? [String: [String: Any]] ?? [:]
        let required = object["required"] as? [String] ?? []
        let names =
            required.filter { properties[$0] != nil } + properties.keys.filter { !required.contains($0) }.sorted()
        return names.flatMap { key -> [Entry] in
            let property = properties[key] ?? [:]
            let items = property["items"] as? [String: Any] ?? [:]
            let name = prefix + key
            return [(name, jsonType(property) + (required.contains(key) ? "" : ", not required"))]
                + json(items, name + ".")
        }
    }

    private static func jsonType(_ property: [String: Any]) -> String {
        let type =
            (property["type"] as? String) ?? (property["type"] as? [String])?.joined(separator: " or ") ?? "any"
        let items = (property["items"] as? [String: Any]).map { " of " + jsonType($0) } ?? ""
        let words = (property["enum"] as? [Any]).map { " of " + $0.compactMap { $0 as? String }.joined(separator: "|") }
        let pattern = (property["pattern"] as? String).map { " like \($0)" }
        return type + items + (words ?? "") + (pattern ?? "")
    }

    /// The fields of messages, a line each; registries write the text anew, so it is read and not compared.
    private static func protobuf(_ schema: String) -> [Entry] {
        var entries: [Entry] = []
        var message = ""
        var isFirst = true
        for line in schema.split(separator: "\n") {
            let line = String(line.split(separator: "//", maxSplits: 1, omittingEmptySubsequences: false).first ?? "")
            let words = line.split { " \t;{".contains($0) }.map(String.init)
            if words.first == "message", words.count >= 2 {
                message = isFirst ? "" : words[1] + "."
                isFirst = false
            } else if let equals = words.firstIndex(of: "="), equals >= 2, equals + 1 < words.count,
                Int(words[equals + 1]) != nil
            {
                let type = words[..<(equals - 1)].joined(separator: " ")
                entries.append((message + words[equals - 1], "\(type) = \(words[equals + 1])"))
            }
        }
        return entries
    }
}
