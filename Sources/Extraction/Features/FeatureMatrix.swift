/// One row of features a block, in one flat array.
public struct FeatureMatrix: Sendable {
    /// How many blocks.
    public let rows: Int
    /// Features of a row.
    public static let columns = Feature.allCases.count
    /// The values, row by row.
    public internal(set) var values: [Float]

    /// A matrix of zeros.
    init(rows: Int) {
        self.rows = rows
        values = Array(repeating: 0, count: rows * Self.columns)
    }

    /// A feature of a block.
    @inline(__always)
    public internal(set) subscript(row: Int, feature: Feature) -> Float {
        get { values[row * Self.columns + feature.rawValue] }
        set { values[row * Self.columns + feature.rawValue] = newValue }
    }
}
