/// The property that holds a field's value.
typealias FieldPath<Record, Value> = any WritableKeyPath<Record, Value> & Sendable

/// How the rows of a table of fields are written: by the property that holds the value.
extension Field {
    private init(
        _ name: String, _ tag: Int, _ shape: FieldShape, isOptional: Bool, _ text: String, since: Int,
        get: @escaping @Sendable (Record) -> FieldValue,
        set: @escaping @Sendable (inout Record, FieldValue) throws(FieldFault) -> Void
    ) {
        description = FieldDescription(
            name: name, tag: tag, shape: shape, isOptional: isOptional, text: text, since: since)
        self.get = get
        self.set = set
    }

    /// A text that is always there.
    static func text(
        _ name: String, _ tag: Int, _ path: FieldPath<Record, String>, _ text: String,
        form: TextForm = .free, since: Int = 1
    ) -> Field {
        Field(
            name, tag, .text(form), isOptional: false, text, since: since, get: { .text($0[keyPath: path]) },
            set: { (record, value) throws(FieldFault) in record[keyPath: path] = try value.text(name) })
    }

    /// A text that may be absent.
    static func text(
        _ name: String, _ tag: Int, _ path: FieldPath<Record, String?>, _ text: String,
        form: TextForm = .free, since: Int = 1
    ) -> Field {
        Field(
            name, tag, .text(form), isOptional: true, text, since: since,
            get: { $0[keyPath: path].map { .text($0) } ?? .null },
            set: { (record, value) throws(FieldFault) in
                record[keyPath: path] = value == .null ? nil : try value.text(name)
            })
    }

    /// A text made of others of the same record.
    static func derived(
        _ name: String, _ tag: Int, _ text: String, shape: FieldShape = .text(.free), since: Int = 1,
        get: @escaping @Sendable (Record) -> FieldValue
    ) -> Field {
        Field(
            name, tag, shape, isOptional: false, text, since: since, get: get,
            set: { (_, _) throws(FieldFault) in })
    }

    /// One of the words of an enumeration.
    static func word<Word: RawRepresentable<String> & CaseIterable & Sendable>(
        _ name: String, _ tag: Int, _ path: FieldPath<Record, Word>, _ text: String, since: Int = 1
    ) -> Field {
        Field(
            name, tag, .text(.words(Word.allCases.map(\.rawValue))), isOptional: false, text, since: since,
            get: { .text($0[keyPath: path].rawValue) },
            set: { (record, value) throws(FieldFault) in record[keyPath: path] = try value.word(name) })
    }

    /// One of the words of an enumeration, which may be absent.
    ///
    /// - Parameters:
    ///   - get: the word.
    ///   - set: puts it in.
    static func word<Word: RawRepresentable<String> & CaseIterable & Sendable>(
        _ name: String, _ tag: Int, _ text: String, since: Int = 1, get: @escaping @Sendable (Record) -> Word?,
        set: @escaping @Sendable (inout Record, Word) -> Void
    ) -> Field {
        Field(
            name, tag, .text(.words(Word.allCases.map(\.rawValue))), isOptional: true, text, since: since,
            get: { get($0).map { .text($0.rawValue) } ?? .null },
            set: { (record, value) throws(FieldFault) in
                if value != .null { set(&record, try value.word(name)) }
            })
    }

    /// A whole number that is always there.
    static func integer<Number: FixedWidthInteger & Sendable>(
        _ name: String, _ tag: Int, _ path: FieldPath<Record, Number>, _ text: String,
        in range: ClosedRange<Int64>? = nil, since: Int = 1
    ) -> Field {
        Field(
            name, tag, .integer(range), isOptional: false, text, since: since,
            get: { .integer(Int64($0[keyPath: path])) },
            set: { (record, value) throws(FieldFault) in record[keyPath: path] = try value.integer(name) })
    }

