/// A forest laid out by inputs, for sixteen rows at once.
///
/// After QuickScorer (Lucchese et al., SIGIR 2015) and its vector form (RapidScorer, KDD 2018). The leaves of a tree are numbered
/// from left to right. A row that is above a node's threshold cannot end in a leaf below the node's left way; of the leaves that
/// no node rules out, the leftmost is the row's. So the order of the nodes does not matter, no step depends on the one before,
/// and nothing branches on what rows hold but the end of a column: its thresholds rise, and none is asked for once no row is above.
struct QuickScorer: Sendable {
    /// Rows judged together.
    static let lanes = 16
    /// The logits of these rows, in order.
    typealias Logits = (SIMD4<Float>, SIMD4<Float>, SIMD4<Float>, SIMD4<Float>)
    /// Leaves that a tree may have.
    static let mostLeaves = 32

    /// A leaf, or a node with the number of leaves below its left way.
    enum Part {
        case leaf(Float)
        case split(column: Int, threshold: Float, leftLeaves: Int)
    }

    /// A threshold of a column.
    private struct Test {
        var threshold: Float
        /// One past its last mark.
        var end: UInt32
    }

    /// Leaves that a test rules out.
    private struct Mark {
        /// Eight of a tree's leaves, counted over all trees.
        var eight: UInt32
        /// The leaves, in each of the four bytes.
        var bits: UInt32
    }

    /// One past the last test of each column.
    private var columnEnds: [Int] = []
    private var tests: [Test] = []
    private var marks: [Mark] = []
    /// Room for leaves that each tree has: 16, or 32 where one has more.
    private let room: Int
    /// The values of all leaves, ``room`` a tree.
    private var leaves: [Float] = []

    /// A mark with the column and the threshold that it belongs to.
    private struct Node {
        /// The column, and below it the threshold as a number that rises with it; one that is no number comes first: every row is above.
        var key: UInt64
        var threshold: Float
        var mark: Mark

        init(_ column: Int, _ threshold: Float, _ mark: Mark) {
            let bits = threshold.bitPattern
            let rising = threshold.isNaN ? 0 : bits >> 31 == 1 ? ~bits : bits | 1 << 31
            key = UInt64(column) << 32 | UInt64(rising)
            (self.threshold, self.mark) = (threshold, mark)
        }

        var column: Int { Int(key >> 32) }
    }

    /// Lays out a forest; each tree has so many parts, in preorder. `nil` when a tree has too many leaves.
    init?(columns: Int, sizes: [Int], part: (_ tree: Int, _ place: Int) -> Part) {
        // A tree has one leaf more than splits.
        guard let most = sizes.max().map({ ($0 + 1) / 2 }), most <= Self.mostLeaves else { return nil }
        room = most <= 16 ? 16 : 32
        leaves = Array(repeating: 0, count: sizes.count * room)
        var nodes: [Node] = []
        nodes.reserveCapacity(sizes.reduce(0, +))
        for (tree, size) in sizes.enumerated() {
            var next = 0
            for place in 0..<size {
                switch part(tree, place) {
                case .leaf(let value):
                    leaves[tree * room + next] = value
                    next += 1
                case .split(let column, let threshold, let left):
                    let bits: UInt32 = ((1 << left) - 1) << next
                    for eight in 0..<room / 8 {
                        let bits = bits >> UInt32(eight * 8) & 0xFF
                        guard bits != 0 else { continue }
                        let mark = Mark(eight: UInt32(tree * room / 8 + eight), bits: bits * 0x0101_0101)
                        nodes.append(Node(column, threshold, mark))
                    }
                }
            }
        }
        nodes.sort { $0.key < $1.key }
        marks.reserveCapacity(nodes.count)
        tests.reserveCapacity(nodes.count)
        columnEnds.reserveCapacity(columns)
        for node in nodes {
            while columnEnds.count < node.column { columnEnds.append(tests.count) }
            // Nodes of one threshold are one test.
            let first = columnEnds.last ?? 0
            if tests.count > first, tests[tests.count - 1].threshold == node.threshold { tests.removeLast() }
            marks.append(node.mark)
            tests.append(Test(threshold: node.threshold, end: UInt32(marks.count)))
        }
        while columnEnds.count < columns { columnEnds.append(tests.count) }
    }

    /// The logits of sixteen rows; `inputs` holds a vector for each column.
    func logits(_ inputs: UnsafeBufferPointer<SIMD16<Float>>) -> Logits {
        guard inputs.count == columnEnds.count else { return (.zero, .zero, .zero, .zero) }
        return withUnsafeTemporaryAllocation(of: SIMD16<UInt8>.self, capacity: leaves.count / 8) { left in
            left.initialize(repeating: SIMD16(repeating: 0xFF))
            strike(left, inputs)
            return room == 16 ? sums16(left) : sums32(left)
        }
    }

