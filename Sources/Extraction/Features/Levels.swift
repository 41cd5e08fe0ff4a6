/// Levels up to the nearest elements of 32 sorts, a byte each, at most ``farthest``: eight to a word, so that all are raised at once.
struct Levels: Sendable, Equatable {
    private var words: SIMD4<UInt64>

    /// What stands for no element of that sort within 15 levels.
    static let farthest: UInt8 = 15

    /// No element of any sort.
    static let far = Levels(words: SIMD4(repeating: 0x0F0F_0F0F_0F0F_0F0F))

    /// The levels to one sort.
    @inline(__always)
    subscript(sort: Int) -> UInt8 { UInt8(truncatingIfNeeded: words[sort >> 3] >> UInt64((sort & 7) << 3)) }

    /// Lends the levels to all sorts.
    @inline(__always)
    func withBytes(_ body: (UnsafeRawBufferPointer) -> Void) {
        withUnsafeBytes(of: words) { bytes in body(bytes) }
    }

    /// The levels from a child that is itself of the sorts whose bits are set.
    @inline(__always)
    func below(hits: UInt32) -> Levels {
        let ones = SIMD4<UInt64>(repeating: 0x0101_0101_0101_0101)
        let raised = words &+ ones
        // 16 is the only value with its fifth bit set: it goes back to 15.
        let levels = raised &- ((raised &>> SIMD4<UInt64>(repeating: 4)) & ones)
        guard hits != 0 else { return Levels(words: levels) }
        return Levels(
            words: levels
                & SIMD4(Self.kept(hits), Self.kept(hits >> 8), Self.kept(hits >> 16), Self.kept(hits >> 24)))
    }

    /// The bytes of those of the first eight sorts that are not hit.
    @inline(__always)
    private static func kept(_ hits: UInt32) -> UInt64 {
        // Each byte gets all eight bits and keeps its own, which then fills it.
        let own = UInt64(hits & 0xFF) &* 0x0101_0101_0101_0101 & 0x8040_2010_0804_0201
        let marked = (own &+ 0x7F7F_7F7F_7F7F_7F7F | own) &>> 7 & 0x0101_0101_0101_0101
        return ~(marked &* 0xFF)
    }
}
