/// One row of features a block; filled once and then only read.
public struct FeatureMatrix: Sendable {
    /// How many blocks.
    public var rows: Int { matrix.rows }
    /// Features of a row.
    public static let columns = Feature.allCases.count
    /// The features in the order of ``Feature/allCases``.
    let matrix: RowMatrix

    /// A matrix of zeros.
    init(rows: Int) { matrix = RowMatrix(rows: rows, columns: Self.columns) }

    /// The values, row by row.
    public var values: [Float] { matrix.values }

    /// A feature of a block.
    @inline(__always)
    public internal(set) subscript(row: Int, feature: Feature) -> Float {
        get { matrix[row, feature.rawValue] }
        nonmutating set { matrix[row, feature.rawValue] = newValue }
    }
}
