public import Pages

/// Reads what Galley published back, in any of its formats.
public struct OutcomeReader: Sendable {
    /// Where schemas of Avro are found by their numbers; `nil` for those of this version.
    private let schemas: (any SchemaSource)?

    /// Makes a reader.
    ///
    /// - Parameter schemas: a registry; without one Avro is read by the schema of this version.
    public init(schemas: (any SchemaSource)? = nil) { self.schemas = schemas }

    /// An article event.
    ///
    /// - Parameter contentType: what the record's header says.
    /// - Throws: ``EventReadingError`` when the value is none, or its schema cannot be had.
    public func event(_ value: [UInt8], contentType: String? = nil) throws(EventReadingError) -> ArticleEvent {
        try read(value, contentType, EventFields.table, into: ArticleEvent())
    }

    /// A rejection.
    ///
    /// - Throws: ``EventReadingError`` when the value is none, or its schema cannot be had.
    public func rejection(_ value: [UInt8], contentType: String? = nil) throws(EventReadingError) -> RejectionRecord {
        try read(value, contentType, RejectionFields.table, into: RejectionRecord())
    }

    /// An article event as bare JSON, whatever format it has; bare JSON as it is.
    ///
    /// - Throws: ``EventReadingError`` when the value is none, or its schema cannot be had.
    public func json(ofEvent value: [UInt8], contentType: String? = nil) throws(EventReadingError) -> [UInt8] {
        try json(value, contentType) { (value, type) throws(EventReadingError) in
            EventEncoder().encode(try event(value, contentType: type))
        }
    }

    /// A rejection as bare JSON, whatever format it has; bare JSON as it is.
    ///
    /// - Throws: ``EventReadingError`` when the value is none, or its schema cannot be had.
    public func json(ofRejection value: [UInt8], contentType: String? = nil) throws(EventReadingError) -> [UInt8] {
        try json(value, contentType) { (value, type) throws(EventReadingError) in
            let record = try rejection(value, contentType: type)
            return ValueEncoding.json.bytes(of: record, RejectionFields.table, capacity: 1024)
        }
    }

    private func json(
        _ value: [UInt8], _ contentType: String?,
        _ rewritten: ([UInt8], String?) throws(EventReadingError) -> [UInt8]
    ) throws(EventReadingError) -> [UInt8] {
        switch OutputFormat.of(value, contentType: contentType) {
        case .json: value
        case .jsonSchema: Array(value.dropFirst(SchemaFrame.length))
        case .avro, .protobuf, nil: try rewritten(value, contentType)
        }
    }

    private func read<Record>(
        _ value: [UInt8], _ contentType: String?, _ table: FieldTable<Record>, into record: Record
    ) throws(EventReadingError) -> Record {
        var record = record
        do throws(FieldFault) {
            try table.put(values(of: value, contentType, table.shape), into: &record)
        } catch {
            throw EventReadingError(
                description: "no \(table.shape.title.lowercased()): \(error.field.isEmpty ? "" : error.field + ": ")"
                    + error.detail)
        }
        return record
    }

    private func values(
        of value: [UInt8], _ contentType: String?, _ shape: RecordShape
    ) throws(FieldFault) -> [FieldValue] {
        let body = value.dropFirst(SchemaFrame.length)
        switch OutputFormat.of(value, contentType: contentType) {
        case .avro:
            do {
                return try RecordReading.values(avro: AvroValue(body, schema(of: value, shape)), shape)
            } catch {
                throw (error as? FieldFault) ?? FieldFault(field: "", detail: "\(error)")
            }
        case .protobuf:
            guard let messages = body.first, messages == 0 else {
                throw FieldFault(field: "", detail: "another message of its schema than the first")
            }
            var reader = ProtobufReader(body.dropFirst())
            return try reader.values(shape)
        case .jsonSchema: return try RecordReading.values(json: Array(body), shape)
        case .json, nil: return try RecordReading.values(json: value, shape)
        }
    }

    /// The schema of this version; read once, as a topic has many records.
    private static func own(_ shape: RecordShape) throws -> AvroSchema {
        try (shape.name == EventFields.table.shape.name ? ownArticle : ownRejected).get()
    }

    private static let ownArticle = Result { try AvroSchema(json: EventFields.table.shape.avroSchema()) }
    private static let ownRejected = Result { try AvroSchema(json: RejectionFields.table.shape.avroSchema()) }

    private func schema(of value: [UInt8], _ shape: RecordShape) throws -> AvroSchema {
        guard let schemas, let id = SchemaFrame.id(of: value) else { return try Self.own(shape) }
        guard case .avro(let schema) = try schemas.schema(id: id) else {
            throw FieldFault(field: "", detail: "schema \(id) of the registry is none of Avro")
        }
        return schema
    }
}

extension ArticleEvent {
    /// Reads an event back from bare JSON; fields it does not know are passed over.
    ///
    /// - Throws: ``EventReadingError`` when the bytes are no such event.
    public init(json: [UInt8]) throws(EventReadingError) { self = try OutcomeReader().event(json) }
}

/// Bytes that are no outcome of Galley, and what was wrong with them.
public struct EventReadingError: Error, Sendable, CustomStringConvertible {
    /// What was wrong, for a person.
    public let description: String
}
