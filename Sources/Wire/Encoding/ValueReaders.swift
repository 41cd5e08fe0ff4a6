import Foundation
import Pages

/// Reads records by their table of fields, by name (JSON, Avro) or tag (Protobuf): what this version does not know is passed over,
/// what a record of an older schema has not is absent.
enum RecordReading {
    /// From bare JSON.
    static func values(json: [UInt8], _ shape: RecordShape) throws(FieldFault) -> [FieldValue] {
        let decoder = JSONDecoder()
        if let key = Document.key { decoder.userInfo[key] = shape }
        do {
            return try decoder.decode(Document.self, from: Data(json)).values
        } catch {
            throw (error as? FieldFault) ?? FieldFault(field: field(of: error), detail: words(for: error))
        }
    }

    /// From Avro, read by the schema it was written with.
    static func values(avro value: AvroValue, _ shape: RecordShape) throws(FieldFault) -> [FieldValue] {
        guard case .members(let members) = value else { throw FieldFault(field: shape.name, detail: "no record") }
        let byName = Dictionary(members.map { ($0.name, $0.value) }) { first, _ in first }
        var values: [FieldValue] = []
        for field in shape.fields { values.append(try self.value(byName[field.name] ?? .null, field)) }
        return values
    }

    private static func value(_ value: AvroValue, _ field: FieldDescription) throws(FieldFault) -> FieldValue {
        switch (value, field.shape) {
        case (.null, _): return try field.absent
        case (.text(let text), .text): return .text(text)
        case (.integer(let number), .integer), (.integer(let number), .instant): return .integer(number)
        case (.number(let number), .share): return .number(number)
        case (.boolean(let value), .boolean): return .boolean(value)
        case (.list(let list), .texts):
            return .texts(list.compactMap { if case .text(let text) = $0 { text } else { nil } })
        case (.members(let members), .shares):
            return .shares(
                members.compactMap { if case .number(let share) = $0.value { ($0.name, share) } else { nil } })
        case (.list(let list), .records(let nested)):
            var rows: [[FieldValue]] = []
            for element in list { rows.append(try values(avro: element, nested)) }
            return .records(rows)
        default: throw FieldFault(field: field.name, detail: "another kind of value")
        }
    }

    private static func field(of error: any Error) -> String {
        switch error as? DecodingError {
        case .typeMismatch(_, let context), .valueNotFound(_, let context), .dataCorrupted(let context):
            context.codingPath.map(\.stringValue).joined(separator: ".")
        case .keyNotFound(let key, _): key.stringValue
        case nil: ""
        @unknown default: ""
        }
    }

    private static func words(for error: any Error) -> String {
        switch error as? DecodingError {
        case .dataCorrupted: "no JSON"
        case .keyNotFound, .valueNotFound: "absent"
        default: "another kind of value"
        }
    }

    /// A record as Foundation reads it.
    private struct Document: Decodable {
        static let key = CodingUserInfoKey(rawValue: "shape")
        let values: [FieldValue]

        init(from decoder: any Decoder) throws {
            let shape = Document.key.flatMap { decoder.userInfo[$0] as? RecordShape }
            values = try Document.values(of: decoder.container(keyedBy: Member.self), shape?.fields ?? [])
        }

        private static func values(
            of members: KeyedDecodingContainer<Member>, _ fields: [FieldDescription]
        ) throws -> [FieldValue] {
            try fields.map { try value(of: members, $0, Member($0.name)) }
        }

        private static func value(
            of members: KeyedDecodingContainer<Member>, _ field: FieldDescription, _ key: Member
        ) throws -> FieldValue {
            guard members.contains(key), try !members.decodeNil(forKey: key) else { return try field.absent }
            switch field.shape {
            case .text: return .text(try members.decode(String.self, forKey: key))
            case .integer, .instant: return .integer(try members.decode(Int64.self, forKey: key))
            case .share: return .number(try members.decode(Double.self, forKey: key))
            case .boolean: return .boolean(try members.decode(Bool.self, forKey: key))
            case .texts: return .texts(try members.decode([String].self, forKey: key))
            case .shares:
                let shares = try members.decode([String: Double].self, forKey: key)
                return .shares(shares.sorted { $0.key < $1.key }.map { ($0.key, $0.value) })
            case .records(let nested):
                var list = try members.nestedUnkeyedContainer(forKey: key)
                var rows: [[FieldValue]] = []
                while !list.isAtEnd {
                    rows.append(try values(of: list.nestedContainer(keyedBy: Member.self), nested.fields))
                }
                return .records(rows)
            }
        }
    }
}

extension FieldDescription {
    /// What a field that is not there counts as.
    fileprivate var absent: FieldValue {
        get throws(FieldFault) {
            if isOptional { return .null }
            // Of the first version none may be left out; what came later is empty in what was written before.
            guard since > 1 else { throw FieldFault(field: name, detail: "absent") }
            return empty
        }
    }

