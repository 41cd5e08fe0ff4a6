/// A bound on what Foundation's reader is given: it keeps 16 bytes and more for every value, so that 40 MB of empty arrays
/// would cost 600 MB.
enum JSONBound {
    /// Values of an envelope; real ones hold a few hundred.
    static let mostValues = 200_000

    /// Whether a text holds at most ``mostValues`` values, were it JSON: separators and openings outside strings are counted.
    static func holds(_ text: ArraySlice<UInt8>) -> Bool {
        var values = 0
        var isInString = false
        var isEscaped = false
        for byte in text {
            if isInString {
                isInString = byte != UInt8(ascii: "\"") || isEscaped
                isEscaped = byte == UInt8(ascii: "\\") && !isEscaped
                continue
            }
            switch byte {
            case UInt8(ascii: "\""): isInString = true
            case UInt8(ascii: ","), UInt8(ascii: "["), UInt8(ascii: "{"): values += 1
            default: break
            }
            if values > mostValues { return false }
        }
        return true
    }
}
