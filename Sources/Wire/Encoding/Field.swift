/// One field of a record that Galley publishes: what every format, every schema and every reader is made from.
///
/// - Invariant: `get` gives a value of the field's shape, ``FieldValue/null`` only where it is optional.
struct Field<Record>: Sendable {
    /// The field apart from how its value is got.
    let description: FieldDescription
    /// The field's value in a record.
    let get: @Sendable (Record) -> FieldValue
    /// Puts a value that was read into a record; does nothing for a field that follows from others.
    let set: @Sendable (inout Record, FieldValue) throws(FieldFault) -> Void
}

/// A field as schemas describe it.
struct FieldDescription: Sendable, Equatable {
    /// The name in JSON, Avro and Protobuf.
    var name: String
    /// Its tag in Protobuf: never changed, never given to another field.
    var tag: Int
    /// What it holds.
    var shape: FieldShape
    /// Whether it may be absent: null in JSON and Avro.
    var isOptional: Bool
    /// What it means, for those who read the events.
    var text: String
    /// The first version of the schema that has it.
    var since: Int
}

/// What a field holds, whatever the format.
indirect enum FieldShape: Sendable, Equatable {
    /// A text.
    case text(TextForm)
    /// A whole number of 64 bits.
    case integer(ClosedRange<Int64>?)
    /// Milliseconds since 1970-01-01T00:00:00Z.
    case instant
    /// A number between 0 and 1.
    case share
    /// True or false.
    case boolean
    /// A list of texts; the words that are known, of which more may come.
    case texts(known: [String])
    /// Numbers between 0 and 1 by name.
    case shares
    /// A list of flat records.
    case records(RecordShape)

    /// A list or a map: empty, never absent.
    var isCollection: Bool {
        switch self {
        case .texts, .shares, .records: true
        case .text, .integer, .instant, .share, .boolean: false
        }
    }
}

/// What is known of a text.
enum TextForm: Sendable, Equatable {
    /// Any.
    case free
    /// One that matches a regular expression.
    case pattern(String)
    /// One of these words: more would be another version of the schema.
    case words([String])
    /// One of these words, of which more may come.
    case known([String])
}

/// A record's fields and what it is called.
struct RecordShape: Sendable, Equatable {
    /// The name in Avro and Protobuf.
    var name: String
    /// What it is, in a few words.
    var title: String
    /// What it means.
    var text: String
    /// Its fields in their order.
    var fields: [FieldDescription]
}

/// A field's value as it is written or was read.
enum FieldValue: Sendable, Equatable {
    case null
    case text(String)
    /// Texts that make one, an LF between them: written without joining them first.
    case lines([String])
    case integer(Int64)
    case number(Double)
    case boolean(Bool)
    case texts([String])
    /// By name, in the names' order.
    case shares([(name: String, value: Double)])
    /// Records as the values of their fields, in the fields' order.
    case records([[FieldValue]])

    static func == (one: FieldValue, other: FieldValue) -> Bool {
        switch (one, other) {
        case (.null, .null): true
        case (.text(let one), .text(let other)): one == other
        case (.lines(let one), .lines(let other)): one == other
        case (.integer(let one), .integer(let other)): one == other
        case (.number(let one), .number(let other)): one == other
        case (.boolean(let one), .boolean(let other)): one == other
        case (.texts(let one), .texts(let other)): one == other
        case (.shares(let one), .shares(let other)): one.elementsEqual(other, by: ==)
        case (.records(let one), .records(let other)): one == other
        default: false
        }
    }
}

/// A value that a field cannot have.
struct FieldFault: Error, Sendable, Equatable {
    var field: String
    var detail: String
}
