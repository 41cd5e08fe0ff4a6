/// One comparison: reads through both sides in the order of article ids, one article at a time.
struct ComparisonRun {
    private let database: Database
    private let changes: (String) throws -> Void
    private var unchanged = 0
    private var changed = 0
    private var added = 0
    private var gone = 0
    private var notCompared = 0
    private var fields = Tallies(most: 200, rest: "other fields")
    private var reasons = Tallies(most: 200, rest: "other reasons")
    private var largest = LargestDifferences()

    private static let sitesShown = 500

    init(_ database: Database, changes: @escaping (String) throws -> Void) {
        (self.database, self.changes) = (database, changes)
    }

    /// Compares, and says what was found.
    mutating func compare(_ labels: Labels) throws -> Comparison {
        try makeScratch()
        try readPublished()
        try readAdded()
        let unread = try database.first("SELECT count(*) FROM unread") { Int($0.number(0)) } ?? 0
        let sites = try mostFrequentSites()
        return Comparison(
            labels: labels, unchanged: unchanged, changed: changed, added: added, gone: gone, notCompared: notCompared,
            unread: unread, fields: fields.sorted.map { Comparison.Tally(name: $0.name, count: $0.count) },
            sites: sites, reasons: reasons.sorted.map { Comparison.Tally(name: $0.name, count: $0.count) },
            largest: largest.all)
    }

    // MARK: Scratch tables, in a temporary file

    private func makeScratch() throws(ComparisonFault) {
        // Fresh articles that stand for a published one with another id.
        try database.run("CREATE TEMP TABLE IF NOT EXISTS paired (article TEXT PRIMARY KEY) WITHOUT ROWID")
        try database.run(
            """
            CREATE TEMP TABLE IF NOT EXISTS site (
                name TEXT PRIMARY KEY, changed INTEGER NOT NULL, added INTEGER NOT NULL, gone INTEGER NOT NULL
            ) WITHOUT ROWID
            """)
        try database.run("DELETE FROM paired")
        try database.run("DELETE FROM site")
    }

    private func count(_ kind: Difference.Kind, of site: String) throws(ComparisonFault) {
        try database.run("INSERT OR IGNORE INTO site VALUES (?, 0, 0, 0)", .text(site))
        try database.run(
            "UPDATE site SET \(kind.rawValue) = \(kind.rawValue) + 1 WHERE name = ?", .text(site))
    }

    private func mostFrequentSites() throws -> [Comparison.SiteTally] {
        var sites: [Comparison.SiteTally] = []
        let sql = "SELECT * FROM site ORDER BY changed + added + gone DESC, name LIMIT \(Self.sitesShown)"
        try database.rows(of: sql) { row in
            sites.append(
                Comparison.SiteTally(
                    site: row.text(0), changed: Int(row.number(1)), added: Int(row.number(2)),
                    gone: Int(row.number(3))))
        }
        return sites
    }

    // MARK: Published articles

    /// Of each published article the newest event whose place has an outcome now is compared; the newest of all where none
    /// has.
    private mutating func readPublished() throws {
        let has =
            "WHERE o.raw_topic = p.raw_topic AND o.raw_partition = p.raw_partition AND o.raw_offset = p.raw_offset"
        let sql = """
            SELECT \(StoredHead.columns), raw_offset >= 0 AND (
                EXISTS (SELECT 1 FROM fresh AS o \(has)) OR EXISTS (SELECT 1 FROM refusal AS o \(has)))
            FROM published AS p ORDER BY article
            """
        var newest: (head: StoredHead, hasOutcome: Bool)?
        try database.rows(of: sql) { row in
            let next = (head: StoredHead(row), hasOutcome: row.number(StoredHead.count) != 0)
            if let held = newest, isSame(held.head.article, next.head.article) {
                let isBetter =
                    next.hasOutcome == held.hasOutcome ? next.head.isNewer(than: held.head) : next.hasOutcome
                if isBetter { newest = next }
            } else {
                if let newest { try settle(newest.head, newest.hasOutcome) }
                newest = next
            }
        }
        if let newest { try settle(newest.head, newest.hasOutcome) }
    }