    /// The value of a field that says nothing.
    var empty: FieldValue {
        if isOptional { return .null }
        return switch shape {
        case .text: .text("")
        case .integer, .instant: .integer(0)
        case .share: .number(0)
        case .boolean: .boolean(false)
        case .texts: .texts([])
        case .shares: .shares([])
        case .records: .records([])
        }
    }
}

/// Reads Protobuf messages by their table of fields.
struct ProtobufReader {
    private let bytes: ArraySlice<UInt8>
    private var index: Int

    init(_ bytes: ArraySlice<UInt8>) {
        self.bytes = bytes
        index = bytes.startIndex
    }

    /// The values of a message, in the fields' order.
    mutating func values(_ shape: RecordShape) throws(FieldFault) -> [FieldValue] {
        var values = shape.fields.map(\.empty)
        let places = Dictionary(shape.fields.enumerated().map { ($1.tag, $0) }) { first, _ in first }
        while index < bytes.endIndex {
            let key = try varint(shape.name)
            guard let type = ProtobufWriter.WireType(rawValue: key & 7) else {
                throw FieldFault(field: shape.name, detail: "a value of unknown layout")
            }
            guard let place = places[Int(truncatingIfNeeded: key >> 3)] else {
                try skip(type, shape.name)
                continue
            }
            try add(shape.fields[place], type, to: &values[place])
        }
        return values
    }

    private mutating func add(
        _ field: FieldDescription, _ type: ProtobufWriter.WireType, to value: inout FieldValue
    ) throws(FieldFault) {
        switch (field.shape, type, value) {
        case (.text, .delimited, _): value = .text(try text(field.name))
        case (.integer, .varint, _), (.instant, .varint, _):
            value = .integer(Int64(bitPattern: try varint(field.name)))
        case (.share, .fixed64, _): value = .number(try double(field.name))
        case (.boolean, .varint, _): value = .boolean(try varint(field.name) != 0)
        case (.texts, .delimited, .texts(var texts)):
            value = .null
            texts.append(try text(field.name))
            value = .texts(texts)
        case (.shares, .delimited, .shares(var shares)):
            var entry = ProtobufReader(try delimited(field.name))
            let pair = try entry.values(Self.entry)
            guard case .text(let name) = pair[0], case .number(let share) = pair[1] else { return }
            value = .null
            shares.append((name, share))
            value = .shares(shares)
        case (.records(let nested), .delimited, .records(var rows)):
            var message = ProtobufReader(try delimited(field.name))
            value = .null
            rows.append(try message.values(nested))
            value = .records(rows)
        default: throw FieldFault(field: field.name, detail: "another kind of value")
        }
    }

    /// An entry of a map.
    private static let entry = RecordShape(
        name: "Entry", title: "", text: "",
        fields: [
            FieldDescription(name: "key", tag: 1, shape: .text(.free), isOptional: false, text: "", since: 1),
            FieldDescription(name: "value", tag: 2, shape: .share, isOptional: false, text: "", since: 1),
        ])

    private mutating func skip(_ type: ProtobufWriter.WireType, _ field: String) throws(FieldFault) {
        switch type {
        case .varint: _ = try varint(field)
        case .fixed64: _ = try take(8, field)
        case .fixed32: _ = try take(4, field)
        case .delimited: _ = try delimited(field)
        }
    }

    private mutating func text(_ field: String) throws(FieldFault) -> String {
        guard let text = utf8Text(try delimited(field)) else {
            throw FieldFault(field: field, detail: "a text that is not UTF-8")
        }
        return text
    }

    private mutating func double(_ field: String) throws(FieldFault) -> Double {
        Double(bitPattern: try take(8, field).reversed().reduce(0) { $0 << 8 | UInt64($1) })
    }

    private mutating func delimited(_ field: String) throws(FieldFault) -> ArraySlice<UInt8> {
        let count = try varint(field)
        guard count <= UInt64(bytes.endIndex - index) else {
            throw FieldFault(field: field, detail: "the value ends early")
        }
        return try take(Int(count), field)
    }

    private mutating func take(_ count: Int, _ field: String) throws(FieldFault) -> ArraySlice<UInt8> {
        guard count <= bytes.endIndex - index else { throw FieldFault(field: field, detail: "the value ends early") }
        defer { index += count }
        return bytes[index..<index + count]
    }

    private mutating func varint(_ field: String) throws(FieldFault) -> UInt64 {
        var number: UInt64 = 0
        for shift in stride(from: UInt64(0), to: 70, by: 7) {
            guard index < bytes.endIndex else { break }
            let byte = bytes[index]
            index += 1
            number |= UInt64(byte & 0x7F) << shift
            if byte < 0x80 { return number }
        }
        throw FieldFault(field: field, detail: "a number without an end")
    }
}
