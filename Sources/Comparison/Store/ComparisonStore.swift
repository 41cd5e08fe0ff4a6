import Foundation

/// The file that holds both sides of a comparison: published events, fresh events, and what became of the other pages.
///
/// It may be called from several threads; one after the other gets in. Every ``add(_:to:)`` that returned outside of a batch,
/// and every ``batch(_:)`` that returned, survives the end of the process. Adding again what is there changes nothing, so
/// feeding may begin again anywhere before the place where it ended.
public final class ComparisonStore: Sendable {
    private let database: Database
    /// Recursive, as what a batch or a comparison calls comes back here.
    private let lock = NSRecursiveLock()

    /// Opens the file, or makes it.
    ///
    /// - Throws: ``ComparisonFault`` when the file is of something else or of another layout, damaged, or cannot be written.
    public init(path: String) throws(ComparisonFault) {
        database = try Database(path: path)
        try Layout.prepare(database)
    }

    /// Ends the use of the file; what is called afterwards throws. Closing again does nothing.
    public func close() {
        lock.lock()
        defer { lock.unlock() }
        database.close()
    }

    // MARK: Feeding

    /// Forgets a side. Refusals belong to the fresh one.
    public func clear(_ side: Side) throws(ComparisonFault) {
        try write { () throws(ComparisonFault) in
            try database.run("DELETE FROM \(side.rawValue)")
            try database.run("DELETE FROM \(side.rawValue)_body")
            try database.run("DELETE FROM unread WHERE side = ?", .text(side.rawValue))
            if side == .fresh { try database.run("DELETE FROM refusal") }
        }
    }

    /// Adds an event as it was published: a JSON object with an `article_id`.
    ///
    /// Of several events with the same article id and place the one with the highest `row_version` is kept, of the same
    /// version the last.
    ///
    /// - Returns: `false` when the bytes are not an event. Different such values are counted in ``Comparison/unread``.
    public func add(_ event: [UInt8], to side: Side) throws(ComparisonFault) -> Bool {
        guard let event = StoredEvent(json: event) else {
            let digest = StoredEvent.digest(of: event)
            try write { () throws(ComparisonFault) in
                try database.run("INSERT OR IGNORE INTO unread VALUES (?, ?)", .text(side.rawValue), .bytes(digest))
            }
            return false
        }
        try write { () throws(ComparisonFault) in try put(event, side.rawValue) }
        return true
    }

    /// Adds what came of a page that gave no event. Of several at one place the last is kept.
    public func add(_ refusal: Refusal) throws(ComparisonFault) {
        let place = refusal.place
        try write { () throws(ComparisonFault) in
            try database.run(
                "INSERT OR REPLACE INTO refusal VALUES (?, ?, ?, ?, ?, ?)", .text(place.topic),
                .number(Int64(place.partition)), .number(place.offset), .text(refusal.outcome), .text(refusal.reason),
                .text(refusal.detail))
        }
    }

    /// Adds much in one transaction: all of it is kept once this returns, and none of it when `body` throws.
    ///
    /// Other threads wait until it ends, so `body` must add on the thread it is called on.
    ///
    /// - Throws: what `body` throws, or ``ComparisonFault``.
    public func batch<R>(_ body: () throws -> R) throws -> R {
        lock.lock()
        defer { lock.unlock() }
        try database.begin()
        do {
            let result = try body()
            try database.commit()
            return result
        } catch {
            database.rollBack()
            throw error
        }
    }

    private func write(_ body: () throws(ComparisonFault) -> Void) throws(ComparisonFault) {
        lock.lock()
        defer { lock.unlock() }
        try database.begin()
        do {
            try body()
            try database.commit()
        } catch {
            database.rollBack()
            throw error
        }
    }

    private func put(_ event: StoredEvent, _ side: String) throws(ComparisonFault) {
        let place = event.place
        let key = [
            Cell.text(event.article), .text(place.topic), .number(Int64(place.partition)), .number(place.offset),
        ]
        let held = try database.first(
            "SELECT version, digest, body FROM \(side) WHERE article = ? AND raw_topic = ? AND raw_partition = ? "
                + "AND raw_offset = ?", key[0], key[1], key[2], key[3]
        ) { (version: $0.number(0), digest: $0.bytes(1), body: $0.number(2)) }
        if let held {
            guard event.version >= held.version else { return }
            if event.version == held.version && event.digest == held.digest { return }
            try database.run(
                "UPDATE \(side)_body SET json = ? WHERE id = ?", .bytes(event.body), .number(held.body))
        } else {
            try database.run("INSERT INTO \(side)_body (json) VALUES (?)", .bytes(event.body))
        }
        try database.run(
            "INSERT OR REPLACE INTO \(side) VALUES (?, ?, ?, ?, ?, ?, ?)", key[0], key[1], key[2], key[3],
            .number(event.version), .bytes(event.digest), .number(held?.body ?? database.lastRow))
    }

    /// Pages with an outcome on the fresh side.
    public func freshPages() throws(ComparisonFault) -> Int {
        lock.lock()
        defer { lock.unlock() }
        let counted = try database.first(
            """
            SELECT count(*) FROM (
                SELECT raw_topic, raw_partition, raw_offset FROM fresh
                UNION SELECT raw_topic, raw_partition, raw_offset FROM refusal)
            """
        ) { Int($0.number(0)) }
        return counted ?? 0
    }

    // MARK: Comparing

    /// Compares both sides.
    ///
    /// Memory is bounded whatever the file holds. The store is held while it runs.
    ///
    /// - Parameters:
    ///   - names: what the report calls the sides.
    ///   - changes: takes a line of JSON, without a line end, for each difference: those of published articles sorted by
    ///     article id, then those that were added, sorted by it too. The same file gives the same lines.
    /// - Throws: what `changes` throws, or ``ComparisonFault``.
    public func compare(names: Labels, changes: (String) throws -> Void) throws -> Comparison {
        try batch {
            try withoutActuallyEscaping(changes) { changes in
                var run = ComparisonRun(database, changes: changes)
                return try run.compare(names)
            }
        }
    }
}
