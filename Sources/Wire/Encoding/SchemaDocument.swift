/// A kind of record that Galley publishes, as those who read it need to know it.
public enum PublishedKind: String, Sendable, CaseIterable {
    /// Article events.
    case article
    /// Rejections.
    case rejected

    var shape: RecordShape {
        switch self {
        case .article: EventFields.table.shape
        case .rejected: RejectionFields.table.shape
        }
    }

    /// The name of its files in `Schemas`.
    public var fileName: String {
        switch self {
        case .article: "article-event"
        case .rejected: "article-rejected"
        }
    }

    /// The topic that it goes to by default.
    private var topic: String {
        switch self {
        case .article: "articles"
        case .rejected: "articles.rejected"
        }
    }

    /// The version of its schema: that of its newest field.
    public var version: Int { shape.fields.reduce(1) { max($0, $1.since) } }

    private var id: String { "urn:galley:\(fileName):\(version)" }
}

/// How a schema is written down.
public enum SchemaLanguage: String, Sendable, CaseIterable {
    /// JSON Schema, draft 7.
    case json
    /// Avro.
    case avro
    /// Protobuf, version 3.
    case protobuf
    /// A data contract (Open Data Contract Standard).
    case contract
    /// A table of the fields, for people.
    case markdown

    /// The language of a format's schemas.
    public init(_ format: OutputFormat) {
        self =
            switch format {
            case .json, .jsonSchema: .json
            case .avro: .avro
            case .protobuf: .protobuf
            }
    }

    /// What the registry calls it; `nil` for one that registries do not take.
    public var registryType: String? {
        switch self {
        case .json: "JSON"
        case .avro: "AVRO"
        case .protobuf: "PROTOBUF"
        case .contract, .markdown: nil
        }
    }

    /// What files of it end with.
    public var fileExtension: String {
        switch self {
        case .json: "schema.json"
        case .avro: "avsc"
        case .protobuf: "proto"
        case .contract: "odcs.yaml"
        case .markdown: "md"
        }
    }
}

extension PublishedKind {
    /// The schema as a person reads it.
    public func document(_ language: SchemaLanguage) -> String {
        switch language {
        case .json: shape.jsonSchema(id: id).pretty
        case .avro: shape.avro(namespace: "galley").pretty
        case .protobuf: shape.protobufSchema()
        case .contract:
            shape.dataContract(id: id, topic: topic, key: shape.fields.first?.name ?? "", version: version)
        case .markdown: shape.reference(version: version)
        }
    }

    /// The schema as it is registered: always the same text, as registries tell schemas apart by it.
    public func registered(_ format: OutputFormat) -> String {
        switch format {
        case .json, .jsonSchema: shape.jsonSchema(id: id).compact
        case .avro: shape.avroSchema()
        case .protobuf: shape.protobufSchema()
        }
    }
}

extension RecordShape {
    /// The fields as a table of Markdown.
    func reference(version: Int) -> String {
        var text = "# \(title): the fields\n\n\(self.text)\n\nVersion \(version) of the schema.\n\n"
        text += RecordShape.table(fields)
        for case .records(let nested) in fields.map(\.shape) {
            text += "\n## \(nested.name)\n\n\(nested.text)\n\n" + RecordShape.table(nested.fields)
        }
        return text
    }

    private static func table(_ fields: [FieldDescription]) -> String {
        let rows = fields.map { field in
            "| `\(field.name)` | \(field.shape.words)\(field.isOptional ? ", or null" : "") | \(field.since) | "
                + "\(field.text)\(field.shape.choices) |\n"
        }
        return "| field | type | since | meaning |\n|---|---|---|---|\n" + rows.joined()
    }
}

extension FieldShape {
    fileprivate var words: String {
        switch self {
        case .text: "text"
        case .integer: "whole number"
        case .instant: "milliseconds since 1970"
        case .share: "number from 0 to 1"
        case .boolean: "true or false"
        case .texts: "list of texts"
        case .shares: "numbers from 0 to 1 by name"
        case .records(let shape): "list of [\(shape.name)](#\(shape.name.lowercased()))"
        }
    }

    fileprivate var choices: String {
        func list(_ words: [String]) -> String { words.map { "`\($0)`" }.joined(separator: ", ") }
        return switch self {
        case .text(.words(let words)): " One of \(list(words))."
        case .text(.known(let words)): " As \(list(words))."
        case .texts(let words) where !words.isEmpty: " As \(list(words))."
        default: ""
        }
    }
}
