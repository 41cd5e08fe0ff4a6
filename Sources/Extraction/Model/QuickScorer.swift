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
    static let mostLeaves = 16

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
        /// Eight of a tree's leaves: its lower or its upper ones.
        var half: UInt32
        /// The leaves, in each of the four bytes.
        var bits: UInt32
    }

    /// One past the last test of each column.
    private var columnEnds: [Int] = []
    private var tests: [Test] = []
    private var marks: [Mark] = []
    /// The values of all leaves, ``mostLeaves`` a tree.
    private var leaves: [Float] = []

    /// Lays out a forest; each tree is its parts in preorder. `nil` when a tree has too many leaves.
    init?(columns: Int, trees: [[Part]]) {
        var nodes: [(column: Int, threshold: Float, mark: Mark)] = []
        for (number, tree) in trees.enumerated() {
            guard let values = Self.values(of: tree) else { return nil }
            leaves += values
            var next = 0
            for part in tree {
                guard case .split(let column, let threshold, let left) = part else {
                    next += 1
                    continue
                }
                let bits: UInt32 = ((1 << left) - 1) << next
                for (half, bits) in [bits & 0xFF, bits >> 8].enumerated() where bits != 0 {
                    nodes.append((column, threshold, Mark(half: UInt32(number * 2 + half), bits: bits * 0x0101_0101)))
                }
            }
        }
        for column in 0..<columns { add(nodes.filter { $0.column == column }.map { ($0.threshold, $0.mark) }) }
    }

    /// The values of a tree's leaves, filled up with zeros.
    private static func values(of tree: [Part]) -> [Float]? {
        let values = tree.compactMap { part in
            if case .leaf(let value) = part { value } else { Float?.none }
        }
        guard values.count <= mostLeaves else { return nil }
        return values + Array(repeating: 0, count: mostLeaves - values.count)
    }

    /// Adds a column's nodes, those of one threshold as one test. A threshold that is no number comes first: every row is above.
    private mutating func add(_ nodes: [(threshold: Float, mark: Mark)]) {
        let sorted = nodes.sorted { $0.threshold.isNaN ? !$1.threshold.isNaN : $0.threshold < $1.threshold }
        for (place, node) in sorted.enumerated() {
            if place > 0, sorted[place - 1].threshold == node.threshold { tests.removeLast() }
            marks.append(node.mark)
            tests.append(Test(threshold: node.threshold, end: UInt32(marks.count)))
        }
        columnEnds.append(tests.count)
    }

    /// The logits of sixteen rows; `inputs` holds a vector for each column.
    func logits(_ inputs: UnsafeBufferPointer<SIMD16<Float>>) -> Logits {
        guard inputs.count == columnEnds.count else { return (.zero, .zero, .zero, .zero) }
        return withUnsafeTemporaryAllocation(of: SIMD16<UInt8>.self, capacity: leaves.count / 8) { left in
            left.initialize(repeating: SIMD16(repeating: 0xFF))
            strike(left, inputs)
            return sums(left)
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
                            left[Int(marks[mark].half)] &= ~(rows & unsafeBitCast(bits, to: SIMD16<UInt8>.self))
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
    private func sums(_ left: UnsafeMutableBufferPointer<SIMD16<UInt8>>) -> Logits {
        var (a, b, c, d) = Logits(.zero, .zero, .zero, .zero)
        leaves.withUnsafeBufferPointer { leaves in
            for tree in 0..<leaves.count / Self.mostLeaves {
                var halves = SIMD32<UInt8>()
                halves.evenHalf = left[2 * tree]
                halves.oddHalf = left[2 * tree + 1]
                let words = unsafeBitCast(halves, to: SIMD16<UInt16>.self)
                func value(_ row: Int) -> Float {
                    leaves[tree * Self.mostLeaves + (UInt32(words[row]) | 1 << 15).trailingZeroBitCount]
                }
                a += SIMD4(value(0), value(1), value(2), value(3))
                b += SIMD4(value(4), value(5), value(6), value(7))
                c += SIMD4(value(8), value(9), value(10), value(11))
                d += SIMD4(value(12), value(13), value(14), value(15))
            }
        }
        return (a, b, c, d)
    }
}
