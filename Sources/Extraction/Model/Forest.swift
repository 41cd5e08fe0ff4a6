internal import Pages
internal import Synchronization

/// Gradient-boosted trees in flat arrays: the sum of the leaves that a row falls into is the logit of its probability.
struct Forest: Sendable {
    /// An inner node, or a leaf, whose two ways both lead back to itself: rows may then go on for as long as the deepest.
    private struct Node {
        /// The threshold; in a leaf its value.
        var threshold: Float
        /// Places in the tree: the low half for values up to the threshold, the high half for the others.
        var ways: UInt32
        /// Column of the input row.
        var column: UInt16
    }

    /// Where a tree's nodes begin, how many they are, and the most steps from its root to a leaf.
    private struct Tree {
        var root: Int
        var count: Int
        var depth: Int
    }

    /// What stands for a leaf in place of a column in the file.
    private static let leaf = UInt16.max

    private var nodes: [Node] = []
    private var trees: [Tree] = []
    /// The same trees for many rows, laid out when they are first asked for: who reads pages has no use for the forests of dumps.
    private let layout = Layout()
    /// Whether many rows are judged at once; not when a tree has too many leaves.
    var isLaidOut: Bool { scorer != nil }
    /// The names of the inputs, column by column.
    let inputs: [String]

    /// Reads a forest: inputs (count, names), trees (count; of each its nodes in preorder: column, right child, threshold).
    init(_ reader: inout ModelReader) throws(ModelError) {
        var inputs: [String] = []
        for _ in 0..<Int(try reader.u16()) { inputs.append(try reader.name()) }
        self.inputs = inputs
        // Room for what is noted of a tree's nodes, which trees share.
        var notes: [Int] = []
        for _ in 0..<Int(try reader.u16()) { trees.append(try readTree(&reader, &notes)) }
    }

    /// What is made of a forest once.
    private final class Layout: Sendable {
        private let scorer = Mutex<QuickScorer??>(nil)

        func scorer(of forest: Forest) -> QuickScorer? {
            scorer.withLock { made in
                if let made { return made }
                let scorer = QuickScorer(
                    columns: forest.inputs.count, sizes: forest.trees.map(\.count), part: forest.part)
                made = .some(scorer)
                return scorer
            }
        }
    }

    private var scorer: QuickScorer? { layout.scorer(of: self) }

    private mutating func readTree(_ reader: inout ModelReader, _ notes: inout [Int]) throws(ModelError) -> Tree {
        let count = Int(try reader.u16())
        var tree = Tree(root: nodes.count, count: count, depth: 0)
        if notes.count <= count { notes += Array(repeating: 0, count: count + 1 - notes.count) }
        for index in 0..<count { notes[index] = 0 }
        for index in 0..<count {
            let (column, right, threshold) = (try reader.u16(), try reader.u16(), try reader.float())
            tree.depth = max(tree.depth, notes[index])
            if column == Self.leaf {
                nodes.append(Node(threshold: threshold, ways: UInt32(index) << 16 | UInt32(index), column: 0))
                continue
            }
            guard Int(column) < inputs.count, Int(right) > index + 1, Int(right) < count else {
                throw .badTree(part: reader.part)
            }
            notes[index + 1] = max(notes[index + 1], notes[index] + 1)
            notes[Int(right)] = max(notes[Int(right)], notes[index] + 1)
            nodes.append(Node(threshold: threshold, ways: UInt32(right) << 16 | UInt32(index + 1), column: column))
        }
        guard isPreorder(tree, ends: &notes) else { throw .badTree(part: reader.part) }
        return tree
    }

    /// Whether every right way begins where the left one ends, and the tree ends where the root's right way does.
    private func isPreorder(_ tree: Tree, ends: inout [Int]) -> Bool {
        for place in (0..<tree.count).reversed() {
            let right = Int(nodes[tree.root + place].ways >> 16)
            if right == place {
                ends[place] = place + 1
            } else {
                guard ends[place + 1] == right else { return false }
                ends[place] = ends[right]
            }
        }
        return ends[0] == tree.count && tree.count > 0
    }

