import Foundation
internal import Text

/// Reads a page's `<script type="application/ld+json">` blocks into a flat list of typed nodes.
///
/// Takes every real-world shape: one object, a list, `@graph`, nested nodes, several blocks, values that stand as a
/// string where an object belongs. A block that does not parse is repaired once (``JSONRepair``) or skipped.
struct JSONLDReader {
    /// Bytes of JSON-LD that one page may have read; more is left out. The largest honest ones are live blogs of 1 MB.
    static let maximumBytes = 2_097_152
    /// Typed nodes kept from one page.
    static let maximumNodes = 4_096

    /// Typed nodes in document order, outer before inner.
    private(set) var nodes: [LinkedNode] = []
    private var bytesLeft = JSONLDReader.maximumBytes
    private var byID: [String: Int] = [:]

    init() {}

    /// Reads one block. Blocks that cannot be read leave no trace.
    mutating func read(_ script: ArraySlice<UInt8>) {
        guard script.count <= bytesLeft, script.contains(UInt8(ascii: "{")), JSONBound.holds(script) else {
            return
        }
        bytesLeft -= script.count
        guard let value = Self.parse(script) else { return }
        collect(value)
    }

    /// The node that an `@id` names, when the page holds it.
    func node(id: String) -> LinkedNode? { byID[id].map { nodes[$0] } }

    private static func parse(_ script: ArraySlice<UInt8>) -> Any? {
        if let value = try? JSONSerialization.jsonObject(with: Data(script), options: [.fragmentsAllowed]) {
            return value
        }
        let plain = script.contains(UInt8(ascii: "\"")) ? script : withoutEntities(script)
        return try? JSONSerialization.jsonObject(with: Data(JSONRepair.repaired(plain)))
    }

    /// A block that was escaped as if it were markup, without a quote of its own: `{&quot;@type&quot;:…`.
    private static func withoutEntities(_ script: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
        let quote = Array("&quot;".utf8)
        guard script.contains(UInt8(ascii: "&")) else { return script }
        var plain: [UInt8] = []
        plain.reserveCapacity(script.count)
        var index = script.startIndex
        while index < script.endIndex {
            let isQuote = script[index] == UInt8(ascii: "&") && script[index...].starts(with: quote)
            plain.append(isQuote ? UInt8(ascii: "\"") : script[index])
            index += isQuote ? quote.count : 1
        }
        return plain[...]
    }

    /// Walks the value without recursion and keeps every object, with how deep under the block's root it stood.
    private mutating func collect(_ root: Any) {
        var waiting: [(value: Any, depth: Int, role: String?)] = [(root, 0, nil)]
        while let (value, depth, role) = waiting.popLast(), nodes.count < Self.maximumNodes {
            if let list = value as? [Any] {
                for item in list.reversed() { waiting.append((item, depth, role)) }
            } else if let object = value as? [String: Any] {
                append(object, depth: depth, role: role)
                for key in object.keys.sorted(by: >) {
                    guard let inner = object[key], inner is [Any] || inner is [String: Any] else { continue }
                    waiting.append((inner, key == "@graph" ? depth : depth + 1, LinkedNode.plain(key)))
                }
            }
        }
    }

    private mutating func append(_ object: [String: Any], depth: Int, role: String?) {
        let node = LinkedNode(object, depth: depth, role: role)
        guard !node.types.isEmpty || node.properties.count > 1 else { return }
        if let id = object["@id"] as? String, byID[id] == nil { byID[id] = nodes.count }
        nodes.append(node)
    }
}

/// One object of the page's linked data.
struct LinkedNode {
    /// `@type`, without its vocabulary: `NewsArticle`.
    let types: [String]
    /// Objects between the block's root and this one.
    let depth: Int
    /// The property of the outer object that holds this one (`mainEntity`, `itemListElement`), or `nil` at the root.
    let role: String?
    /// Properties by their plain name.
    let properties: [String: Any]

    init(_ object: [String: Any], depth: Int, role: String?) {
        self.depth = depth
        self.role = role
        var properties: [String: Any] = [:]
        for (key, value) in object { properties[Self.plain(key)] = value }
        self.properties = properties
        types = Self.strings(properties["@type"]).map(Self.plain)
    }

    /// `http://schema.org/name`, `schema:name` and `name` are the same property.
    static func plain(_ name: String) -> String {
        guard let cut = name.utf8.lastIndex(where: { $0 == 0x3A || $0 == 0x2F || $0 == 0x23 }) else { return name }
        return String(name[name.utf8.index(after: cut)...])
    }

    /// The strings of a property: itself, the items of a list, the `@value` or `name` of an object.
    func strings(_ name: String) -> [String] { Self.strings(properties[name]) }

    /// The first string of a property that is not blank.
    func string(_ name: String) -> String? { strings(name).first }

    /// The objects of a property: itself or the items of a list.
    func objects(_ name: String) -> [[String: Any]] {
        if let one = properties[name] as? [String: Any] { return [one] }
        return (properties[name] as? [Any])?.compactMap { $0 as? [String: Any] } ?? []
    }

    static func strings(_ value: Any?) -> [String] {
        switch value {
        case let text as String:
            let clean = MarkedText.plain(text)
            return clean.isEmpty ? [] : [clean]
        case let number as NSNumber:
            return ["\(number)"]
        case let list as [Any]:
            return list.prefix(64).flatMap { $0 is [Any] ? [] : strings($0) }
        case let object as [String: Any]:
            return strings(inner(object))
        default:
            return []
        }
    }

    /// The text that stands for an object. Never another object, so that nothing recurses on input.
    private static func inner(_ object: [String: Any]) -> Any? {
        for key in ["@value", "name", "headline", "url", "@id"] {
            if let text = object[key] as? String { return text }
            if let list = object[key] as? [Any], let first = list.first(where: { $0 is String }) { return first }
        }
        return nil
    }
}