    /// Strikes off the leaves that are ruled out, column by column.
    private func strike(
        _ left: UnsafeMutableBufferPointer<SIMD16<UInt8>>, _ inputs: UnsafeBufferPointer<SIMD16<Float>>
    ) {
        tests.withUnsafeBufferPointer { tests in
            marks.withUnsafeBufferPointer { marks in
                var (first, mark) = (0, 0)
                for (column, end) in columnEnds.enumerated() {
                    let values = inputs[column]
                    for test in tests[first..<end] {
                        let rows = Self.above(test.threshold, values)
                        let any = unsafeBitCast(rows, to: SIMD2<UInt64>.self)
                        if any[0] | any[1] == 0 { break }
                        while mark < Int(test.end) {
                            let bits = SIMD4<UInt32>(repeating: marks[mark].bits)
                            left[Int(marks[mark].eight)] &= ~(rows & unsafeBitCast(bits, to: SIMD16<UInt8>.self))
                            mark += 1
                        }
                    }
                    if end > first { mark = Int(tests[end - 1].end) }
                    first = end
                }
            }
        }
    }

    /// All bits of the bytes of rows that are not up to a threshold. In fours, which the compiler makes one instruction each of.
    @inline(__always)
    private static func above(_ threshold: Float, _ values: SIMD16<Float>) -> SIMD16<UInt8> {
        let (low, high) = (values.lowHalf, values.highHalf)
        return SIMD16(
            truncatingIfNeeded: SIMD16<Int16>(
                lowHalf: above(threshold, low.lowHalf, low.highHalf),
                highHalf: above(threshold, high.lowHalf, high.highHalf)))
    }

    @inline(__always)
    private static func above(_ threshold: Float, _ a: SIMD4<Float>, _ b: SIMD4<Float>) -> SIMD8<Int16> {
        let threshold = SIMD4(repeating: threshold)
        let (a, b) = (.!(a .<= threshold), .!(b .<= threshold))
        return SIMD8(
            truncatingIfNeeded: SIMD8<Int32>(
                lowHalf: unsafeBitCast(a, to: SIMD4<Int32>.self), highHalf: unsafeBitCast(b, to: SIMD4<Int32>.self)))
    }

    /// The sums of the values of each tree's leftmost leaf that is left. A tree's last leaf, and what is counted beyond it, is never
    /// struck off.
    private func sums16(_ left: UnsafeMutableBufferPointer<SIMD16<UInt8>>) -> Logits {
        leaves.withUnsafeBufferPointer { leaves in
            var sums = Logits(.zero, .zero, .zero, .zero)
            for tree in 0..<leaves.count / 16 {
                let words = Self.pairs(left[2 * tree], left[2 * tree + 1])
                Self.add(to: &sums) { row in leaves[tree * 16 + (UInt32(words[row]) | 1 << 15).trailingZeroBitCount] }
            }
            return sums
        }
    }

    /// The same where trees have room for 32 leaves.
    private func sums32(_ left: UnsafeMutableBufferPointer<SIMD16<UInt8>>) -> Logits {
        leaves.withUnsafeBufferPointer { leaves in
            var sums = Logits(.zero, .zero, .zero, .zero)
            for tree in 0..<leaves.count / 32 {
                var pairs = SIMD32<UInt16>()
                pairs.evenHalf = Self.pairs(left[4 * tree], left[4 * tree + 1])
                pairs.oddHalf = Self.pairs(left[4 * tree + 2], left[4 * tree + 3])
                let words = unsafeBitCast(pairs, to: SIMD16<UInt32>.self)
                Self.add(to: &sums) { row in leaves[tree * 32 + (words[row] | 1 << 31).trailingZeroBitCount] }
            }
            return sums
        }
    }

    /// The bytes of two vectors as low and high halves of words.
    @inline(__always)
    private static func pairs(_ low: SIMD16<UInt8>, _ high: SIMD16<UInt8>) -> SIMD16<UInt16> {
        var pairs = SIMD32<UInt8>()
        (pairs.evenHalf, pairs.oddHalf) = (low, high)
        return unsafeBitCast(pairs, to: SIMD16<UInt16>.self)
    }

    @inline(__always)
    private static func add(to sums: inout Logits, _ value: (_ row: Int) -> Float) {
        sums.0 += SIMD4(value(0), value(1), value(2), value(3))
        sums.1 += SIMD4(value(4), value(5), value(6), value(7))
        sums.2 += SIMD4(value(8), value(9), value(10), value(11))
        sums.3 += SIMD4(value(12), value(13), value(14), value(15))
    }
}
