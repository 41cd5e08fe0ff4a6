internal import Text

/// Text of machine-readable fields: people write HTML into JSON and into `content` attributes, so character references
/// are read, tags are dropped and white space is made plain.
enum MarkedText {
    /// Bytes of one field that are looked at; a field that is longer holds no title, name or date.
    static let maximumBytes = 8_192

    /// The plain text of a field.
    static func plain(_ text: String) -> String {
        guard text.utf8.count > maximumBytes || holdsMarkup(text.utf8.span) else { return PlainSpace.plain(text) }
        var bytes = Array(text.utf8.prefix(maximumBytes))
        if bytes.contains(UInt8(ascii: "&")) {
            bytes = decoded(bytes)
            if bytes.contains(UInt8(ascii: "&")) { bytes = decoded(bytes) }  // encoded twice: &amp;quot;
        }
        if bytes.contains(UInt8(ascii: "<")) { bytes = withoutTags(bytes) }
        return collapsed(bytes.span)
    }

    /// Whether a text holds what begins a character reference or a tag.
    private static func holdsMarkup(_ bytes: Span<UInt8>) -> Bool {
        for index in bytes.indices where bytes[index] == UInt8(ascii: "&") || bytes[index] == UInt8(ascii: "<") {
            return true
        }
        return false
    }

    /// Bytes as a string with its white space made plain.
    static func collapsed(_ bytes: Span<UInt8>) -> String {
        String(decoding: PlainSpace.plain(bytes), as: UTF8.self)
    }

    private static func withoutTags(_ bytes: [UInt8]) -> [UInt8] {
        var output: [UInt8] = []
        var index = 0
        let lastEnd = bytes.lastIndex(of: UInt8(ascii: ">")) ?? 0
        while index < bytes.count {
            if bytes[index] == UInt8(ascii: "<"), index < lastEnd, startsTag(bytes[index + 1]),
                let end = bytes[index...].firstIndex(of: UInt8(ascii: ">"))
            {
                output.append(0x20)
                index = end + 1
            } else {
                output.append(bytes[index])
                index += 1
            }
        }
        return output
    }

    private static func startsTag(_ byte: UInt8) -> Bool {
        byte == UInt8(ascii: "/") || byte == UInt8(ascii: "!") || (0x61...0x7A).contains(byte | 0x20)
    }

    private static func decoded(_ bytes: [UInt8]) -> [UInt8] {
        var output: [UInt8] = []
        output.reserveCapacity(bytes.count)
        var index = 0
        while index < bytes.count {
            if bytes[index] == UInt8(ascii: "&"), let (scalar, end) = reference(bytes, after: index + 1) {
                output.append(contentsOf: UTF8.encode(scalar) ?? UTF8.encodedReplacementCharacter)
                index = end
            } else {
                output.append(bytes[index])
                index += 1
            }
        }
        return output
    }

    /// The character reference that starts behind an ampersand and where it ends; only whole ones with their semicolon.
    private static func reference(_ bytes: [UInt8], after start: Int) -> (Unicode.Scalar, Int)? {
        guard start < bytes.count,
            let end = bytes[start...].prefix(12).firstIndex(of: UInt8(ascii: ";")), end > start
        else { return nil }
        let name = String(decoding: bytes[start..<end], as: UTF8.self)
        guard let scalar = name.hasPrefix("#") ? numeric(name.dropFirst()) : named[name] else { return nil }
        return (scalar, end + 1)
    }

    private static func numeric(_ digits: Substring) -> Unicode.Scalar? {
        let isHex = digits.hasPrefix("x") || digits.hasPrefix("X")
        guard let value = isHex ? UInt32(digits.dropFirst(), radix: 16) : UInt32(digits) else { return nil }
        return Unicode.Scalar(value)
    }

    /// The names met in titles, names and descriptions; a field is never HTML enough to need the whole table.
    private static let named: [String: Unicode.Scalar] = [
        "amp": "&", "quot": "\"", "apos": "'", "lt": "<", "gt": ">", "nbsp": "\u{A0}", "shy": "\u{AD}",
        "ndash": "–", "mdash": "—", "hellip": "…", "lsquo": "‘", "rsquo": "’", "sbquo": "‚", "ldquo": "“",
        "rdquo": "”", "bdquo": "„", "laquo": "«", "raquo": "»", "middot": "·", "bull": "•", "copy": "©", "reg": "®",
        "trade": "™", "euro": "€", "pound": "£", "deg": "°", "eacute": "é", "egrave": "è", "ecirc": "ê", "agrave": "à",
        "aacute": "á", "acirc": "â", "atilde": "ã", "auml": "ä", "aring": "å", "ccedil": "ç", "iacute": "í",
        "ntilde": "ñ", "oacute": "ó", "ocirc": "ô", "otilde": "õ", "ouml": "ö", "oslash": "ø", "uacute": "ú",
        "uuml": "ü", "Auml": "Ä", "Ouml": "Ö", "Uuml": "Ü", "szlig": "ß", "aelig": "æ", "times": "×", "acute": "´",
    ]
}
