/// Numbers as text of a fixed width.
public enum Digits {
    /// A number with leading zeros up to a width.
    public static func padded(_ number: Int, _ width: Int) -> String {
        let digits = String(number.magnitude)
        let zeros = String(repeating: "0", count: max(0, width - digits.count))
        return (number < 0 ? "-" : "") + zeros + digits
    }

    /// A time of day, `09:00:00` or `09:00:00.250`.
    public static func clock(milliseconds: Int, hasFraction: Bool) -> String {
        let seconds = milliseconds / 1000
        let clock = "\(padded(seconds / 3600, 2)):\(padded(seconds / 60 % 60, 2)):\(padded(seconds % 60, 2))"
        return hasFraction ? clock + "." + padded(milliseconds % 1000, 3) : clock
    }

    private static let hexDigits = Array("0123456789abcdef".utf8)

    /// Bytes as lower-case hex digits.
    public static func hex(_ bytes: [UInt8]) -> String {
        var out: [UInt8] = []
        out.reserveCapacity(bytes.count * 2)
        for byte in bytes {
            out.append(hexDigits[Int(byte >> 4)])
            out.append(hexDigits[Int(byte & 15)])
        }
        return String(decoding: out, as: UTF8.self)
    }
}
