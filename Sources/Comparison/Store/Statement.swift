import CSQLite

/// The owner of a prepared statement; between two steps it is a row.
@safe final class Statement {
    private let handle: OpaquePointer

    /// Takes over a statement.
    @unsafe init(_ handle: OpaquePointer) { unsafe self.handle = handle }

    deinit { unsafe sqlite3_finalize(handle) }

    func step() -> Int32 { unsafe sqlite3_step(handle) }

    func reset() { unsafe sqlite3_reset(handle) }

    /// Sets a parameter, counted from 1. SQLite copies what it is given.
    func bind(_ value: Cell, at index: Int32) -> Int32 {
        let copies = unsafe unsafeBitCast(-1, to: sqlite3_destructor_type.self)
        return switch value {
        case .number(let number): unsafe sqlite3_bind_int64(handle, index, number)
        case .text(let text): unsafe sqlite3_bind_text(handle, index, text, Int32(clamping: text.utf8.count), copies)
        case .bytes(let bytes): unsafe sqlite3_bind_blob(handle, index, bytes, Int32(clamping: bytes.count), copies)
        }
    }

    // MARK: Columns, counted from 0

    func number(_ column: Int32) -> Int64 { unsafe sqlite3_column_int64(handle, column) }

    func text(_ column: Int32) -> String { String(decoding: bytes(column), as: UTF8.self) }

    func bytes(_ column: Int32) -> [UInt8] {
        guard let start = unsafe sqlite3_column_blob(handle, column) else { return [] }
        let count = unsafe Int(sqlite3_column_bytes(handle, column))
        return unsafe Array(UnsafeRawBufferPointer(start: start, count: count))
    }

    /// The place in three columns in a row.
    func place(_ column: Int32) -> PagePlace {
        PagePlace(topic: text(column), partition: Int(number(column + 1)), offset: number(column + 2))
    }
}