    /// A node of a tree as ``QuickScorer`` takes it.
    private func part(_ tree: Int, _ place: Int) -> QuickScorer.Part {
        let node = nodes[trees[tree].root + place]
        let right = Int(node.ways >> 16)
        // A way holds a node less than leaves, and the left one stands between the node and the right one.
        return right == place
            ? .leaf(node.threshold)
            : .split(column: Int(node.column), threshold: node.threshold, leftLeaves: (right - place) / 2)
    }

    /// The logit of one row.
    func logit(_ row: [Float]) -> Float {
        guard row.count == inputs.count else { return 0 }
        return logits(rows: 1) { _, tile in
            for (place, value) in row.enumerated() { tile[place] = SIMD16(repeating: value) }
        }[0]
    }

    /// The logits of rows, judged a tile of ``QuickScorer/lanes`` rows at a time.
    ///
    /// - Parameter fill: writes the inputs of the tile that begins with the row `first`, a vector a column. Values of rows that there
    ///   are not do not matter.
    /// - Returns: a logit a row; minus infinity for those that the clock is over before.
    @inline(__always)
    func logits(
        rows: Int, _ clock: PageClock = .endless,
        fill: (_ first: Int, _ tile: UnsafeMutableBufferPointer<SIMD16<Float>>) -> Void
    ) -> [Float] {
        let scorer = scorer
        var logits: [Float] = []
        logits.reserveCapacity(rows + QuickScorer.lanes)
        withUnsafeTemporaryAllocation(of: SIMD16<Float>.self, capacity: inputs.count) { tile in
            tile.initialize(repeating: SIMD16(repeating: 0))
            for first in stride(from: 0, to: rows, by: QuickScorer.lanes) {
                guard !clock.isOver(at: first / QuickScorer.lanes) else { break }
                fill(first, tile)
                append(UnsafeBufferPointer(tile), scorer, to: &logits)
            }
        }
        logits.append(contentsOf: repeatElement(-.infinity, count: max(0, rows - logits.count)))
        return Array(logits.prefix(rows))
    }

    /// Appends the logits of a tile's rows.
    private func append(_ tile: UnsafeBufferPointer<SIMD16<Float>>, _ scorer: QuickScorer?, to logits: inout [Float]) {
        if let scorer {
            let (a, b, c, d) = scorer.logits(tile)
            for four in [a, b, c, d] { for row in four.indices { logits.append(four[row]) } }
        } else {
            for lane in 0..<QuickScorer.lanes { logits.append(walk { tile[$0][lane] }) }
        }
    }

    /// A row's logit, node by node: for trees with more leaves than ``QuickScorer`` takes, and to test it against.
    func walk(_ input: (_ column: Int) -> Float) -> Float {
        trees.reduce(0) { logit, tree in
            var place = tree.root
            for _ in 0..<tree.depth {
                let node = nodes[place]
                let isLow = input(Int(node.column)) <= node.threshold
                place = tree.root + Int(isLow ? node.ways & 0xFFFF : node.ways >> 16)
            }
            return logit + nodes[place].threshold
        }
    }

    // MARK: For people

    /// How far each input moved the logits of rows.
    ///
    /// A node is worth the middle of its two ways. At every split on a row's way the input that decided it moved the logit by the
    /// difference between the way taken and that middle. All moves of a row and what the roots are worth add up to its logit.
    func moves(of rows: [[Float]]) -> [[Float]] {
        let worth = middles()
        return rows.map { row in
            var moves: [Float] = Array(repeating: 0, count: inputs.count)
            guard row.count == inputs.count else { return moves }
            for tree in trees {
                var place = tree.root
                for _ in 0..<tree.depth {
                    let node = nodes[place]
                    let next =
                        tree.root + Int(row[Int(node.column)] <= node.threshold ? node.ways & 0xFFFF : node.ways >> 16)
                    moves[Int(node.column)] += worth[next] - worth[place]
                    place = next
                }
            }
            return moves
        }
    }

    /// What each node is worth; a leaf its value.
    private func middles() -> [Float] {
        var worth = nodes.map(\.threshold)
        var end = nodes.count
        for tree in trees.reversed() {
            for place in (tree.root..<end).reversed() {
                let (low, high) = (
                    tree.root + Int(nodes[place].ways & 0xFFFF), tree.root + Int(nodes[place].ways >> 16)
                )
                if low != place { worth[place] = (worth[low] + worth[high]) / 2 }
            }
            end = tree.root
        }
        return worth
    }
}
