import Foundation

/// A schema of Avro as values are read by it: names resolved, what only describes left out.
public struct AvroSchema: Sendable {
    let root: Node
    /// Records by their full names: schemas may name themselves.
    let records: [String: [Member]]

    /// A type.
    indirect enum Node: Sendable, Equatable {
        case null, boolean, int, long, float, double, bytes, string
        case fixed(Int)
        case enumeration([String])
        case array(Node)
        case map(Node)
        case union([Node])
        /// A record by its full name.
        case record(String)
    }

    /// A field of a record.
    struct Member: Sendable, Equatable {
        var name: String
        var type: Node
    }

    /// A text that is no schema, and what was wrong with it.
    public struct Malformed: Error, Sendable, CustomStringConvertible {
        /// What was wrong, for a person.
        public let description: String
    }

    /// Reads a schema from JSON (Avro 1.11, "Schema Declaration").
    ///
    /// - Throws: ``Malformed`` when it is none, or nests deeper than 64 types.
    public init(json: String) throws(Malformed) {
        let object = try? JSONSerialization.jsonObject(with: Data(json.utf8), options: .fragmentsAllowed)
        guard let object else { throw Malformed(description: "the schema is no JSON") }
        var builder = Builder()
        root = try builder.node(object, in: "", depth: 0)
        records = builder.records
    }
}

extension AvroSchema {
    private struct Builder {
        var records: [String: [Member]] = [:]
        private var named: [String: Node] = [:]

        private static let primitives: [String: Node] = [
            "null": .null, "boolean": .boolean, "int": .int, "long": .long, "float": .float, "double": .double,
            "bytes": .bytes, "string": .string,
        ]

        mutating func node(_ object: Any, in namespace: String, depth: Int) throws(Malformed) -> Node {
            guard depth < 64 else { throw Malformed(description: "the schema nests deeper than 64 types") }
            if let name = object as? String { return try known(name, namespace) }
            if let branches = object as? [Any] {
                var nodes: [Node] = []
                for branch in branches { nodes.append(try node(branch, in: namespace, depth: depth + 1)) }
                return .union(nodes)
            }
            guard let type = object as? [String: Any] else { throw Malformed(description: "a type is no JSON object") }
            guard let kind = type["type"] as? String else {
                guard let inner = type["type"] else { throw Malformed(description: "a type has no \"type\"") }
                return try node(inner, in: namespace, depth: depth + 1)
            }
            return try node(kind, type, namespace, depth)
        }

        private mutating func node(
            _ kind: String, _ type: [String: Any], _ namespace: String, _ depth: Int
        ) throws(Malformed) -> Node {
            switch kind {
            case "array": return .array(try node(type["items"] ?? "", in: namespace, depth: depth + 1))
            case "map": return .map(try node(type["values"] ?? "", in: namespace, depth: depth + 1))
            case "record", "error": return try record(type, namespace, depth)
            case "enum":
                guard let symbols = type["symbols"] as? [String] else {
                    throw Malformed(description: "an enum has no symbols")
                }
                return try name(.enumeration(symbols), type, namespace)
            case "fixed":
                guard let size = type["size"] as? Int, size >= 0 else {
                    throw Malformed(description: "a fixed type has no size")
                }
                return try name(.fixed(size), type, namespace)
            default: return try known(kind, namespace)
            }
        }

        private mutating func record(
            _ type: [String: Any], _ namespace: String, _ depth: Int
        ) throws(Malformed) -> Node {
            let full = try fullName(type, namespace)
            let inner = Self.namespace(of: full)
            named[full] = .record(full)
            guard let fields = type["fields"] as? [[String: Any]] else {
                throw Malformed(description: "the record \(full) has no fields")
            }
            var members: [Member] = []
            for field in fields {
                guard let name = field["name"] as? String, let type = field["type"] else {
                    throw Malformed(description: "a field of \(full) has no name or no type")
                }
                members.append(Member(name: name, type: try node(type, in: inner, depth: depth + 1)))
            }
            records[full] = members
            return .record(full)
        }

        private mutating func name(_ node: Node, _ type: [String: Any], _ namespace: String) throws(Malformed) -> Node {
            named[try fullName(type, namespace)] = node
            return node
        }

        private func fullName(_ type: [String: Any], _ namespace: String) throws(Malformed) -> String {
            guard let name = type["name"] as? String else { throw Malformed(description: "a named type has no name") }
            if name.contains(".") { return name }
            let space = type["namespace"] as? String ?? namespace
            return space.isEmpty ? name : "\(space).\(name)"
        }

        private func known(_ name: String, _ namespace: String) throws(Malformed) -> Node {
            if let primitive = Self.primitives[name] { return primitive }
            guard let node = named["\(namespace).\(name)"] ?? named[name] else {
                throw Malformed(description: "the type \(name) is not defined")
            }
            return node
        }

        private static func namespace(of full: String) -> String {
            full.lastIndex(of: ".").map { String(full[..<$0]) } ?? ""
        }
    }
}
