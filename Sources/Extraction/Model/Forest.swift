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

    /// Where a tree's nodes begin, and the most steps from its root to a leaf.
    private struct Tree {
        var root: Int
        var depth: Int
    }

    /// What stands for a leaf in place of a column in the file.
    private static let leaf = UInt16.max

    private var nodes: [Node] = []
    private var trees: [Tree] = []
    /// The names of the inputs, column by column.
    let inputs: [String]

    /// Reads a forest: inputs (count, names), trees (count; of each its nodes in preorder: column, right child, threshold).
    init(_ reader: inout ModelReader) throws(ModelError) {
        var inputs: [String] = []
        for _ in 0..<Int(try reader.u16()) { inputs.append(try reader.name()) }
        self.inputs = inputs
        for _ in 0..<Int(try reader.u16()) { trees.append(try readTree(&reader)) }
    }

    private mutating func readTree(_ reader: inout ModelReader) throws(ModelError) -> Tree {
        let count = Int(try reader.u16())
        var tree = Tree(root: nodes.count, depth: 0)
        var depths = Array(repeating: 0, count: count)
        var endsInLeaf = false
        for index in 0..<count {
            let (column, right, threshold) = (try reader.u16(), try reader.u16(), try reader.float())
            endsInLeaf = column == Self.leaf
            tree.depth = max(tree.depth, depths[index])
            if endsInLeaf {
                nodes.append(Node(threshold: threshold, ways: UInt32(index) << 16 | UInt32(index), column: 0))
                continue
            }
            guard Int(column) < inputs.count, Int(right) > index + 1, Int(right) < count else {
                throw .badTree(part: reader.part)
            }
            for child in [index + 1, Int(right)] { depths[child] = max(depths[child], depths[index] + 1) }
            nodes.append(Node(threshold: threshold, ways: UInt32(right) << 16 | UInt32(index + 1), column: column))
        }
        guard endsInLeaf else { throw .badTree(part: reader.part) }
        return tree
    }

    /// Rows that all trees are walked for before the next are taken, so that their inputs stay in the nearest cache.
    private static let tile = 32

    /// Adds each row's logit to `logits`; `matrix` holds their inputs row by row.
    ///
    /// Four rows go down a tree side by side, without a branch on what they compare. The walk ends: children stand after their
    /// parents, and the last node of a tree is a leaf.
    func add(to logits: inout [Float], matrix: [Float]) {
        let stride = inputs.count
        guard matrix.count >= logits.count * stride else { return }
        nodes.withUnsafeBufferPointer { nodes in
            matrix.withUnsafeBufferPointer { matrix in
                logits.withUnsafeMutableBufferPointer { logits in
                    for start in Swift.stride(from: 0, to: logits.count, by: Self.tile) {
                        let rows = start..<min(logits.count, start + Self.tile)
                        for tree in trees { Self.add(tree, nodes, matrix, stride, rows, to: logits) }
                    }
                }
            }
        }
    }

    @inline(__always)
    private static func add(
        _ tree: Tree, _ nodes: UnsafeBufferPointer<Node>, _ matrix: UnsafeBufferPointer<Float>, _ stride: Int,
        _ rows: Range<Int>, to logits: UnsafeMutableBufferPointer<Float>
    ) {
        let last = rows.upperBound - 1
        for row in Swift.stride(from: rows.lowerBound, through: last, by: 4) {
            let (second, third, fourth) = (min(row + 1, last), min(row + 2, last), min(row + 3, last))
            var (a, b, c, d) = (tree.root, tree.root, tree.root, tree.root)
            for _ in 0..<tree.depth {
                a = tree.root + next(nodes[a], matrix, row * stride)
                b = tree.root + next(nodes[b], matrix, second * stride)
                c = tree.root + next(nodes[c], matrix, third * stride)
                d = tree.root + next(nodes[d], matrix, fourth * stride)
            }
            logits[row] += nodes[a].threshold
            if row + 1 <= last { logits[second] += nodes[b].threshold }
            if row + 2 <= last { logits[third] += nodes[c].threshold }
            if row + 3 <= last { logits[fourth] += nodes[d].threshold }
        }
    }

    /// The place in the tree that a row goes to from a node.
    @inline(__always)
    private static func next(_ node: Node, _ matrix: UnsafeBufferPointer<Float>, _ start: Int) -> Int {
        let shift: UInt32 = matrix[start + Int(node.column)] <= node.threshold ? 0 : 16
        return Int(node.ways &>> shift & 0xFFFF)
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
