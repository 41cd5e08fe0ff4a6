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
    func probabilities(_ analysis: PageAnalysis) -> [Float] {
        let rows = analysis.page.blocks.indices.filter { analysis.isCandidate($0) }
        let count = analysis.page.blocks.count
        var matrix: [Float] = []
        matrix.reserveCapacity(rows.count * firstColumns.count)
        for row in rows {
            let base = row * FeatureMatrix.columns
            for column in firstColumns { matrix.append(analysis.features.values[base + column]) }
        }
        let p = Self.run(first, matrix, rows, of: count)
        let around = NeighbourhoodFeatures(analysis, probabilities: p)
        matrix.removeAll(keepingCapacity: true)
        for row in rows {
            for column in secondColumns { matrix.append(Self.value(column, row, around, analysis)) }
        }
        return Self.run(second, matrix, rows, of: count)
    }

    @inline(__always)
    private static func value(
        _ column: Int, _ row: Int, _ around: NeighbourhoodFeatures, _ analysis: PageAnalysis
    ) -> Float {
        column < NeighbourhoodFeatures.columns
            ? around.values[row * NeighbourhoodFeatures.columns + column]
            : analysis.features.values[row * FeatureMatrix.columns + column - NeighbourhoodFeatures.columns]
    }

    private static func run(_ forest: Forest, _ matrix: [Float], _ rows: [Int], of count: Int) -> [Float] {
        var logits: [Float] = Array(repeating: 0, count: rows.count)
        forest.add(to: &logits, matrix: matrix)
        var p: [Float] = Array(repeating: 0, count: count)
        for (place, row) in rows.enumerated() { p[row] = Logarithm.sigmoid(logits[place]) }
        return p
    }
}
