import Pages

/// Writes records by their table of fields as JSON, in the fields' order.
enum JSONRecord {
    static func write<Record>(_ record: Record, _ table: FieldTable<Record>, to json: inout JSONWriter) {
        json.object { json in
            for field in table.fields {
                json.name(field.description.name)
                write(field.get(record), field.description.shape, to: &json)
            }
        }
    }

    private static func write(_ value: FieldValue, _ shape: FieldShape, to json: inout JSONWriter) {
        switch value {
        case .null: json.null()
        case .text(let text): json.string(text)
        case .lines(let lines): json.string(joining: lines)
        case .integer(let number): json.integer(number)
        case .number(let number): json.number(number)
        case .boolean(let value): json.boolean(value)
        case .texts(let texts): json.array(texts) { $0.string($1) }
        case .shares(let shares):
            json.object { json in
                for share in shares {
                    json.name(escaping: share.name)
                    json.number(share.value)
                }
            }
        case .records(let rows):
            guard case .records(let nested) = shape else { return }
            json.array(rows) { json, row in
                json.object { json in
                    for (field, value) in zip(nested.fields, row) {
                        json.name(field.name)
                        write(value, field.shape, to: &json)
                    }
                }
            }
        }
    }
}

/// Writes records by their table of fields in Avro's binary encoding (Avro 1.11, "Binary encoding").
struct AvroWriter {
    private(set) var bytes: [UInt8]

    /// - Parameter bytes: what stands before, as a frame.
    init(after bytes: [UInt8] = [], capacity: Int = 0) {
        self.bytes = bytes
        self.bytes.reserveCapacity(bytes.count + capacity)
    }

    mutating func write<Record>(_ record: Record, _ table: FieldTable<Record>) {
        for field in table.fields { write(field.get(record), field.description) }
    }

    private mutating func write(_ value: FieldValue, _ field: FieldDescription) {
        // Of the union of null and the field's type, the branch's number.
        if field.isOptional { integer(value == .null ? 0 : 1) }
        switch value {
        case .null: break
        case .text(let text): string(text)
        case .lines(let lines):
            integer(Int64(lines.joinedCount))
            lines.forEachJoined { bytes.append(contentsOf: $0.utf8) }
        case .integer(let number): integer(number)
        case .number(let number): double(number)
        case .boolean(let value): bytes.append(value ? 1 : 0)
        case .texts(let texts): blocks(texts) { $0.string($1) }
        case .shares(let shares):
            blocks(shares) {
                $0.string($1.name)
                $0.double($1.value)
            }
        case .records(let rows):
            guard case .records(let nested) = field.shape else { return }
            blocks(rows) { writer, row in
                for (field, value) in zip(nested.fields, row) { writer.write(value, field) }
            }
        }
    }

    /// One block of all elements, and the empty one that ends a list or map.
    private mutating func blocks<Element>(_ elements: [Element], _ write: (inout AvroWriter, Element) -> Void) {
        if !elements.isEmpty { integer(Int64(elements.count)) }
        for element in elements { write(&self, element) }
        bytes.append(0)
    }

    private mutating func string(_ text: String) {
        integer(Int64(text.utf8.count))
        bytes.append(contentsOf: text.utf8)
    }

    private mutating func integer(_ number: Int64) {
        bytes.append(varint: UInt64(bitPattern: (number << 1) ^ (number >> 63)))
    }

    private mutating func double(_ number: Double) { bytes.append(littleEndian: number.bitPattern) }
}

/// Writes records by their table of fields as Protobuf messages (<https://protobuf.dev/programming-guides/encoding/>).
///
/// What is absent is not written, nor are zeros and empty texts of fields that are always there, as proto3 has it.
struct ProtobufWriter {
    private(set) var bytes: [UInt8]

    /// - Parameter bytes: what stands before, as a frame.
    init(after bytes: [UInt8] = [], capacity: Int = 0) {
        self.bytes = bytes
        self.bytes.reserveCapacity(bytes.count + capacity)
    }

    mutating func write<Record>(_ record: Record, _ table: FieldTable<Record>) {
        for field in table.fields { write(field.get(record), field.description) }
    }

    /// How a field's bytes are laid out.
    enum WireType: UInt64 {
        case varint = 0
        case fixed64 = 1
        case delimited = 2
        case fixed32 = 5
    }

    private mutating func write(_ value: FieldValue, _ field: FieldDescription) {
        let isWritten = field.isOptional
        switch value {
        case .null: break
        case .text(let text): if isWritten || !text.isEmpty { self.text(text, field.tag) }
        case .lines(let lines):
            let count = lines.joinedCount
            guard isWritten || count > 0 else { break }
            key(field.tag, .delimited)
            bytes.append(varint: UInt64(count))
            lines.forEachJoined { bytes.append(contentsOf: $0.utf8) }
        case .integer(let number):
            guard isWritten || number != 0 else { break }
            key(field.tag, .varint)
            bytes.append(varint: UInt64(bitPattern: number))
        case .number(let number): if isWritten || number != 0 { double(number, field.tag) }
        case .boolean(let value):
            guard isWritten || value else { break }
            key(field.tag, .varint)
            bytes.append(value ? 1 : 0)
        case .texts(let texts): for text in texts { self.text(text, field.tag) }
        case .shares(let shares):
            for share in shares {
                message(field.tag) { entry in
                    entry.text(share.name, 1)
                    entry.double(share.value, 2)
                }
            }
        case .records(let rows):
            guard case .records(let nested) = field.shape else { return }
            for row in rows {
                message(field.tag) { message in
                    for (field, value) in zip(nested.fields, row) { message.write(value, field) }
                }
            }
        }
    }

    private mutating func message(_ tag: Int, _ write: (inout ProtobufWriter) -> Void) {
        var inner = ProtobufWriter()
        write(&inner)
        key(tag, .delimited)
        bytes.append(varint: UInt64(inner.bytes.count))
        bytes += inner.bytes
    }

    private mutating func text(_ text: String, _ tag: Int) {
        key(tag, .delimited)
        bytes.append(varint: UInt64(text.utf8.count))
        bytes.append(contentsOf: text.utf8)
    }

    private mutating func double(_ number: Double, _ tag: Int) {
        key(tag, .fixed64)
        bytes.append(littleEndian: number.bitPattern)
    }

    private mutating func key(_ tag: Int, _ type: WireType) {
        bytes.append(varint: UInt64(tag) << 3 | type.rawValue)
    }
}

extension [UInt8] {
    /// Appends a number seven bits at a time, the lowest first.
    fileprivate mutating func append(varint number: UInt64) {
        var rest = number
        while rest >= 0x80 {
            append(UInt8(truncatingIfNeeded: rest) | 0x80)
            rest >>= 7
        }
        append(UInt8(rest))
    }

    fileprivate mutating func append(littleEndian number: UInt64) {
        for shift in stride(from: 0, to: 64, by: 8) { append(UInt8(truncatingIfNeeded: number >> UInt64(shift))) }
    }
}

extension [String] {
    /// Bytes of the texts with an LF between them.
    fileprivate var joinedCount: Int { reduce(0) { $0 + $1.utf8.count } + Swift.max(0, count - 1) }

    /// The texts and the LF between them, one after the other.
    fileprivate func forEachJoined(_ take: (String) -> Void) {
        for (index, text) in enumerated() {
            if index > 0 { take("\n") }
            take(text)
        }
    }
}
