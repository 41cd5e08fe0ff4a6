/// A bound on what Foundation's reader is given: it keeps 16 bytes and more for every value, so that 40 MB of empty arrays
/// would cost 600 MB.
public enum JSONBound {
    /// Values of an envelope or of a page's linked data; real ones hold a few hundred, of long lists some thousand.
    public static let mostValues = 200_000

    /// Whether a text holds at most ``mostValues`` values, were it JSON: separators and openings outside strings are counted.
    public static func holds(_ text: ArraySlice<UInt8>) -> Bool {
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
