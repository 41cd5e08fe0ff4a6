/// Writes one JSON value as UTF-8 bytes: members in the order they are given, no spaces, non-ASCII text and slashes as they
/// are. Deterministic: the same calls give the same bytes.
///
/// By hand as JSONEncoder orders members by name and takes several times as long.
struct JSONWriter {
    /// What was written.
    private(set) var bytes: [UInt8] = []
    /// Whether the next member or element needs a comma before it.
    private var needsComma = false

    init(capacity: Int = 0) { bytes.reserveCapacity(capacity) }

    // MARK: Structure

    /// Writes an object whose members `content` writes.
    mutating func object(_ content: (inout JSONWriter) -> Void) {
        open(UInt8(ascii: "{"))
        content(&self)
        close(UInt8(ascii: "}"))
    }

    /// Writes an array of one element a call of `element`.
    mutating func array<Elements: Sequence>(
        _ elements: Elements, _ element: (inout JSONWriter, Elements.Element) -> Void
    ) {
        open(UInt8(ascii: "["))
        for each in elements { element(&self, each) }
        close(UInt8(ascii: "]"))
    }

    /// Writes a member's name; its value follows. Names are literals of ours without anything to escape.
    mutating func name(_ name: StaticString) {
        separate()
        bytes.append(UInt8(ascii: "\""))
        bytes.append(contentsOf: "\(name)".utf8)
        bytes.append(UInt8(ascii: "\""))
        bytes.append(UInt8(ascii: ":"))
        needsComma = false
    }

    /// Writes a member's name that is not known to be free of quotes.
    mutating func name(escaping name: String) {
        string(name)
        bytes.append(UInt8(ascii: ":"))
        needsComma = false
    }

    // MARK: Values

    /// Writes a text.
    mutating func string(_ text: String) {
        separate()
        bytes.append(UInt8(ascii: "\""))
        escaped(text)
        bytes.append(UInt8(ascii: "\""))
    }

    /// Writes texts as one text, an LF between them, without joining them first.
    mutating func string(joining texts: [String]) {
        separate()
        bytes.append(UInt8(ascii: "\""))
        for (index, text) in texts.enumerated() {
            if index > 0 { bytes.append(contentsOf: [UInt8(ascii: "\\"), UInt8(ascii: "n")]) }
            escaped(text)
        }
        bytes.append(UInt8(ascii: "\""))
    }

    /// Writes a text, or null.
    mutating func string(_ text: String?) {
        if let text { string(text) } else { null() }
    }

    /// Writes a whole number.
    mutating func integer(_ number: some BinaryInteger) { plain(String(number)) }

    /// Writes a number in the fewest digits that read back as the same; JSON has no infinities, they count as 0.
    mutating func number(_ number: Double) { plain(number.isFinite ? number.description : "0.0") }

    /// Writes true or false.
    mutating func boolean(_ value: Bool) { plain(value ? "true" : "false") }

    /// Writes null.
    mutating func null() { plain("null") }

    // MARK: Parts

    private mutating func open(_ bracket: UInt8) {
        separate()
        bytes.append(bracket)
        needsComma = false
    }

    private mutating func close(_ bracket: UInt8) {
        bytes.append(bracket)
        needsComma = true
    }

    private mutating func separate() {
        if needsComma { bytes.append(UInt8(ascii: ",")) }
        needsComma = true
    }

    private mutating func plain(_ text: String) {
        separate()
        bytes.append(contentsOf: text.utf8)
    }

    /// Texts without anything to escape, nearly all, are copied whole; the others byte by byte.
    private mutating func escaped(_ text: String) {
        let source = text.utf8Span.span
        guard let first = Self.firstToEscape(source) else {
            bytes.append(contentsOf: text.utf8)
            return
        }
        bytes.append(contentsOf: text.utf8.prefix(first))
        for index in first..<source.count { escaped(source[index]) }
    }

    private static func firstToEscape(_ source: Span<UInt8>) -> Int? {
        for index in source.indices where needsEscape[Int(source[index])] { return index }
        return nil
    }

    private mutating func escaped(_ byte: UInt8) {
        guard Self.needsEscape[Int(byte)] else {
            bytes.append(byte)
            return
        }
        bytes.append(UInt8(ascii: "\\"))
        if let letter = Self.shortEscapes[byte] {
            bytes.append(letter)
        } else {
            bytes.append(contentsOf: [0x75, 0x30, 0x30, hexDigits[Int(byte >> 4)], hexDigits[Int(byte & 15)]])
        }
    }

    /// RFC 8259, section 7: quotation mark, reverse solidus and the control characters.
    private static let needsEscape: [Bool] = (0...255).map { $0 < 0x20 || $0 == 0x22 || $0 == 0x5C }

    private static let shortEscapes: [UInt8: UInt8] = [
        0x22: 0x22, 0x5C: 0x5C, 0x08: 0x62, 0x0C: 0x66, 0x0A: 0x6E, 0x0D: 0x72, 0x09: 0x74,
    ]
}

extension JSONWriter {
    /// Writes a member that is a text or null.
    mutating func member(_ name: StaticString, _ text: String?) {
        self.name(name)
        string(text)
    }

    /// Writes a member that is a list of texts.
    mutating func member(_ name: StaticString, _ texts: [String]) {
        self.name(name)
        array(texts) { $0.string($1) }
    }

    /// Writes a member that is a whole number or null.
    mutating func member<Number: BinaryInteger>(_ name: StaticString, _ number: Number?) {
        self.name(name)
        if let number { integer(number) } else { null() }
    }

    /// Writes a member that is true, false or null.
    mutating func member(_ name: StaticString, _ value: Bool?) {
        self.name(name)
        if let value { boolean(value) } else { null() }
    }
}
