import TestSupport
import Testing

@testable import Extraction

/// Sixteen rows at once get what a walk from node to node gives each.
@Suite struct ForestTests {
    private static let columns = 5
    /// Thresholds and inputs: both zeros, neighbours in the order of floats, infinities, and what is no number.
    private static let values: [Float] = [
        0, -0.0, 1, Float(1).nextUp, Float(1).nextDown, -3, .infinity, -.infinity, .nan, -.nan, .leastNonzeroMagnitude,
        15, 2.5,
    ]

    /// A forest of random trees.
    private func forest(trees: Int, mostLeaves: Int, _ random: inout SeededGenerator) throws -> Forest {
        var file = ModelBytes()
        file.u16(UInt16(Self.columns))
        for column in 0..<Self.columns { file.name("input\(column)") }
        file.u16(UInt16(trees))
        for _ in 0..<trees {
            let tree = tree(leaves: Int.random(in: 1...mostLeaves, using: &random), at: 0, &random)
            file.u16(UInt16(tree.count))
            for node in tree {
                file.u16(node.column)
                file.u16(node.right)
                file.float(node.value)
            }
        }
        var reader = ModelReader(file.bytes, at: 0, part: "test")
        return try Forest(&reader)
    }

    private typealias Node = (column: UInt16, right: UInt16, value: Float)

    private func tree(leaves: Int, at place: Int, _ random: inout SeededGenerator) -> [Node] {
        guard leaves > 1 else { return [(.max, 0, Float.random(in: -2...2, using: &random))] }
        let below = Int.random(in: 1..<leaves, using: &random)
        let left = tree(leaves: below, at: place + 1, &random)
        let right = tree(leaves: leaves - below, at: place + 1 + left.count, &random)
        let column = UInt16.random(in: 0..<UInt16(Self.columns), using: &random)
        let threshold = Self.values.randomElement(using: &random) ?? 0
        return [(column, UInt16(place + 1 + left.count), threshold)] + left + right
    }

    private func expectEqual(_ forest: Forest, _ rows: [[Float]]) {
        let logits = forest.logits(rows: rows.count) { first, tile in
            for lane in 0..<min(QuickScorer.lanes, rows.count - first) {
                for (column, value) in rows[first + lane].enumerated() {
                    tile[column][lane] = value
                }
            }
        }
        #expect(logits == rows.map { row in forest.walk { row[$0] } })
        #expect(logits == rows.map { forest.logit($0) })
    }

    /// Trees of up to 32 leaves are laid out for many rows, in two ways; larger ones are walked.
    @Test(arguments: [1, 2, 8, 9, 16, 17, 24, 25, 32, 40])
    func randomTreesAreJudgedAsTheirNodesSay(mostLeaves: Int) throws {
        var random = SeededGenerator(seed: UInt64(mostLeaves))
        for trees in [0, 1, 7, 60] {
            let forest = try forest(trees: trees, mostLeaves: mostLeaves, &random)
            for count in [0, 1, 15, 16, 17, 50] {
                expectEqual(
                    forest,
                    (0..<count).map { _ in
                        (0..<Self.columns).map { _ in Self.values.randomElement(using: &random) ?? 0 }
                    })
            }
        }
    }

    @Test func theModelsTreesAreJudgedAsTheirNodesSay() throws {
        let model = try ExtractionModel.embedded()
        var random = SeededGenerator(seed: 11)
        for forest in [model.html.first, model.html.second, model.text.first, model.text.second] {
            #expect(forest.isLaidOut, "trees with more leaves are walked node by node, which takes five times as long")
            let rows = (0..<100).map { _ in
                forest.inputs.map { _ in Float.random(in: -1...1, using: &random) * [0.5, 2, 16].randomElement()! }
            }
            expectEqual(forest, rows)
        }
    }
}
