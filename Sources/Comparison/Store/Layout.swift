/// How the file is laid out, and what it is opened with.
///
/// Each side has a narrow table, sorted by article and small enough to be read through, and one of the events themselves,
/// which is read only where two events differ.
enum Layout {
    /// Rises with every change of the tables; a file of another version is refused.
    static let version = 1
    /// What marks the file as Galley's: the letters `GlyC`.
    private static let mark = 0x476C_7943

    /// Memory for pages of the file, in KiB.
    private static let cacheKiB = 32 * 1024

    /// Makes the tables of a new file and checks those of an old one.
    static func prepare(_ database: Database) throws(ComparisonFault) {
        try database.run("PRAGMA cache_size = -\(cacheKiB)")
        try database.run("PRAGMA temp_store = FILE")
        try database.run("PRAGMA mmap_size = 0")
        try database.begin()
        do {
            try check(database)
            try database.commit()
        } catch {
            database.rollBack()
            throw error
        }
        // With WAL and NORMAL a commit survives the end of the process, though not the loss of power.
        try database.run("PRAGMA journal_mode = WAL")
        try database.run("PRAGMA synchronous = NORMAL")
        try database.run("PRAGMA journal_size_limit = \(64 << 20)")
    }

    private static func check(_ database: Database) throws(ComparisonFault) {
        let found = try number("PRAGMA application_id", database)
        let version = try number("PRAGMA user_version", database)
        let tables = try number("SELECT count(*) FROM sqlite_schema", database)
        if found == 0, version == 0, tables == 0 { return try make(database) }
        guard found == mark else { throw .otherContent(database.path) }
        guard version == self.version else { throw .otherLayout(version, database.path) }
    }

    private static func number(_ sql: String, _ database: Database) throws(ComparisonFault) -> Int {
        try database.first(sql) { Int($0.number(0)) } ?? 0
    }

    private static func make(_ database: Database) throws(ComparisonFault) {
        for side in Side.allCases {
            try database.run(
                """
                CREATE TABLE \(side.rawValue) (
                    article TEXT NOT NULL, \(place), version INTEGER NOT NULL,
                    digest BLOB NOT NULL, body INTEGER NOT NULL,
                    PRIMARY KEY (article, raw_topic, raw_partition, raw_offset)) WITHOUT ROWID
                """)
            try database.run("CREATE TABLE \(side.rawValue)_body (id INTEGER PRIMARY KEY, json BLOB NOT NULL)")
        }
        try database.run("CREATE INDEX fresh_place ON fresh (raw_topic, raw_partition, raw_offset)")
        try database.run(
            """
            CREATE TABLE refusal (
                \(place), outcome TEXT NOT NULL, reason TEXT NOT NULL, detail TEXT NOT NULL,
                PRIMARY KEY (raw_topic, raw_partition, raw_offset)) WITHOUT ROWID
            """)
        try database.run(
            """
            CREATE TABLE unread (
                side TEXT NOT NULL, digest BLOB NOT NULL, PRIMARY KEY (side, digest)) WITHOUT ROWID
            """)
        try database.run("PRAGMA application_id = \(mark)")
        try database.run("PRAGMA user_version = \(version)")
    }

    private static let place =
        "raw_topic TEXT NOT NULL, raw_partition INTEGER NOT NULL, raw_offset INTEGER NOT NULL"
}
