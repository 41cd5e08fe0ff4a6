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
        let features = analysis.features.values
        let first = Self.gather(rows, firstColumns, features, FeatureMatrix.columns)
        let p = Self.run(self.first, first, rows, of: count)
        let around = NeighbourhoodFeatures(analysis, probabilities: p)
        return Self.run(second, gatherSecond(rows, around.values, features), rows, of: count)
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
