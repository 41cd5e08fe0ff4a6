/// How the value of an input record holds its page: `input.format`.
public enum InputFormat: String, Sendable, CaseIterable {
    /// By the content type, then by the first bytes of the value.
    case auto
    /// The value is the page.
    case raw
    /// A JSON object with the page in one of its fields.
    case json
    /// A structured CloudEvent.
    case cloudevents
    /// One WARC record that holds a page: `response`, `resource` or `conversion`.
    case warc
    /// A MIME message as browsers save pages (MHTML, RFC 2557).
    case mhtml
    /// Avro in Confluent's wire format, its fields named as those of JSON.
    case avro
}

/// What a value was recognised as.
enum ValueShape: Equatable {
    /// The page itself.
    case page
    /// A JSON object, or an array of such, from some byte on. `declared`: a failure to parse is a fault, not a sign of a page.
    case json(start: Int, declared: Bool)
    /// A WARC record.
    case warc
    /// A MIME message.
    case mhtml
    /// A value that names its schema in a registry.
    case framed(schemaID: UInt32)
    /// One that should, and does not.
    case unframed
    /// A content type that names something that is not read.
    case unsupported(String)
}

extension ValueShape {
    /// Recognises a value whose content coding is removed.
    ///
    /// A content type that names a document settles it: such a page may begin with anything. Only a missing type, or one
    /// that says nothing, lets the first bytes speak.
    static func recognise(_ value: [UInt8], format: InputFormat, contentType: String?) -> ValueShape {
        switch format {
        case .raw: return .page
        case .warc: return .warc
        case .mhtml: return .mhtml
        case .avro: return SchemaFrame.id(of: value).map { .framed(schemaID: $0) } ?? .unframed
        case .json, .cloudevents: return framing(of: value) ?? .json(start: 0, declared: true)
        case .auto: break
        }
        guard let type = contentType.map(mediaType), !opaqueTypes.contains(type) else { return sniff(value) }
        if type == "application/warc" { return .warc }
        if MIMEEntity.messageTypes.contains(type) { return .mhtml }
        if type == "application/cloudevents-batch+json" { return .unsupported(type) }
        if type == "application/avro" || type.hasSuffix("+avro") || type == "avro/binary" {
            return SchemaFrame.id(of: value).map { .framed(schemaID: $0) } ?? .unframed
        }
        if type == "application/json" || type.hasSuffix("+json") {
            return framing(of: value) ?? .json(start: 0, declared: true)
        }
        return .page
    }

    /// Content types that say nothing about the value.
    private static let opaqueTypes: Set<String> = ["", "application/octet-stream", "binary/octet-stream"]

    private static func sniff(_ value: [UInt8]) -> ValueShape {
        if value.starts(with: "WARC/1.".utf8) { return .warc }
        if MIMEEntity.isSavedPage(value) { return .mhtml }
        if let framed = framing(of: value) { return framed }
        let start = firstText(of: value)
        guard start < value.count else { return .page }
        let isObject = value[start] == UInt8(ascii: "{")
        let isArray =
            value[start] == UInt8(ascii: "[")
            && value[(start + 1)...].first(where: { !isSpace($0) }) == UInt8(ascii: "{")
        return isObject || isArray ? .json(start: start, declared: false) : .page
    }

    /// The Confluent wire format: a zero byte, a schema id of four bytes, the body.
    ///
    /// Ids are small serial numbers, so the second byte is zero too; that keeps UTF-16 pages without a byte order mark
    /// (zero, then a letter) and runs of zeros (id 0 is never given out) from being taken for a frame.
    private static func framing(of value: [UInt8]) -> ValueShape? {
        guard value.count > SchemaFrame.length, value[1] == 0, let id = SchemaFrame.id(of: value) else { return nil }
        var start = SchemaFrame.length
        while start < value.count, isSpace(value[start]) { start += 1 }
        let isJSON = start < value.count && value[start] == UInt8(ascii: "{")
        return isJSON ? .json(start: start, declared: true) : .framed(schemaID: id)
    }
}

/// The media type alone: lower case, without parameters.
func mediaType(_ contentType: String) -> String {
    let type = contentType.utf8.prefix { $0 != UInt8(ascii: ";") }
    return String(decoding: trimmed(Array(type)[...]), as: UTF8.self).lowercased()
}

/// Where the text of a value begins: past a UTF-8 byte order mark and white space.
private func firstText(of value: [UInt8]) -> Int {
    var index = value.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
    while index < value.count, isSpace(value[index]) { index += 1 }
    return index
}
