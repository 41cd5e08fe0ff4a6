/// Some rows of a matrix, to be copied to the tiles that a ``Forest`` takes.
struct MatrixRows {
    private let matrix: RowMatrix
    /// Where the rows begin; filled up to whole tiles with the last one.
    private let starts: [Int]

    init(_ matrix: RowMatrix, rows: [Int]) {
        self.matrix = matrix
        let lanes = QuickScorer.lanes
        let starts = rows.map { $0 * matrix.columns }
        self.starts = starts + Array(repeating: starts.last ?? 0, count: (lanes - rows.count % lanes) % lanes)
    }

    /// Copies columns of a tile's rows, the first of which is `start`; `columns` are places in a row of the matrix and the places in the tile.
    @inline(__always)
    func copy(_ columns: [(from: Int, to: Int)], from start: Int, to tile: UnsafeMutableBufferPointer<SIMD16<Float>>) {
        precondition(start >= 0 && start + QuickScorer.lanes <= starts.count)
        matrix.withValues { values in
            starts.withUnsafeBufferPointer { starts in
                for column in columns { tile[column.to] = Self.column(column.from, values, starts, start) }
            }
        }
    }

    @inline(__always)
    private static func column(
        _ column: Int, _ values: UnsafeBufferPointer<Float>, _ starts: UnsafeBufferPointer<Int>, _ start: Int
    ) -> SIMD16<Float> {
        func value(_ lane: Int) -> Float { values[starts[start + lane] + column] }
        func four(_ lane: Int) -> SIMD4<Float> {
            SIMD4(value(lane), value(lane + 1), value(lane + 2), value(lane + 3))
        }
        return SIMD16(
            lowHalf: SIMD8(lowHalf: four(0), highHalf: four(4)), highHalf: SIMD8(lowHalf: four(8), highHalf: four(12)))
    }
}