    private mutating func settle(_ published: StoredHead, _ hasOutcome: Bool) throws {
        if let fresh = try freshest(of: published.article) {
            try compare(published, fresh)
        } else if !hasOutcome {
            notCompared += 1
        } else if let fresh = try fresh(at: published.place) {
            try database.run("INSERT OR IGNORE INTO paired VALUES (?)", .text(fresh.article))
            try compare(published, fresh)
        } else if let refusal = try refusal(at: published.place) {
            try report(published, refusal)
        }
    }

    private func freshest(of article: String) throws(ComparisonFault) -> StoredHead? {
        try database.first(
            """
            SELECT \(StoredHead.columns) FROM fresh WHERE article = ?
            ORDER BY version DESC, raw_topic DESC, raw_partition DESC, raw_offset DESC LIMIT 1
            """, .text(article), read: StoredHead.init)
    }

    private static let atPlace = "WHERE raw_topic = ? AND raw_partition = ? AND raw_offset = ?"

    private func fresh(at place: PagePlace) throws(ComparisonFault) -> StoredHead? {
        try database.first(
            "SELECT \(StoredHead.columns) FROM fresh \(Self.atPlace) ORDER BY version DESC, article DESC LIMIT 1",
            .text(place.topic), .number(Int64(place.partition)), .number(place.offset), read: StoredHead.init)
    }

    private func refusal(at place: PagePlace) throws(ComparisonFault) -> Refusal? {
        try database.first(
            "SELECT outcome, reason, detail FROM refusal \(Self.atPlace)",
            .text(place.topic), .number(Int64(place.partition)), .number(place.offset)
        ) { Refusal(place: place, outcome: $0.text(0), reason: $0.text(1), detail: $0.text(2)) }
    }

    private mutating func compare(_ published: StoredHead, _ fresh: StoredHead) throws {
        guard published.digest != fresh.digest else { return unchanged += 1 }
        let (was, new) = (try event(published, .published), try event(fresh, .fresh))
        let differing = FieldChange.all(was: was.fields, is: new.fields)
        changed += 1
        for change in differing { fields.count(change.name) }
        try count(.changed, of: new.site)
        largest.take(differing) { Difference(changed: was, new, differing) }
        try changes(ChangeLine.changed(was, new, differing))
    }

    private mutating func report(_ published: StoredHead, _ refusal: Refusal) throws {
        let event = try event(published, .published)
        gone += 1
        reasons.count("\(refusal.outcome): \(refusal.reason)")
        try count(.gone, of: event.site)
        largest.take(.gone, size: event.characters) { Difference(gone: event, refusal) }
        try changes(ChangeLine.gone(event, refusal))
    }

    // MARK: Added articles

    private mutating func readAdded() throws {
        let sql = """
            SELECT \(StoredHead.columns) FROM fresh AS f
            WHERE NOT EXISTS (SELECT 1 FROM published AS p WHERE p.article = f.article)
                AND NOT EXISTS (SELECT 1 FROM paired WHERE paired.article = f.article)
            ORDER BY article
            """
        var newest: StoredHead?
        try database.rows(of: sql) { row in
            let next = StoredHead(row)
            if let held = newest, isSame(held.article, next.article) {
                if next.isNewer(than: held) { newest = next }
            } else {
                if let newest { try reportAdded(newest) }
                newest = next
            }
        }
        if let newest { try reportAdded(newest) }
    }

    private mutating func reportAdded(_ fresh: StoredHead) throws {
        let event = try event(fresh, .fresh)
        added += 1
        try count(.added, of: event.site)
        largest.take(.added, size: event.characters) { Difference(added: event) }
        try changes(ChangeLine.added(event))
    }

    // MARK: Events

    private func event(_ head: StoredHead, _ side: Side) throws(ComparisonFault) -> ComparedEvent {
        let body = try database.first(
            "SELECT json FROM \(side.rawValue)_body WHERE id = ?", .number(head.body)
        ) { FieldValue(json: $0.bytes(0)) }
        guard case .object(let fields)?? = body else { throw .damaged(database.path) }
        return ComparedEvent(article: head.article, place: head.place, fields: fields)
    }
}
