/// Lays compact JSON out for a person: two spaces a level, the order of fields kept.
public enum IndentedJSON {
    /// The text, indented. It is the same JSON: in strings only what a terminal would act on is written as an escape.
    ///
    /// - Parameter json: compact and valid JSON, as the event encoder writes it.
    public static func text(of json: [UInt8]) -> String {
        var out: [UInt8] = []
        out.reserveCapacity(json.count + json.count / 4)
        var depth = 0
        var isInString = false
        var isEscaped = false
        for (index, byte) in json.enumerated() {
            if isInString {
                out.append(byte)
                if isEscaped {
                    isEscaped = false
                } else if byte == UInt8(ascii: "\\") {
                    isEscaped = true
                } else if byte == UInt8(ascii: "\"") {
                    isInString = false
                }
                continue
            }
            switch byte {
            case UInt8(ascii: "\""):
                isInString = true
                out.append(byte)
            case UInt8(ascii: "{"), UInt8(ascii: "["):
                out.append(byte)
                depth += 1
                if !isEmpty(json, index) { newLine(&out, depth) }
            case UInt8(ascii: "}"), UInt8(ascii: "]"):
                depth -= 1
                if index > 0, !isEmpty(json, index - 1) { newLine(&out, depth) }
                out.append(byte)
            case UInt8(ascii: ","):
                out.append(byte)
                newLine(&out, depth)
            case UInt8(ascii: ":"):
                out.append(contentsOf: ": ".utf8)
            default:
                out.append(byte)
            }
        }
        return escaped(String(decoding: out, as: UTF8.self))
    }

    /// Characters that a terminal acts on stand in strings only, but for the line feeds put in here.
    private static func escaped(_ text: String) -> String {
        let isActive = { (scalar: Unicode.Scalar) in scalar != "\n" && VisibleText.isActive(scalar) }
        guard text.unicodeScalars.contains(where: isActive) else { return text }
        var escaped = String.UnicodeScalarView()
        for scalar in text.unicodeScalars {
            if isActive(scalar) {
                escaped.append(contentsOf: VisibleText.jsonEscape(scalar).unicodeScalars)
            } else {
                escaped.append(scalar)
            }
        }
        return String(escaped)
    }

    /// Whether an opening bracket is closed at once.
    private static func isEmpty(_ json: [UInt8], _ index: Int) -> Bool {
        guard index + 1 < json.count else { return false }
        return (json[index], json[index + 1]) == (UInt8(ascii: "{"), UInt8(ascii: "}"))
            || (json[index], json[index + 1]) == (UInt8(ascii: "["), UInt8(ascii: "]"))
    }

    private static func newLine(_ out: inout [UInt8], _ depth: Int) {
        out.append(UInt8(ascii: "\n"))
        out.append(contentsOf: repeatElement(UInt8(ascii: " "), count: 2 * max(0, depth)))
    }
}
