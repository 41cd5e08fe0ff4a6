/// Gradient-boosted trees in flat arrays: the sum of the leaves that a row falls into is the logit of its probability.
struct Forest: Sendable {
    /// An inner node, or a leaf when `column` is ``leaf``.
    private struct Node {
        /// Column of the input row.
        var column: UInt16
        /// The node for values above the threshold, counted from the tree's root; the next node is for the others.
        var right: UInt16
        /// The threshold; in a leaf its value.
        var threshold: Float
    }

    private static let leaf = UInt16.max

    private var nodes: [Node] = []
    private var roots: [Int32] = []
    /// The names of the inputs, column by column.
    let inputs: [String]

    /// Reads a forest: inputs (count, names), trees (count; of each its nodes in preorder: column, right child, threshold).
    init(_ reader: inout ModelReader) throws(ModelError) {
        var inputs: [String] = []
        for _ in 0..<Int(try reader.u16()) { inputs.append(try reader.name()) }
        self.inputs = inputs
        for _ in 0..<Int(try reader.u16()) {
            let count = Int(try reader.u16())
            roots.append(Int32(nodes.count))
            for index in 0..<count {
                let node = Node(column: try reader.u16(), right: try reader.u16(), threshold: try reader.float())
                let inside = Int(node.column) < inputs.count && Int(node.right) > index + 1 && Int(node.right) < count
                guard node.column == Self.leaf || inside else { throw .badTree(part: reader.part) }
                nodes.append(node)
            }
            guard count > 0, nodes.last?.column == Self.leaf else { throw .badTree(part: reader.part) }
        }
    }

    /// Adds each row's logit to `logits`; `matrix` holds their inputs row by row.
    ///
    /// Tree by tree, so that a tree stays in the nearest cache. The walk ends: children stand after their parents, and the last
    /// node of a tree is a leaf.
    func add(to logits: inout [Float], matrix: [Float]) {
        let stride = inputs.count
        guard matrix.count >= logits.count * stride else { return }
        nodes.withUnsafeBufferPointer { nodes in
            matrix.withUnsafeBufferPointer { matrix in
                for root in roots {
                    for row in logits.indices {
                        logits[row] += Self.walk(nodes, from: Int(root), matrix, at: row * stride)
                    }
                }
            }
        }
    }

    @inline(__always)
    private static func walk(
        _ nodes: UnsafeBufferPointer<Node>, from root: Int, _ matrix: UnsafeBufferPointer<Float>, at start: Int
    ) -> Float {
        var place = root
        while true {
            let node = nodes[place]
            if node.column == leaf { return node.threshold }
            place = matrix[start + Int(node.column)] <= node.threshold ? place + 1 : root + Int(node.right)
        }
    }
}
