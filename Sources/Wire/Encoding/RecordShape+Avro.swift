extension RecordShape {
    /// The record as a schema of Avro, on one line.
    ///
    /// It stays inside what every sink reads: unions of null and one type alone, `timestamp-millis` alone, and a default for whatever
    /// may be absent or empty.
    func avroSchema() -> String { avro(namespace: "galley").compact }

    /// The record as a schema of Avro.
    func avro(namespace: String? = nil) -> JSONTree {
        .members([
            ("type", .text("record")), ("name", .text(name)), ("namespace", namespace.map { .text($0) }),
            ("doc", .text(text)), ("fields", .list(fields.map(\.avro))),
        ])
    }
}

extension FieldDescription {
    fileprivate var avro: JSONTree {
        let type = isOptional ? JSONTree.list([.text("null"), shape.avro]) : shape.avro
        return .members([("name", .text(name)), ("type", type), ("doc", .text(text)), ("default", avroDefault)])
    }

    private var avroDefault: JSONTree? {
        if isOptional { return .null }
        return switch shape {
        case .texts, .records: .list([])
        case .shares: .object([])
        case .text, .integer, .instant, .share, .boolean: nil
        }
    }
}

extension FieldShape {
    fileprivate var avro: JSONTree {
        switch self {
        case .text: .text("string")
        case .integer: .text("long")
        case .instant: .members([("type", .text("long")), ("logicalType", .text("timestamp-millis"))])
        case .share: .text("double")
        case .boolean: .text("boolean")
        case .texts: .members([("type", .text("array")), ("items", .text("string"))])
        case .shares: .members([("type", .text("map")), ("values", .text("double"))])
        case .records(let shape): .members([("type", .text("array")), ("items", shape.avro())])
        }
    }
}
