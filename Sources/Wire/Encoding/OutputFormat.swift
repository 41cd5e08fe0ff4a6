/// How the values of outcomes are written: `output.format` and `rejected.format`.
public enum OutputFormat: String, Sendable, CaseIterable {
    /// UTF-8 JSON, bare.
    case json
    /// The same JSON in Confluent's wire format, as JSON Schema converters and deserialisers read it.
    case jsonSchema = "json-schema"
    /// Avro in Confluent's wire format.
    case avro
    /// Protobuf in Confluent's wire format.
    case protobuf

    /// Whether values name a schema of a registry, so that one is needed.
    public var isFramed: Bool { self != .json }

    /// What the `content-type` header says.
    public var contentType: String {
        switch self {
        case .json, .jsonSchema: "application/json"
        case .avro: "application/avro"
        case .protobuf: "application/protobuf"
        }
    }

    /// The format of a value, as its content type and its frame tell it; `nil` where they do not.
    public static func of(_ value: [UInt8], contentType: String?) -> OutputFormat? {
        let isFramed = SchemaFrame.id(of: value) != nil
        switch contentType.map(mediaType) {
        case "application/avro": return isFramed ? .avro : nil
        case "application/protobuf": return isFramed ? .protobuf : nil
        case "application/json": return isFramed ? .jsonSchema : .json
        default: return value.first == UInt8(ascii: "{") ? .json : nil
        }
    }
}

/// A schema in a registry, as the values written by it name it.
public struct SchemaReference: Sendable, Equatable {
    /// Its number in the registry.
    public var id: UInt32
    /// Where it is found: the `ce_dataschema` header.
    public var uri: String

    /// Makes a reference.
    public init(id: UInt32, uri: String) {
        self.id = id
        self.uri = uri
    }
}

/// Confluent's wire format: a zero byte and the schema's number in four bytes, most significant first, before the value.
public enum SchemaFrame {
    /// Bytes of a frame.
    public static let length = 5

    /// The frame of a schema.
    public static func bytes(_ id: UInt32) -> [UInt8] {
        [0] + [24, 16, 8, 0].map { UInt8(truncatingIfNeeded: id >> UInt32($0)) }
    }

    /// The schema that a framed value names; `nil` when it has no frame. 0 is never given out.
    public static func id(of value: [UInt8]) -> UInt32? {
        guard value.count >= length, value[0] == 0 else { return nil }
        let id = value[1..<length].reduce(UInt32(0)) { $0 << 8 | UInt32($1) }
        return id > 0 ? id : nil
    }
}

/// A format and, where it needs one, its schema in a registry: how a kind of record is written.
public struct ValueEncoding: Sendable, Equatable {
    /// The format.
    public let format: OutputFormat
    /// The schema; always there for framed formats.
    public let schema: SchemaReference?

    /// Bare JSON.
    public static let json = ValueEncoding(format: .json, schema: nil)

    private init(format: OutputFormat, schema: SchemaReference?) {
        self.format = format
        self.schema = schema
    }

    /// A framed format, or JSON that names its schema in a header.
    public init(_ format: OutputFormat, schema: SchemaReference) {
        self.init(format: format, schema: schema)
    }

    /// A record by its table of fields.
    ///
    /// - Parameter capacity: about as many bytes as its texts have.
    func bytes<Record>(of record: Record, _ table: FieldTable<Record>, capacity: Int) -> [UInt8] {
        let frame = format.isFramed ? SchemaFrame.bytes(schema?.id ?? 0) : []
        switch format {
        case .json, .jsonSchema:
            var json = JSONWriter(after: frame, capacity: capacity)
            JSONRecord.write(record, table, to: &json)
            return json.bytes
        case .avro:
            var avro = AvroWriter(after: frame, capacity: capacity)
            avro.write(record, table)
            return avro.bytes
        case .protobuf:
            // Which message of the schema it is: the first, of which a zero tells.
            var protobuf = ProtobufWriter(after: frame + [0], capacity: capacity)
            protobuf.write(record, table)
            return protobuf.bytes
        }
    }
}
