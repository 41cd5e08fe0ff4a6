/// A JSON document that is built as a whole, its members in their order; for schemas, not for pages.
indirect enum JSONTree: Sendable, Equatable {
    case null
    case text(String)
    case integer(Int64)
    case boolean(Bool)
    case list([JSONTree])
    case object([JSONMember])

    /// An object whose absent members are left out.
    static func members(_ members: [(String, JSONTree?)]) -> JSONTree {
        .object(members.compactMap { name, value in value.map { JSONMember(name: name, value: $0) } })
    }

    /// On one line, without spaces.
    var compact: String {
        var json = JSONWriter()
        write(to: &json)
        return String(decoding: json.bytes, as: UTF8.self)
    }

    /// Two spaces a level, a line end behind it.
    var pretty: String { indented("") + "\n" }

    private func write(to json: inout JSONWriter) {
        switch self {
        case .null: json.null()
        case .text(let text): json.string(text)
        case .integer(let number): json.integer(number)
        case .boolean(let value): json.boolean(value)
        case .list(let elements): json.array(elements) { json, element in element.write(to: &json) }
        case .object(let members):
            json.object { json in
                for member in members {
                    json.name(escaping: member.name)
                    member.value.write(to: &json)
                }
            }
        }
    }

    private func indented(_ margin: String) -> String {
        let inner = margin + "  "
        switch self {
        case .list(let elements) where !elements.isEmpty:
            let lines = elements.map { inner + $0.indented(inner) }
            return "[\n" + lines.joined(separator: ",\n") + "\n\(margin)]"
        case .object(let members) where !members.isEmpty:
            let lines = members.map { "\(inner)\(JSONTree.text($0.name).compact): \($0.value.indented(inner))" }
            return "{\n" + lines.joined(separator: ",\n") + "\n\(margin)}"
        default: return compact
        }
    }
}

/// A member of an object.
struct JSONMember: Sendable, Equatable {
    var name: String
    var value: JSONTree
}
