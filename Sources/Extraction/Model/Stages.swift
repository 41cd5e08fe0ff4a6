/// Two forests: the first sees each block, the second also the first's probabilities around it.
struct Stages: Sendable {
    private let first: Forest
    private let second: Forest
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

    /// The probability of each block that it is the article's; 0 for blocks that are not in question.
    func probabilities(_ analysis: PageAnalysis) -> [Float] { run(analysis).second }

    /// One run of both stages over a page.
    private struct Run {
        var rows: [Int]
        var firstInputs: [Float]
        var first: [Float]
        var secondInputs: [Float]
        var second: [Float]
    }

    private func run(_ analysis: PageAnalysis) -> Run {
        let rows = analysis.page.blocks.indices.filter { analysis.isCandidate($0) }
        let count = analysis.page.blocks.count
        let features = analysis.features.values
        let firstInputs = Self.gather(rows, firstColumns, features, FeatureMatrix.columns)
        let p = Self.run(first, firstInputs, rows, of: count)
        let around = NeighbourhoodFeatures(analysis, probabilities: p)
        let secondInputs = gatherSecond(rows, around.values, features)
        return Run(
            rows: rows, firstInputs: firstInputs, first: p, secondInputs: secondInputs,
            second: Self.run(second, secondInputs, rows, of: count))
    }

    /// The first stage's probability of each block, and what moved both stages most, for people.
    func reasons(_ analysis: PageAnalysis, most: Int) -> (first: [Float], moves: [[FeatureMove]]) {
        let run = run(analysis)
        var moves: [[FeatureMove]] = Array(repeating: [], count: analysis.page.blocks.count)
        for (stage, forest, inputs) in [(2, second, run.secondInputs), (1, first, run.firstInputs)] {
            let stride = forest.inputs.count
            let rows = run.rows.indices.map { Array(inputs[($0 * stride)..<(($0 + 1) * stride)]) }
            for (place, changes) in forest.moves(of: rows).enumerated() {
                let order = changes.indices.sorted { abs(changes[$0]) > abs(changes[$1]) }.prefix(most)
                moves[run.rows[place]] += order.filter { changes[$0] != 0 }.map { input in
                    FeatureMove(
                        stage: stage, feature: forest.inputs[input], value: rows[place][input], change: changes[input])
                }
            }
        }
        return (run.first, moves)
    }

    /// The columns of some rows of a matrix, row by row.
    private static func gather(_ rows: [Int], _ columns: [Int], _ values: [Float], _ stride: Int) -> [Float] {
        values.withUnsafeBufferPointer { values in
            Array(unsafeUninitializedCapacity: rows.count * columns.count) { matrix, count in
                for row in rows {
                    for column in columns {
                        matrix.initializeElement(at: count, to: values[row * stride + column])
                        count += 1
                    }
                }
            }
        }
    }

    private func gatherSecond(_ rows: [Int], _ around: [Float], _ features: [Float]) -> [Float] {
        let split = NeighbourhoodFeatures.columns
        return around.withUnsafeBufferPointer { around in
            features.withUnsafeBufferPointer { features in
                Array(unsafeUninitializedCapacity: rows.count * secondColumns.count) { matrix, count in
                    for row in rows {
                        let base = row * FeatureMatrix.columns - split
                        for column in secondColumns {
                            let value = column < split ? around[row * split + column] : features[base + column]
                            matrix.initializeElement(at: count, to: value)
                            count += 1
                        }
                    }
                }
            }
        }
    }

    private static func run(_ forest: Forest, _ matrix: [Float], _ rows: [Int], of count: Int) -> [Float] {
        var logits: [Float] = Array(repeating: 0, count: rows.count)
        forest.add(to: &logits, matrix: matrix)
        var p: [Float] = Array(repeating: 0, count: count)
        for (place, row) in rows.enumerated() { p[row] = Logarithm.sigmoid(logits[place]) }
        return p
    }
}
