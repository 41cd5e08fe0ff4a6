/// Where schemas are found by the number that a framed value names.
public protocol SchemaSource: Sendable {
    /// The schema of a number. May wait for a registry that is away.
    ///
    /// - Throws: a ``SchemaFault`` that trying again would not change.
    func schema(id: UInt32) throws(SchemaFault) -> RegisteredSchema
}

/// A schema as values are read by it.
public enum RegisteredSchema: Sendable {
    /// One of Avro.
    case avro(AvroSchema)
    /// JSON Schema: the value is JSON.
    case json
    /// One of a kind that is not read.
    case other(kind: String)
}

/// Why a schema cannot be had.
public enum SchemaFault: Error, Sendable, Equatable, CustomStringConvertible {
    /// The registry does not know the number.
    case unknown(id: UInt32, detail: String)
    /// What the registry has is no schema that can be read.
    case malformed(id: UInt32, detail: String)
    /// The work was given up before the registry answered.
    case gaveUp(id: UInt32, detail: String)

    /// What, where, and what to do.
    public var description: String {
        switch self {
        case .unknown(let id, let detail): "the registry has no schema \(id): \(detail)"
        case .malformed(let id, let detail): "schema \(id) of the registry cannot be read: \(detail)"
        case .gaveUp(let id, let detail): "schema \(id) was not got from the registry: \(detail)"
        }
    }
}
