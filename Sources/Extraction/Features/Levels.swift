/// Levels up to the nearest of 32 sorts of elements, a byte each, ``far`` at most.
///
/// Four words with the bytes side by side: the standard library's vectors of bytes compile to loops over their lanes for minima, comparisons
/// and shifts (Swift 6.3), which cost a third of a page's analysis.
struct Levels: Sendable {
    /// No element of that sort within 15 levels.
    static let far: UInt8 = 15
    private static let ones: UInt64 = 0x0101_0101_0101_0101

    private var first, second, third, fourth: UInt64

    /// Nothing near.
    init() {
        let far = Self.ones &* UInt64(Self.far)
        (first, second, third, fourth) = (far, far, far, far)
    }

    /// The levels of an element: one more than its parent's, 0 for each sort in `hits` (a bit each).
    @inline(__always)
    init(below above: Levels, hits: UInt32) {
        first = Self.down(above.first)
        second = Self.down(above.second)
        third = Self.down(above.third)
        fourth = Self.down(above.fourth)
        var left = hits
        while left != 0 {
            clear(left.trailingZeroBitCount)
            left &= left - 1
        }
    }

    /// One more in each byte, but 15 for 16.
    @inline(__always)
    private static func down(_ word: UInt64) -> UInt64 {
        let next = word &+ ones
        return next &- ((next &>> 4) & ones)
    }

    @inline(__always)
    private mutating func clear(_ sort: Int) {
        let mask = ~(UInt64(0xFF) &<< UInt64((sort & 7) * 8))
        switch sort >> 3 {
        case 0: first &= mask
        case 1: second &= mask
        case 2: third &= mask
        default: fourth &= mask
        }
    }

    /// The levels to the nearest element of a sort below 32.
    @inline(__always)
    subscript(sort: Int) -> UInt8 {
        let word =
            switch sort >> 3 {
            case 0: first
            case 1: second
            case 2: third
            default: fourth
            }
        return UInt8(truncatingIfNeeded: word &>> UInt64((sort & 7) * 8))
    }
}