    /// A whole number that may be absent.
    static func integer<Number: FixedWidthInteger & Sendable>(
        _ name: String, _ tag: Int, _ path: FieldPath<Record, Number?>, _ text: String,
        in range: ClosedRange<Int64>? = nil, since: Int = 1
    ) -> Field {
        Field(
            name, tag, .integer(range), isOptional: true, text, since: since,
            get: { $0[keyPath: path].map { .integer(Int64($0)) } ?? .null },
            set: { (record, value) throws(FieldFault) in
                record[keyPath: path] = value == .null ? nil : try value.integer(name)
            })
    }

    /// An instant that may be absent.
    static func instant(
        _ name: String, _ tag: Int, _ text: String, since: Int = 1, get: @escaping @Sendable (Record) -> Int64?,
        set: @escaping @Sendable (inout Record, Int64?) throws(FieldFault) -> Void
    ) -> Field {
        Field(
            name, tag, .instant, isOptional: true, text, since: since, get: { get($0).map { .integer($0) } ?? .null },
            set: { (record, value) throws(FieldFault) in
                try set(&record, value == .null ? nil : value.integer(name))
            })
    }

    /// A whole number that may be absent and stands in a part of the record.
    static func integer(
        _ name: String, _ tag: Int, _ text: String, in range: ClosedRange<Int64>?, since: Int = 1,
        get: @escaping @Sendable (Record) -> Int64?, set: @escaping @Sendable (inout Record, Int64) -> Void
    ) -> Field {
        Field(
            name, tag, .integer(range), isOptional: true, text, since: since,
            get: { get($0).map { .integer($0) } ?? .null },
            set: { (record, value) throws(FieldFault) in
                if value != .null { set(&record, try value.integer(name)) }
            })
    }

    /// A text that may be absent and stands in a part of the record.
    static func text(
        _ name: String, _ tag: Int, _ text: String, form: TextForm = .free, since: Int = 1,
        get: @escaping @Sendable (Record) -> String?,
        set: @escaping @Sendable (inout Record, String) throws(FieldFault) -> Void
    ) -> Field {
        Field(
            name, tag, .text(form), isOptional: true, text, since: since, get: { get($0).map { .text($0) } ?? .null },
            set: { (record, value) throws(FieldFault) in
                if value != .null { try set(&record, value.text(name)) }
            })
    }

    /// A number between 0 and 1; JSON has no infinities, they count as 0 everywhere.
    static func share(
        _ name: String, _ tag: Int, _ path: FieldPath<Record, Double>, _ text: String, since: Int = 1
    ) -> Field {
        Field(
            name, tag, .share, isOptional: false, text, since: since,
            get: { .number($0[keyPath: path].finite) },
            set: { (record, value) throws(FieldFault) in record[keyPath: path] = try value.number(name) })
    }

    /// Numbers between 0 and 1 by name.
    static func shares(
        _ name: String, _ tag: Int, _ path: FieldPath<Record, [String: Double]>, _ text: String,
        since: Int = 1
    ) -> Field {
        Field(
            name, tag, .shares, isOptional: false, text, since: since,
            get: { record in
                .shares(record[keyPath: path].sorted { $0.key < $1.key }.map { ($0.key, $0.value.finite) })
            },
            set: { (record, value) throws(FieldFault) in
                guard case .shares(let shares) = value else { throw FieldFault(field: name, detail: "no map") }
                record[keyPath: path] = Dictionary(shares.map { ($0.name, $0.value) }) { _, last in last }
            })
    }

    /// True or false, or absent.
    static func boolean(
        _ name: String, _ tag: Int, _ path: FieldPath<Record, Bool?>, _ text: String, since: Int = 1
    ) -> Field {
        Field(
            name, tag, .boolean, isOptional: true, text, since: since,
            get: { $0[keyPath: path].map { .boolean($0) } ?? .null },
            set: { (record, value) throws(FieldFault) in
                record[keyPath: path] = value == .null ? nil : try value.boolean(name)
            })
    }

    /// A list of texts.
    static func texts(
        _ name: String, _ tag: Int, _ path: FieldPath<Record, [String]>, _ text: String, since: Int = 1
    ) -> Field {
        Field(
            name, tag, .texts(known: []), isOptional: false, text, since: since, get: { .texts($0[keyPath: path]) },
            set: { (record, value) throws(FieldFault) in record[keyPath: path] = try value.texts(name) })
    }

