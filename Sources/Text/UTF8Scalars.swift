/// Reading Unicode scalars from UTF-8 bytes without `String`.
///
/// Made for text that is already valid UTF-8 (what ``TextDecoder`` gives). Invalid bytes do not trap: each is read as
/// U+FFFD of length one.
public enum UTF8Scalars {
    /// The scalar that starts at a byte, and its length in bytes (1...4).
    ///
    /// `index` must lie inside the span.
    @inlinable
    @inline(__always)
    public static func scalar(in bytes: Span<UInt8>, at index: Int) -> (value: UInt32, length: Int) {
        let first = bytes[index]
        return first < 0x80 ? (UInt32(first), 1) : scalar(in: bytes, at: index, beyondASCII: first)
    }

    @inlinable
    static func scalar(
        in bytes: Span<UInt8>, at index: Int, beyondASCII first: UInt8
    ) -> (value: UInt32, length: Int) {
        let left = bytes.count - index
        if first >= 0xE0, first < 0xF0, left > 2, isTail(bytes[index + 1]), isTail(bytes[index + 2]) {
            let high = UInt32(first & 0x0F) << 12 | UInt32(bytes[index + 1] & 0x3F) << 6
            return (high | UInt32(bytes[index + 2] & 0x3F), 3)
        }
        if first >= 0xC2, first < 0xE0, left > 1, isTail(bytes[index + 1]) {
            return (UInt32(first & 0x1F) << 6 | UInt32(bytes[index + 1] & 0x3F), 2)
        }
        if first >= 0xF0, first < 0xF5, left > 3, isTail(bytes[index + 1]), isTail(bytes[index + 2]),
            isTail(bytes[index + 3])
        {
            let high = UInt32(first & 0x07) << 18 | UInt32(bytes[index + 1] & 0x3F) << 12
            return (high | UInt32(bytes[index + 2] & 0x3F) << 6 | UInt32(bytes[index + 3] & 0x3F), 4)
        }
        return (0xFFFD, 1)
    }

    /// The scalar that ends just before a byte, and its length in bytes; `index` must be above zero.
    @inlinable
    public static func scalar(in bytes: Span<UInt8>, before index: Int) -> (value: UInt32, length: Int) {
        var start = index - 1
        while start > 0, index - start < 4, isTail(bytes[start]) { start -= 1 }
        let found = scalar(in: bytes, at: start)
        return start + found.length == index ? found : (0xFFFD, 1)
    }

    /// The end of the last whole scalar within the first bytes of valid text.
    public static func boundary(in bytes: Span<UInt8>, atMost limit: Int) -> Int {
        var end = min(bytes.count, limit)
        while end > 0, end < bytes.count, isTail(bytes[end]) { end -= 1 }
        return end
    }

    /// How many scalars valid text has.
    public static func count(in bytes: Span<UInt8>) -> Int {
        var count = 0
        for index in bytes.indices where !isTail(bytes[index]) { count += 1 }
        return count
    }

    /// Where the run of ASCII that starts at a byte ends; the byte's own index when it is none.
    public static func endOfASCII(in bytes: Span<UInt8>, from start: Int) -> Int {
        var index = start
        while index + asciiBlock <= bytes.count {
            let block = bytes.extracting(index..<index + asciiBlock)
            var bits: UInt8 = 0
            for offset in 0..<asciiBlock { bits |= block[offset] }
            if bits >= 0x80 { break }
            index += asciiBlock
        }
        while index < bytes.count, bytes[index] < 0x80 { index += 1 }
        return index
    }

    /// Bytes that are asked at once whether all are ASCII: a vector register's.
    private static let asciiBlock = 32

    /// Appends a scalar's UTF-8 form; a value that is no scalar becomes U+FFFD.
    @inlinable
    public static func append(_ value: UInt32, to out: inout [UInt8]) {
        if value < 0x80 { return out.append(UInt8(value)) }
        out.append(addingCapacity: 4) { append(value, to: &$0) }
    }

    /// Appends a scalar's UTF-8 form where there is room for it; a value that is no scalar becomes U+FFFD.
    @inlinable
    @inline(__always)
    static func append(_ value: UInt32, to out: inout OutputSpan<UInt8>) {
        let value = value < 0xD800 || value >= 0xE000 && value < 0x11_0000 ? value : 0xFFFD
        switch value {
        case ..<0x80:
            out.append(UInt8(value))
        case ..<0x800:
            out.append(0xC0 | UInt8(value >> 6))
            out.append(tail(value))
        case ..<0x1_0000:
            out.append(0xE0 | UInt8(value >> 12))
            out.append(tail(value >> 6))
            out.append(tail(value))
        default:
            out.append(0xF0 | UInt8(value >> 18))
            out.append(tail(value >> 12))
            out.append(tail(value >> 6))
            out.append(tail(value))
        }
    }

    @inlinable
    static func isTail(_ byte: UInt8) -> Bool { byte & 0xC0 == 0x80 }

    @inlinable
    static func tail(_ value: UInt32) -> UInt8 { 0x80 | UInt8(value & 0x3F) }
}
