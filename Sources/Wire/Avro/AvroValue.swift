/// A value of Avro, apart from its schema.
indirect enum AvroValue: Sendable, Equatable {
    case null
    case boolean(Bool)
    case integer(Int64)
    case number(Double)
    case bytes([UInt8])
    case text(String)
    case list([AvroValue])
    /// A record's fields in their order, or a map's entries.
    case members([AvroMember])
}

/// A named value of a record or map.
struct AvroMember: Sendable, Equatable {
    var name: String
    var value: AvroValue
}

extension AvroValue {
    /// A member by its name.
    subscript(_ name: String) -> AvroValue? {
        guard case .members(let members) = self else { return nil }
        return members.first { $0.name == name }?.value
    }

    /// Reads a value by the schema that it was written with.
    ///
    /// Costs at most in proportion to the bytes: a length beyond them ends it, and so do more than ``AvroReader/mostValues`` values,
    /// as elements may take no bytes.
    ///
    /// - Throws: an ``AvroFault`` when the bytes are no such value.
    init(_ bytes: ArraySlice<UInt8>, _ schema: AvroSchema) throws(AvroFault) {
        var reader = AvroReader(bytes: bytes, schema: schema)
        self = try reader.value(schema.root, depth: 0)
        guard reader.isAtEnd else { throw AvroFault(offset: reader.offset, detail: "more bytes than the schema has") }
    }
}

/// Bytes that are not of their schema.
struct AvroFault: Error, Sendable, Equatable, CustomStringConvertible {
    /// Bytes from the value's beginning, its frame left out.
    var offset: Int
    var detail: String

    var description: String { "\(detail) at byte \(offset)" }
}

/// Reads Avro's binary encoding.
struct AvroReader {
    /// The most values of one record, nested ones included.
    static let mostValues = 1 << 20
    private static let mostDepth = 64

    private let bytes: ArraySlice<UInt8>
    private let schema: AvroSchema
    private var index: Int
    private var values = 0

    init(bytes: ArraySlice<UInt8>, schema: AvroSchema) {
        self.bytes = bytes
        self.schema = schema
        index = bytes.startIndex
    }

    var isAtEnd: Bool { index == bytes.endIndex }
    var offset: Int { index - bytes.startIndex }

    mutating func value(_ node: AvroSchema.Node, depth: Int) throws(AvroFault) -> AvroValue {
        values += 1
        guard values <= Self.mostValues else { throw fault("more than \(Self.mostValues) values") }
        guard depth < Self.mostDepth else { throw fault("values nest deeper than \(Self.mostDepth)") }
        switch node {
        case .null: return .null
        case .boolean: return .boolean(try take(1).first == 1)
        case .int, .long: return .integer(try integer())
        case .float: return .number(Double(Float(bitPattern: UInt32(truncatingIfNeeded: try littleEndian(4)))))
        case .double: return .number(Double(bitPattern: try littleEndian(8)))
        case .bytes: return .bytes(Array(try delimited()))
        case .string: return .text(try text())
        case .fixed(let size): return .bytes(Array(try take(size)))
        case .enumeration(let symbols): return .text(symbols[try choice(symbols.count, "symbols")])
        case .union(let branches): return try value(branches[try choice(branches.count, "branches")], depth: depth + 1)
        case .array(let element):
            return .list(
                try blocks { (reader) throws(AvroFault) in
                    try reader.value(element, depth: depth + 1)
                })
        case .map(let element):
            return .members(
                try blocks { (reader) throws(AvroFault) in
                    AvroMember(name: try reader.text(), value: try reader.value(element, depth: depth + 1))
                })
        case .record(let name):
            var members: [AvroMember] = []
            for member in schema.records[name] ?? [] {
                members.append(AvroMember(name: member.name, value: try value(member.type, depth: depth + 1)))
            }
            return .members(members)
        }
    }

    /// Blocks of elements up to an empty one; a count below zero is followed by the block's bytes.
    private mutating func blocks<Element>(
        _ element: (inout AvroReader) throws(AvroFault) -> Element
    ) throws(AvroFault) -> [Element] {
        var elements: [Element] = []
        while true {
            var count = try integer()
            guard count != 0 else { return elements }
            if count < 0 {
                guard count > -Int64(Self.mostValues) - 1 else { throw fault("a block of \(count) elements") }
                count = -count
                _ = try integer()
            }
            guard count <= Int64(Self.mostValues) else { throw fault("a block of \(count) elements") }
            for _ in 0..<count { elements.append(try element(&self)) }
        }
    }

    private mutating func choice(_ count: Int, _ what: String) throws(AvroFault) -> Int {
        let number = try integer()
        guard (0..<Int64(count)).contains(number) else { throw fault("number \(number) of \(count) \(what)") }
        return Int(number)
    }

    private mutating func text() throws(AvroFault) -> String {
        guard let text = utf8Text(try delimited()) else { throw fault("a text that is not UTF-8") }
        return text
    }

    private mutating func delimited() throws(AvroFault) -> ArraySlice<UInt8> {
        let count = try integer()
        guard count >= 0, count <= Int64(bytes.endIndex - index) else {
            throw fault("\(count) bytes where \(bytes.endIndex - index) are left")
        }
        return try take(Int(count))
    }

    private mutating func take(_ count: Int) throws(AvroFault) -> ArraySlice<UInt8> {
        guard count <= bytes.endIndex - index else { throw fault("the value ends early") }
        defer { index += count }
        return bytes[index..<index + count]
    }

    private mutating func littleEndian(_ count: Int) throws(AvroFault) -> UInt64 {
        try take(count).reversed().reduce(0) { $0 << 8 | UInt64($1) }
    }

    /// A zigzag varint of at most ten bytes.
    private mutating func integer() throws(AvroFault) -> Int64 {
        var number: UInt64 = 0
        for shift in stride(from: UInt64(0), to: 70, by: 7) {
            guard index < bytes.endIndex else { throw fault("the value ends early") }
            let byte = bytes[index]
            index += 1
            number |= UInt64(byte & 0x7F) << shift
            if byte < 0x80 { return Int64(bitPattern: number >> 1) ^ -Int64(number & 1) }
        }
        throw fault("a number of more than ten bytes")
    }

    private func fault(_ detail: String) -> AvroFault { AvroFault(offset: offset, detail: detail) }
}