    /// A list of words, of which more may come: those that this version does not know are passed over when read.
    static func words<Word: RawRepresentable<String> & CaseIterable & Sendable>(
        _ name: String, _ tag: Int, _ path: FieldPath<Record, [Word]>, _ text: String, since: Int = 1
    ) -> Field {
        Field(
            name, tag, .texts(known: Word.allCases.map(\.rawValue)), isOptional: false, text, since: since,
            get: { .texts($0[keyPath: path].map(\.rawValue)) },
            set: { (record, value) throws(FieldFault) in
                record[keyPath: path] = try value.texts(name).compactMap { Word(rawValue: $0) }
            })
    }

    /// A list of flat records with fields of their own.
    ///
    /// - Parameter blank: what a record's fields are read into.
    static func list<Element: Sendable>(
        _ name: String, _ tag: Int, _ path: FieldPath<Record, [Element]>,
        of table: FieldTable<Element>, blank: Element, _ text: String, since: Int = 1
    ) -> Field {
        Field(
            name, tag, .records(table.shape), isOptional: false, text, since: since,
            get: { record in .records(record[keyPath: path].map { table.values(of: $0) }) },
            set: { (record, value) throws(FieldFault) in
                guard case .records(let rows) = value else { throw FieldFault(field: name, detail: "no list") }
                var elements: [Element] = []
                for row in rows {
                    var element = blank
                    do throws(FieldFault) {
                        try table.put(row, into: &element)
                    } catch {
                        throw FieldFault(field: "\(name).\(error.field)", detail: error.detail)
                    }
                    elements.append(element)
                }
                record[keyPath: path] = elements
            })
    }
}

/// The fields of a record, in the order they are written.
struct FieldTable<Record>: Sendable {
    /// The record as schemas describe it.
    let shape: RecordShape
    /// Its fields.
    let fields: [Field<Record>]

    init(_ name: String, title: String, _ text: String, _ fields: [Field<Record>]) {
        shape = RecordShape(name: name, title: title, text: text, fields: fields.map(\.description))
        self.fields = fields
    }

    /// The values of a record, in the fields' order.
    func values(of record: Record) -> [FieldValue] { fields.map { $0.get(record) } }

    /// Puts values that were read, in the fields' order, into a record.
    func put(_ values: [FieldValue], into record: inout Record) throws(FieldFault) {
        for (field, value) in zip(fields, values) { try field.set(&record, value) }
    }
}

extension FieldValue {
    fileprivate func text(_ field: String) throws(FieldFault) -> String {
        guard case .text(let text) = self else { throw FieldFault(field: field, detail: "no text") }
        return text
    }

    fileprivate func word<Word: RawRepresentable<String> & CaseIterable>(_ field: String) throws(FieldFault) -> Word {
        let text = try text(field)
        guard let word = Word(rawValue: text) else {
            let words = Word.allCases.map(\.rawValue).joined(separator: ", ")
            throw FieldFault(field: field, detail: "\"\(utf8Prefix(text, bytes: 64))\" is none of \(words)")
        }
        return word
    }

    fileprivate func integer<Number: FixedWidthInteger>(_ field: String) throws(FieldFault) -> Number {
        guard case .integer(let number) = self, let number = Number(exactly: number) else {
            throw FieldFault(field: field, detail: "no whole number, or one out of range")
        }
        return number
    }

    fileprivate func number(_ field: String) throws(FieldFault) -> Double {
        switch self {
        case .number(let number): return number
        case .integer(let number): return Double(number)
        default: throw FieldFault(field: field, detail: "no number")
        }
    }

    fileprivate func boolean(_ field: String) throws(FieldFault) -> Bool {
        guard case .boolean(let value) = self else { throw FieldFault(field: field, detail: "neither true nor false") }
        return value
    }

    fileprivate func texts(_ field: String) throws(FieldFault) -> [String] {
        guard case .texts(let texts) = self else { throw FieldFault(field: field, detail: "no list of texts") }
        return texts
    }
}

extension Double {
    fileprivate var finite: Double { isFinite ? self : 0 }
}
