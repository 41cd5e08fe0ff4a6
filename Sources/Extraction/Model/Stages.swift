internal import Pages

/// Two forests: the first sees each block, the second also the first's probabilities around it.
struct Stages: Sendable {
    let first: Forest
    let second: Forest
    /// The probability from which a block is kept.
    let threshold: Float
    /// Where the first's inputs stand in a row of ``FeatureMatrix``.
    private let firstColumns: [Int]
    /// Where the second's stand: below the count of ``NeighbourhoodFeature`` there, else in ``FeatureMatrix``.
    private let secondColumns: [Int]

    init(_ reader: inout ModelReader, threshold: Float) throws(ModelError) {
        self.threshold = threshold
        first = try Forest(&reader)
        second = try Forest(&reader)
        var columns: [Int] = []
        for name in first.inputs {
            guard let column = Self.features[name] else { throw .unknownFeature(name) }
            columns.append(column)
        }
        firstColumns = columns
        columns = []
        for name in second.inputs {
            guard
                let column = Self.neighbourhood[name] ?? Self.features[name].map({ $0 + NeighbourhoodFeatures.columns })
            else { throw .unknownFeature(name) }
            columns.append(column)
        }
        secondColumns = columns
    }

    private static let features = Dictionary(uniqueKeysWithValues: Feature.allCases.map { ("\($0)", $0.rawValue) })
    private static let neighbourhood = Dictionary(
        uniqueKeysWithValues: NeighbourhoodFeature.allCases.map { ("\($0)", $0.rawValue) })

    /// The probability of each block that it is the article's; 0 for blocks that are not in question, and for all those that
    /// the clock is over before.
    func probabilities(_ analysis: PageAnalysis, _ clock: PageClock) -> [Float] { run(analysis, clock).second }

    /// One run of both stages over a page.
    private struct Run {
        var rows: [Int]
        var first: [Float]
        var around: NeighbourhoodFeatures
        var second: [Float]
    }

    private func run(_ analysis: PageAnalysis, _ clock: PageClock = .endless) -> Run {
        let rows = analysis.page.blocks.indices.filter { analysis.isCandidate($0) }
        let count = analysis.page.blocks.count
        let own = MatrixRows(analysis.features.matrix, rows: rows)
        let p = Self.probabilities(firstLogits(rows.count, own, clock), rows, of: count)
        let around = NeighbourhoodFeatures(analysis, probabilities: p)
        let logits = secondLogits(rows.count, own, MatrixRows(around.matrix, rows: rows), clock)
        return Run(rows: rows, first: p, around: around, second: Self.probabilities(logits, rows, of: count))
    }

    private func firstLogits(_ count: Int, _ own: MatrixRows, _ clock: PageClock) -> [Float] {
        let columns = firstColumns.enumerated().map { (from: $0.element, to: $0.offset) }
        return first.logits(rows: count, clock) { start, tile in own.copy(columns, from: start, to: tile) }
    }

    private func secondLogits(_ count: Int, _ own: MatrixRows, _ around: MatrixRows, _ clock: PageClock) -> [Float] {
        let split = NeighbourhoodFeatures.columns
        let columns = secondColumns.enumerated().map { (from: $0.element, to: $0.offset) }
        let near = columns.filter { $0.from < split }
        let far = columns.filter { $0.from >= split }.map { (from: $0.from - split, to: $0.to) }
        return second.logits(rows: count, clock) { start, tile in
            around.copy(near, from: start, to: tile)
            own.copy(far, from: start, to: tile)
        }
    }

    private static func probabilities(_ logits: [Float], _ rows: [Int], of count: Int) -> [Float] {
        var p: [Float] = Array(repeating: 0, count: count)
        for (place, row) in rows.enumerated() { p[row] = Logarithm.sigmoid(logits[place]) }
        return p
    }

    // MARK: For people

    /// The first stage's probability of each block, and what moved both stages most.
    func reasons(_ analysis: PageAnalysis, most: Int) -> (first: [Float], moves: [[FeatureMove]]) {
        let run = run(analysis)
        var moves: [[FeatureMove]] = Array(repeating: [], count: analysis.page.blocks.count)
        for row in run.rows {
            let inputs = firstColumns.map { analysis.features.matrix[row, $0] }
            let secondInputs = secondColumns.map { column in
                let split = NeighbourhoodFeatures.columns
                return column < split ? run.around.matrix[row, column] : analysis.features.matrix[row, column - split]
            }
            moves[row] = Self.moves(2, second, secondInputs, most) + Self.moves(1, first, inputs, most)
        }
        return (run.first, moves)
    }

    private static func moves(_ stage: Int, _ forest: Forest, _ inputs: [Float], _ most: Int) -> [FeatureMove] {
        let changes = forest.moves(of: [inputs])[0]
        let order = changes.indices.sorted { abs(changes[$0]) > abs(changes[$1]) }.prefix(most)
        return order.filter { changes[$0] != 0 }.map { input in
            FeatureMove(stage: stage, feature: forest.inputs[input], value: inputs[input], change: changes[input])
        }
    }
}
