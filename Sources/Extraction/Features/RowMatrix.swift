/// Numbers row by row in one flat piece of memory, zero until they are written.
///
/// Copies share the memory: the code that makes a matrix fills it before anybody else has it, and then it is only read. An array
/// would be asked at every store whether it is shared, and there are tens of thousands of stores a page. Unchecked because of the
/// pointer, whose memory belongs to this type alone.
struct RowMatrix: @unchecked Sendable {
    let rows: Int
    let columns: Int
    private let memory: Memory
    private let numbers: UnsafeMutableBufferPointer<Float>

    /// Frees the memory with the last copy.
    private final class Memory {
        let values: UnsafeMutableBufferPointer<Float>

        init(count: Int) {
            values = .allocate(capacity: max(1, count))
            values.initialize(repeating: 0)
        }

        deinit { values.deallocate() }
    }

    init(rows: Int, columns: Int) {
        self.rows = rows
        self.columns = columns
        memory = Memory(count: rows * columns)
        numbers = memory.values
    }

    /// All values, row by row.
    var values: [Float] { Array(memory.values.prefix(rows * columns)) }

    /// Lends the values, row by row.
    @inline(__always)
    func withValues<Result>(_ body: (UnsafeBufferPointer<Float>) -> Result) -> Result {
        body(UnsafeBufferPointer(memory.values))
    }

    /// A value.
    @inline(__always)
    subscript(row: Int, column: Int) -> Float {
        get {
            precondition(row >= 0 && row < rows && column >= 0 && column < columns)
            return numbers[row &* columns &+ column]
        }
        nonmutating set {
            precondition(row >= 0 && row < rows && column >= 0 && column < columns)
            numbers[row &* columns &+ column] = newValue
        }
    }

    /// Writes levels to neighbouring columns.
    @inline(__always)
    func write(_ levels: Levels, count: Int, at row: Int, _ column: Int) {
        precondition(row >= 0 && row < rows && column >= 0 && column + count <= columns && count <= 32)
        let place = row &* columns &+ column
        levels.withBytes { bytes in for sort in 0..<count { numbers[place &+ sort] = Float(bytes[sort]) } }
    }
}
