extension RecordShape {
    /// The record as JSON Schema, draft 7: what registries take (2020-12 reads it alike).
    ///
    /// - Parameter id: its `$id`.
    func jsonSchema(id: String) -> JSONTree {
        guard case .object(let members) = object else { return .null }
        let head = JSONTree.members([
            ("$schema", .text("http://json-schema.org/draft-07/schema#")), ("$id", .text(id)), ("title", .text(title)),
            ("description", .text(text)),
        ])
        guard case .object(let first) = head else { return .null }
        return .object(first + members)
    }

    /// Its type, required members and properties.
    fileprivate var object: JSONTree {
        .members([
            ("type", .text("object")), ("required", .list(fields.map { .text($0.name) })),
            ("properties", .object(fields.map { JSONMember(name: $0.name, value: $0.jsonSchema) })),
        ])
    }
}

extension FieldDescription {
    fileprivate var jsonSchema: JSONTree {
        guard case .object(let rest) = shape.jsonSchema(isOptional: isOptional) else { return .null }
        return .object([JSONMember(name: "description", value: .text(text))] + rest)
    }
}

extension FieldShape {
    fileprivate func jsonSchema(isOptional: Bool) -> JSONTree {
        switch self {
        case .text(let form): Self.text(form, isOptional)
        case .integer(let range):
            .members([
                ("type", Self.type("integer", isOptional)), ("minimum", range.map { .integer($0.lowerBound) }),
                ("maximum", range.flatMap { $0.upperBound == .max ? nil : .integer($0.upperBound) }),
            ])
        case .instant: .members([("type", Self.type("integer", isOptional))])
        case .share: Self.shareSchema
        case .boolean: .members([("type", Self.type("boolean", isOptional))])
        case .texts(let known):
            .members([("type", .text("array")), ("items", Self.text(known.isEmpty ? .free : .known(known), false))])
        case .shares: .members([("type", .text("object")), ("additionalProperties", Self.shareSchema)])
        case .records(let shape): .members([("type", .text("array")), ("items", shape.object)])
        }
    }

    private static let shareSchema = JSONTree.members([
        ("type", .text("number")), ("minimum", .integer(0)), ("maximum", .integer(1)),
    ])

    private static func text(_ form: TextForm, _ isOptional: Bool) -> JSONTree {
        let type = type("string", isOptional)
        switch form {
        case .free: return .members([("type", type)])
        case .pattern(let pattern): return .members([("type", type), ("pattern", .text(pattern))])
        case .words(let words):
            return .members([("type", type), ("enum", .list(words.map { .text($0) } + (isOptional ? [.null] : [])))])
        case .known(let words): return .members([("type", type), ("examples", .list(words.map { .text($0) }))])
        }
    }

    private static func type(_ name: String, _ isOptional: Bool) -> JSONTree {
        isOptional ? .list([.text(name), .text("null")]) : .text(name)
    }
}
