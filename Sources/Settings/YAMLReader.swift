import CYAML

/// Reads a YAML document with libyaml, bounded in bytes, depth and values; anchors, aliases and tags are refused.
enum YAMLReader {
    /// The document of a file.
    static func read(_ bytes: [UInt8]) throws(YAMLFault) -> YAMLNode {
        guard bytes.count <= YAMLBounds.bytes else {
            throw YAMLFault(line: 1, detail: "the file has more than \(YAMLBounds.bytes) bytes")
        }
        guard let parser = YAMLParser(bytes) else { throw YAMLFault(line: 1, detail: "libyaml has no memory") }
        var builder = YAMLBuilder()
        while true {
            let (event, line) = try parser.next()
            if event == .streamEnd { return builder.document }
            try builder.take(event, line: line)
        }
    }
}

/// The owner of a libyaml parser and of the bytes it reads.
///
/// A class, as libyaml keeps pointers into both; not `Sendable`, it never leaves ``YAMLReader``.
@safe private final class YAMLParser {
    private let parser: UnsafeMutablePointer<yaml_parser_t>
    private let input: UnsafeMutableBufferPointer<UInt8>

    init?(_ bytes: [UInt8]) {
        unsafe parser = .allocate(capacity: 1)
        unsafe parser.initialize(to: yaml_parser_t())
        unsafe input = .allocate(capacity: max(1, bytes.count))
        _ = unsafe input.update(fromContentsOf: bytes)
        guard unsafe yaml_parser_initialize(parser) == 1 else { return nil }
        unsafe yaml_parser_set_input_string(parser, input.baseAddress, bytes.count)
    }

    deinit {
        // After a failed initialization libyaml has zeroed the parser; deleting that is harmless.
        unsafe yaml_parser_delete(parser)
        unsafe parser.deallocate()
        unsafe input.deallocate()
    }

    /// The next event and its line.
    func next() throws(YAMLFault) -> (YAMLEvent, Int) {
        var event = unsafe yaml_event_t()
        guard unsafe yaml_parser_parse(parser, &event) == 1 else { throw fault() }
        defer { unsafe yaml_event_delete(&event) }
        let line = unsafe Int(clamping: event.start_mark.line) + 1
        return unsafe (try Self.translate(event, line), line)
    }

    private static func translate(_ event: yaml_event_t, _ line: Int) throws(YAMLFault) -> YAMLEvent {
        switch unsafe event.type {
        case YAML_SCALAR_EVENT:
            let scalar = unsafe event.data.scalar
            try unsafe refuse(anchor: scalar.anchor, tag: scalar.tag, line)
            let text = unsafe UnsafeBufferPointer(start: scalar.value, count: scalar.length)
            return unsafe .scalar(
                String(decoding: text, as: UTF8.self), isPlain: scalar.style == YAML_PLAIN_SCALAR_STYLE)
        case YAML_SEQUENCE_START_EVENT:
            try unsafe refuse(anchor: event.data.sequence_start.anchor, tag: event.data.sequence_start.tag, line)
            return .sequenceStart
        case YAML_MAPPING_START_EVENT:
            try unsafe refuse(anchor: event.data.mapping_start.anchor, tag: event.data.mapping_start.tag, line)
            return .mappingStart
        case YAML_SEQUENCE_END_EVENT: return .sequenceEnd
        case YAML_MAPPING_END_EVENT: return .mappingEnd
        case YAML_ALIAS_EVENT: return .alias
        case YAML_DOCUMENT_START_EVENT: return .documentStart
        case YAML_STREAM_END_EVENT, YAML_NO_EVENT: return .streamEnd
        default: return .other
        }
    }

    private static func refuse(
        anchor: UnsafeMutablePointer<yaml_char_t>?, tag: UnsafeMutablePointer<yaml_char_t>?, _ line: Int
    ) throws(YAMLFault) {
        if unsafe anchor != nil {
            throw YAMLFault(line: line, detail: "anchors and aliases are not read; write the value out")
        }
        if unsafe tag != nil {
            throw YAMLFault(line: line, detail: "tags (!...) are not read; quote a text that begins with !")
        }
    }

    private func fault() -> YAMLFault {
        let problem = unsafe parser.pointee.problem.map { unsafe String(cString: $0) } ?? "it cannot be read"
        let context = unsafe parser.pointee.context.map { unsafe String(cString: $0) + ", " } ?? ""
        let line = unsafe Int(clamping: parser.pointee.problem_mark.line) + 1
        return YAMLFault(line: line, detail: "no YAML: \(context)\(problem)")
    }
}
