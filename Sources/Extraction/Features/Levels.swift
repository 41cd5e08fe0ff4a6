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

    /// The levels from a child that is itself of the sorts whose bits are set.
    @inline(__always)
    func below(hits: UInt32) -> Levels {
        let ones = SIMD4<UInt64>(repeating: 0x0101_0101_0101_0101)
        let raised = words &+ ones
        // 16 is the only value with its fifth bit set: it goes back to 15.
        var levels = raised &- ((raised &>> SIMD4<UInt64>(repeating: 4)) & ones)
        var left = hits
        while left != 0 {
            let sort = left.trailingZeroBitCount
            levels[sort >> 3] &= ~(0xFF << UInt64((sort & 7) << 3))
            left &= left - 1
        }
        return Levels(words: levels)
    }
}
