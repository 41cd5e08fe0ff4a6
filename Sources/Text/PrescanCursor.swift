/// The position of the prescan, its steps named as in the HTML standard.
struct PrescanCursor: ~Escapable {
    private let bytes: Span<UInt8>
    private var position = 0

    @_lifetime(copy bytes)
    init(_ bytes: Span<UInt8>) {
        self.bytes = bytes
    }

    mutating func run() -> Charset? {
        while position < bytes.count {
            guard bytes[position] == UInt8(ascii: "<") else {
                position += 1
                continue
            }
            if Self.matches("<!--", in: bytes, at: position) {
                skipComment()
            } else if startsMeta() {
                position += 5
                if let charset = meta() { return charset }
            } else if startsTag() {
                skipTag()
            } else if startsBogusComment() {
                skip(to: UInt8(ascii: ">"))
            }
            position += 1
        }
        return nil
    }

    private func startsMeta() -> Bool {
        guard Self.matches("<meta", in: bytes, at: position), position + 5 < bytes.count else { return false }
        return Self.isSpace(bytes[position + 5]) || bytes[position + 5] == UInt8(ascii: "/")
    }

    private func startsTag() -> Bool {
        guard position + 1 < bytes.count else { return false }
        if Self.isLetter(bytes[position + 1]) { return true }
        return bytes[position + 1] == UInt8(ascii: "/") && position + 2 < bytes.count
            && Self.isLetter(bytes[position + 2])
    }

    private func startsBogusComment() -> Bool {
        guard position + 1 < bytes.count else { return false }
        let next = bytes[position + 1]
        return next == UInt8(ascii: "!") || next == UInt8(ascii: "/") || next == UInt8(ascii: "?")
    }

    /// Leaves the position on the `>` that ends the comment; `<!-->` is a whole one.
    private mutating func skipComment() {
        position += 2
        while position < bytes.count {
            if Self.matches("-->", in: bytes, at: position) {
                position += 2
                return
            }
            position += 1
        }
    }

    private mutating func skip(to byte: UInt8) {
        while position < bytes.count, bytes[position] != byte { position += 1 }
    }

    private mutating func skipTag() {
        while position < bytes.count, !Self.isSpace(bytes[position]), bytes[position] != UInt8(ascii: ">") {
            position += 1
        }
        while attribute() != nil {}
    }

    private mutating func meta() -> Charset? {
        var seen: Set<[UInt8]> = []
        var gotPragma = false
        var needsPragma: Bool?
        var label: String?
        while let (name, value) = attribute() {
            guard seen.count < 64, seen.insert(name).inserted else { continue }
            if Self.equals(name, "http-equiv") {
                gotPragma = gotPragma || Self.equals(value, "content-type")
            } else if Self.equals(name, "content"), label == nil {
                guard let found = MetaPrescan.charsetParameter(in: value.span), Charset(label: found) != nil else {
                    continue
                }
                label = found
                needsPragma = true
            } else if Self.equals(name, "charset") {
                label = String(decoding: value, as: UTF8.self)
                needsPragma = false
            }
        }
        guard let needsPragma, let label, !needsPragma || gotPragma, let charset = Charset(label: label) else {
            return nil
        }
        return Self.substituted(charset)
    }

    private static func substituted(_ charset: Charset) -> Charset {
        switch charset.name {
        case "UTF-16LE", "UTF-16BE": .utf8
        case "x-user-defined": .windows1252
        default: charset
        }
    }

    /// The standard's "get an attribute": name and value lower-cased, or `nil` at the tag's end.
    private mutating func attribute() -> (name: [UInt8], value: [UInt8])? {
        while position < bytes.count, Self.isSpace(bytes[position]) || bytes[position] == UInt8(ascii: "/") {
            position += 1
        }
        guard position < bytes.count, bytes[position] != UInt8(ascii: ">") else { return nil }
        var name: [UInt8] = []
        while position < bytes.count {
            let byte = bytes[position]
            if byte == UInt8(ascii: "="), !name.isEmpty { return value(of: name) }
            if Self.isSpace(byte) {
                skipSpace()
                guard position < bytes.count, bytes[position] == UInt8(ascii: "=") else { return (name, []) }
                return value(of: name)
            }
            if byte == UInt8(ascii: "/") || byte == UInt8(ascii: ">") { return (name, []) }
            name.append(Self.lower(byte))
            position += 1
        }
        return nil
    }

    private mutating func value(of name: [UInt8]) -> (name: [UInt8], value: [UInt8])? {
        position += 1
        skipSpace()
        guard position < bytes.count else { return nil }
        let first = bytes[position]
        var value: [UInt8] = []
        if first == UInt8(ascii: "\"") || first == UInt8(ascii: "'") {
            position += 1
            while position < bytes.count, bytes[position] != first {
                value.append(Self.lower(bytes[position]))
                position += 1
            }
            guard position < bytes.count else { return nil }
            position += 1
            return (name, value)
        }
        while position < bytes.count, !Self.isSpace(bytes[position]), bytes[position] != UInt8(ascii: ">") {
            value.append(Self.lower(bytes[position]))
            position += 1
        }
        return position < bytes.count ? (name, value) : nil
    }

    private mutating func skipSpace() {
        while position < bytes.count, Self.isSpace(bytes[position]) { position += 1 }
    }

    static func isSpace(_ byte: UInt8) -> Bool {
        byte == 0x20 || byte == 0x09 || byte == 0x0A || byte == 0x0C || byte == 0x0D
    }

    private static func isLetter(_ byte: UInt8) -> Bool { byte | 0x20 >= 0x61 && byte | 0x20 <= 0x7A }

    private static func lower(_ byte: UInt8) -> UInt8 { byte >= 0x41 && byte <= 0x5A ? byte | 0x20 : byte }

    private static func equals(_ bytes: [UInt8], _ word: StaticString) -> Bool {
        bytes.count == word.utf8CodeUnitCount && matches(word, in: bytes.span, at: 0)
    }

    /// Whether a lower-case ASCII word stands at an index, letter case ignored.
    static func matches(_ word: StaticString, in bytes: Span<UInt8>, at index: Int) -> Bool {
        let size = word.utf8CodeUnitCount
        guard index + size <= bytes.count else { return false }
        for offset in 0..<size where unsafe lower(bytes[index + offset]) != word.utf8Start[offset] { return false }
        return true
    }
}
