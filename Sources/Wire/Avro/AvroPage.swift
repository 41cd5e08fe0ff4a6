import Pages
import Text

extension PageDraft {
    /// Opens an envelope in Avro: a record whose fields have the names that members of JSON have.
    mutating func open(
        avro bytes: ArraySlice<UInt8>, _ schema: AvroSchema, _ id: UInt32, in room: PageRoom
    ) throws(PageFault) {
        let value: AvroValue
        do throws(AvroFault) {
            value = try AvroValue(bytes, schema)
        } catch {
            throw PageFault(
                .badEnvelope, stage: "decode", "the value is not as schema \(id) of the registry says: \(error)")
        }
        guard case .members = value else {
            throw PageFault(.badEnvelope, stage: "decode", "schema \(id) of the registry is none of a record")
        }
        try open(Envelope(value), room)
    }
}

extension AvroValue: EnvelopeMembers {
    func text(_ names: [String], orEmpty: Bool) -> String? {
        for name in names {
            if case .text(let text)? = self[name], orEmpty || !text.isEmpty { return text }
        }
        return nil
    }

    func flag(_ name: String) -> Bool? {
        guard case .boolean(let flag)? = self[name] else { return nil }
        return flag
    }

    func integer(_ names: [String]) -> Int? {
        for name in names {
            switch self[name] {
            case .integer(let number)?: return Int(number)
            case .text(let text)?: if let number = WholeNumber.of(text, in: .min...(.max)) { return number }
            default: continue
            }
        }
        return nil
    }

    func scalar(_ name: String) -> String? {
        if case .number(let number)? = self[name] { return number.description }
        return text([name]) ?? integer([name]).map { String($0) }
    }

    func instant(_ names: [String]) -> Int64? {
        for name in names {
            let found: Int64? =
                switch self[name] {
                case .integer(let number)?: Timestamp.parse(number: Double(number))
                case .number(let number)?: Timestamp.parse(number: number)
                case .text(let text)?: Timestamp.parse(stated: text)
                default: nil
                }
            if let found { return found }
        }
        return nil
    }

    func headers(_ name: String) -> [(name: String, value: String)]? {
        switch self[name] {
        case .members(let members)?:
            members.sorted { $0.name < $1.name }.flatMap { member in
                member.value.texts.map { (asciiLowercased(member.name), $0) }
            }
        case .list(let list)?:
            list.compactMap { field in
                guard let name = field.text(["name", "key"]), let value = field["value"]?.texts.first else {
                    return nil
                }
                return (asciiLowercased(name), value)
            }
        default: nil
        }
    }

    func bytes(_ name: String) -> [UInt8]? {
        guard case .bytes(let bytes)? = self[name] else { return nil }
        return bytes
    }

    func object(_ name: String) -> AvroValue? {
        guard case .members? = self[name] else { return nil }
        return self[name]
    }

    /// A text or bytes of one, or a list of such.
    private var texts: [String] {
        switch self {
        case .text(let text): [text]
        case .bytes(let bytes): utf8Text(bytes).map { [$0] } ?? []
        case .integer(let number): [String(number)]
        case .list(let list): list.flatMap(\.texts)
        default: []
        }
    }
}
