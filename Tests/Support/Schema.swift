public import Foundation

/// As much of JSON Schema (draft 7) as `Schemas` uses.
public struct Schema {
    /// A schema that cannot be read.
    public struct Unreadable: Error { let name: String }

    /// The `Schemas` folder of the package.
    public static let folder = Folders.package.appending(path: "Schemas")

    /// Names of the fields that are always there.
    public let required: [String]
    /// The fields' own schemas.
    public let properties: [String: [String: Any]]
    private let root: [String: Any]
    private let patterns: [String: NSRegularExpression]

    /// Reads a schema by its name.
    public init(_ name: String) throws {
        let data = try Data(contentsOf: Self.folder.appending(path: "\(name).schema.json"))
        guard let object = try JSONSerialization.jsonObject(with: data) as? [String: Any],
            object["$schema"] as? String == "http://json-schema.org/draft-07/schema#",
            let properties = object["properties"] as? [String: [String: Any]]
        else { throw Unreadable(name: name) }
        self.properties = properties
        required = object["required"] as? [String] ?? []
        root = object
        patterns = try Self.patterns(of: object)
    }

    /// The schema of a list's elements.
    public func items(_ field: String) -> [String: Any] { properties[field]?["items"] as? [String: Any] ?? [:] }

    /// The types that a field may have.
    public func types(_ field: String) -> [String] { Self.types(of: properties[field] ?? [:]) }

    /// Places where an object is not as the schema says: `images[2].url`.
    public func misfits(of object: [String: Any]) -> [String] { misfits(of: object, root, at: "") }

    private func misfits(of value: Any, _ schema: [String: Any], at place: String) -> [String] {
        guard fits(value, schema) else { return [place] }
        if let object = value as? [String: Any] { return misfits(ofMembers: object, schema, at: place) }
        guard let elements = value as? [Any], let items = schema["items"] as? [String: Any] else { return [] }
        return elements.enumerated().flatMap { misfits(of: $1, items, at: "\(place)[\($0)]") }
    }

    private func misfits(ofMembers object: [String: Any], _ schema: [String: Any], at place: String) -> [String] {
        let start = place.isEmpty ? "" : place + "."
        let missing = (schema["required"] as? [String] ?? []).filter { object[$0] == nil }.map { start + $0 }
        let known = schema["properties"] as? [String: [String: Any]] ?? [:]
        let others = schema["additionalProperties"] as? [String: Any]
        let wrong = object.flatMap { name, value in
            (known[name] ?? others).map { misfits(of: value, $0, at: start + name) } ?? []
        }
        return (missing + wrong).sorted()
    }

    /// Whether a value is as its own schema says, members and elements left out.
    private func fits(_ value: Any, _ schema: [String: Any]) -> Bool {
        let types = Self.types(of: schema)
        guard types.isEmpty || types.contains(where: { Self.matches($0, value) }) else { return false }
        if let words = schema["enum"] as? [Any], !words.contains(where: { ($0 as? String) == (value as? String) }) {
            return false
        }
        if let text = value as? String, let pattern = schema["pattern"] as? String { return isMatch(text, pattern) }
        guard let number = value as? Double else { return true }
        return number >= schema["minimum"] as? Double ?? -.infinity
            && number <= schema["maximum"] as? Double ?? .infinity
    }

    private func isMatch(_ text: String, _ pattern: String) -> Bool {
        patterns[pattern]?.firstMatch(in: text, range: NSRange(text.startIndex..., in: text)) != nil
    }

    private static func types(of schema: [String: Any]) -> [String] {
        schema["type"] as? [String] ?? (schema["type"] as? String).map { [$0] } ?? []
    }

    private static func matches(_ type: String, _ value: Any) -> Bool {
        switch type {
        case "null": value is NSNull
        case "string": value is String
        case "integer": value is Int
        case "number": value is Double
        case "boolean": value is Bool
        case "array": value is [Any]
        case "object": value is [String: Any]
        default: false
        }
    }

    /// Every pattern of a schema and of those inside it, compiled once.
    private static func patterns(of schema: Any) throws -> [String: NSRegularExpression] {
        var found: [String: NSRegularExpression] = [:]
        for (name, member) in schema as? [String: Any] ?? [:] {
            if name == "pattern", let text = member as? String { found[text] = try NSRegularExpression(pattern: text) }
            found.merge(try patterns(of: member)) { first, _ in first }
        }
        return found
    }
}
