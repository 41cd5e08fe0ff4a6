public import Wire

/// The schemas of what Galley publishes, in their subjects.
public struct PublishedSchemas: Sendable {
    /// A kind of record, the topic it goes to and the format it has.
    public struct Output: Sendable, Equatable {
        /// What is published.
        public var kind: PublishedKind
        /// Where.
        public var topic: String
        /// How it is written.
        public var format: OutputFormat

        /// Names an output.
        public init(_ kind: PublishedKind, topic: String, format: OutputFormat) {
            self.kind = kind
            self.topic = topic
            self.format = format
        }

        /// The subject of its schemas: the topic's name and `-value`, which all clients look for by default.
        public var subject: String { topic + "-value" }
        /// The schema as it is registered.
        public var schema: String { kind.registered(format) }
        /// What the registry calls its kind.
        public var type: String { SchemaLanguage(format).registryType ?? "" }
    }

    /// The level that subjects get when they are new: any consumer of an older version can be updated first, whatever version it has.
    public static let compatibility = "BACKWARD_TRANSITIVE"

    private let registry: SchemaRegistry

    /// Asks a registry.
    public init(_ registry: SchemaRegistry) { self.registry = registry }

    /// How an output is written, once its schema is registered.
    ///
    /// - Returns: `nil` when it is not.
    public func encoding(of output: Output) throws(RegistryFault) -> ValueEncoding? {
        guard let version = try registry.version(of: output.schema, type: output.type, in: output.subject) else {
            return nil
        }
        return ValueEncoding(
            output.format, schema: SchemaReference(id: version.id, uri: registry.uri(ofSchema: version.id)))
    }

    /// How a schema compares with what is registered.
    public struct Standing: Sendable, Equatable {
        /// The newest version of the subject.
        public var latest: SchemaRegistry.Version?
        /// The version that has this very schema.
        public var same: SchemaRegistry.Version?
        /// The compatibility that holds.
        public var compatibility: String
        /// What the registry says of it as the next version.
        public var verdict: SchemaRegistry.Verdict
        /// Fields that differ from the newest version.
        public var changes: [SchemaChange]
    }

    /// Compares an output's schema with what is registered; changes nothing.
    public func standing(of output: Output) throws(RegistryFault) -> Standing {
        let latest = try registry.latest(output.subject)
        let same = try registry.version(of: output.schema, type: output.type, in: output.subject)
        let changes = latest.map { SchemaChange.between($0.schema, output.schema, SchemaLanguage(output.format)) } ?? []
        return Standing(
            latest: latest, same: same, compatibility: try registry.compatibility(of: output.subject),
            verdict: try registry.verdict(on: output.schema, type: output.type, in: output.subject), changes: changes)
    }

    /// Registers an output's schema; a subject that is new is held to ``compatibility``.
    ///
    /// - Returns: its number.
    public func register(_ output: Output) throws(RegistryFault) -> UInt32 {
        let isNew = try registry.latest(output.subject) == nil
        let id = try registry.register(output.schema, type: output.type, in: output.subject)
        if isNew { try registry.setCompatibility(Self.compatibility, of: output.subject) }
        return id
    }
}
