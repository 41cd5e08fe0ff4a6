import CSQLite

/// A value that goes into a statement.
enum Cell {
    case number(Int64)
    case text(String)
    case bytes([UInt8])
}

/// One connection to an SQLite file, with the statements that it has prepared.
///
/// `Sendable`, as ``ComparisonStore`` calls it under its lock alone.
@safe final class Database: @unchecked Sendable {
    let path: String
    private var handle: OpaquePointer?
    private var statements: [String: Statement] = [:]
    private var depth = 0

    /// Opens the file, or makes it.
    init(path: String) throws(ComparisonFault) {
        self.path = path
        let flags = SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE | SQLITE_OPEN_NOMUTEX
        let code = unsafe sqlite3_open_v2(path, &handle, flags, nil)
        guard code == SQLITE_OK else {
            defer { close() }
            throw fault(code)
        }
        unsafe sqlite3_busy_timeout(handle, 2000)
    }

    deinit { close() }

    /// Ends the connection. Calling it again does nothing.
    func close() {
        statements.removeAll()
        unsafe sqlite3_close_v2(handle)
        unsafe handle = nil
    }

    // MARK: Statements

    /// Runs a statement that gives no rows.
    func run(_ sql: String, _ values: Cell...) throws(ComparisonFault) {
        let statement = try bound(sql, values)
        defer { statement.reset() }
        while try step(statement) {}
    }

    /// The first row of a query, as it is read.
    func first<Value>(_ sql: String, _ values: Cell..., read: (Statement) -> Value) throws(ComparisonFault) -> Value? {
        let statement = try bound(sql, values)
        defer { statement.reset() }
        return try step(statement) ? read(statement) : nil
    }

    /// Hands over one row of a query after the other. A query must not be run again while its rows are handed over.
    func rows(of sql: String, _ body: (Statement) throws -> Void) throws {
        let statement = try bound(sql, [])
        defer { statement.reset() }
        while try step(statement) { try body(statement) }
    }

    /// The row id of what was inserted last.
    var lastRow: Int64 { unsafe sqlite3_last_insert_rowid(handle) }

    private func bound(_ sql: String, _ values: [Cell]) throws(ComparisonFault) -> Statement {
        guard unsafe handle != nil else { throw .closed(path) }
        let statement = try prepared(sql)
        for (index, value) in values.enumerated() {
            let code = statement.bind(value, at: Int32(index + 1))
            guard code == SQLITE_OK else { throw fault(code) }
        }
        return statement
    }

    private func prepared(_ sql: String) throws(ComparisonFault) -> Statement {
        if let statement = statements[sql] { return statement }
        var made: OpaquePointer?
        let code = unsafe sqlite3_prepare_v2(handle, sql, -1, &made, nil)
        guard code == SQLITE_OK, let made = unsafe made else { throw fault(code) }
        let statement = unsafe Statement(made)
        statements[sql] = statement
        return statement
    }

    private func step(_ statement: Statement) throws(ComparisonFault) -> Bool {
        let code = statement.step()
        switch code {
        case SQLITE_ROW: return true
        case SQLITE_DONE: return false
        default: throw fault(code)
        }
    }

    // MARK: Transactions

    /// Begins a transaction; inside of one it only counts.
    func begin() throws(ComparisonFault) {
        if depth == 0 { try run("BEGIN IMMEDIATE") }
        depth += 1
    }

    /// Ends what ``begin()`` began, keeping what was written once the outermost one ends.
    func commit() throws(ComparisonFault) {
        if depth == 1 { try run("COMMIT") }
        depth -= 1
    }

    /// Ends what ``begin()`` began after a fault; the outermost one undoes what was written.
    func rollBack() {
        depth -= 1
        guard depth == 0 else { return }
        // SQLite has already rolled back after some faults; then there is nothing to undo.
        try? run("ROLLBACK")
    }

    // MARK: Faults

    private func fault(_ code: Int32) -> ComparisonFault {
        let words = unsafe String(cString: handle == nil ? sqlite3_errstr(code) : sqlite3_errmsg(handle))
        switch code & 0xFF {
        case SQLITE_NOTADB, SQLITE_CORRUPT:
            return ComparisonFault(
                kind: .notReadable, path: path,
                description: "\(path) is not a database, or is damaged (\(words)): delete it and begin again")
        case SQLITE_BUSY, SQLITE_LOCKED:
            return ComparisonFault(
                kind: .inUse, path: path,
                description: "\(path) is used by another process (\(words)): wait for it, or name another file")
        default:
            return ComparisonFault(
                kind: .refused(code: Int(code)), path: path,
                description: "\(path) cannot be used (\(words)): check that the folder is there, may be written and "
                    + "has room")
        }
    }
}
