/// A row of a side's narrow table.
struct StoredHead {
    let article: String
    let place: PagePlace
    let version: Int64
    let digest: [UInt8]
    /// Which row of the side's events.
    let body: Int64

    /// The columns that are read, and how many they are.
    static let columns = "article, raw_topic, raw_partition, raw_offset, version, digest, body"
    static let count: Int32 = 7

    init(_ row: Statement) {
        article = row.text(0)
        place = row.place(1)
        version = row.number(4)
        digest = row.bytes(5)
        body = row.number(6)
    }

    func isNewer(than other: StoredHead) -> Bool {
        version == other.version ? place.isAbove(other.place) : version > other.version
    }
}
