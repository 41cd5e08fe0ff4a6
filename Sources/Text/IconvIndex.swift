import CIconv

#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#endif

/// Asks `iconv` what a byte sequence means; tables are made from the answers, once for each encoding.
///
/// Text itself is not decoded with it: glibc holds a letter back until it has seen whether a mark follows, composes the two
/// where the Encoding Standard does not, and leaves open how much a malformed sequence takes with it.
@safe
struct IconvIndex: ~Copyable {
    private let handle: iconv_t

    /// Opens a converter by glibc's name; `nil` on a system without it.
    init?(_ name: String) {
        guard let opened = unsafe iconv_open("UTF-32LE", name) else { return nil }
        guard unsafe opened != iconv_t(bitPattern: -1) else { return nil }
        unsafe handle = opened
    }

    deinit {
        _ = unsafe iconv_close(handle)
    }

    /// The scalar that a sequence means on its own, U+FFFD for one that means nothing; of a base and a mark, both
    /// (``TablePair``).
    func meaning(of sequence: [UInt8]) -> UInt32 {
        unsafe withUnsafeTemporaryAllocation(of: UInt32.self, capacity: 4) { scalars in
            let count = unsafe convert(sequence, into: scalars)
            return switch count {
            case 1: unsafe UInt32(littleEndian: scalars[0])
            case 2: unsafe TablePair.packed(UInt32(littleEndian: scalars[0]), UInt32(littleEndian: scalars[1]))
            default: 0xFFFD
            }
        }
    }

    /// Converts a sequence from the converter's first state and gives out what it would hold back: how many scalars it
    /// is, or zero when it is refused.
    @unsafe
    private func convert(_ sequence: [UInt8], into scalars: UnsafeMutableBufferPointer<UInt32>) -> Int {
        unsafe iconv(handle, nil, nil, nil, nil)
        let size = scalars.count * 4
        var left = size
        var output = unsafe UnsafeMutableRawPointer(scalars.baseAddress)?.assumingMemoryBound(to: CChar.self)
        let refused = unsafe sequence.withUnsafeBytes { bytes in
            var input = unsafe UnsafeMutableRawPointer(mutating: bytes.baseAddress)?
                .assumingMemoryBound(to: CChar.self)
            var inputLeft = bytes.count
            return unsafe iconv(handle, &input, &inputLeft, &output, &left) == -1
        }
        if refused { return 0 }
        unsafe iconv(handle, nil, nil, &output, &left)
        return (size - left) / 4
    }
}

/// Two scalars in one entry of a table: a letter of Big5-HKSCS with its mark, which Unicode has only apart.
enum TablePair {
    private static let sign: UInt32 = 0x8000_0000

    /// Both must lie below U+8000.
    static func packed(_ base: UInt32, _ mark: UInt32) -> UInt32 { sign | base << 16 | mark }

    /// Appends an entry's one or two scalars.
    @inline(__always)
    static func append(_ entry: UInt32, to out: inout [UInt8]) {
        if entry & sign != 0 { return appendBoth(entry, to: &out) }
        UTF8Scalars.append(entry, to: &out)
    }

    private static func appendBoth(_ entry: UInt32, to out: inout [UInt8]) {
        UTF8Scalars.append((entry & ~sign) >> 16, to: &out)
        UTF8Scalars.append(entry & 0xFFFF, to: &out)
    }
}
