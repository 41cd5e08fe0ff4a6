/// A bit for each of 65,536 groups of hashes: what most lookups are answered by, since the tables themselves are larger than the
/// nearest cache and hold few of the tokens of a page.
struct HashFilter: Sendable {
    private var words: [UInt64] = Array(repeating: 0, count: 1024)

    /// Adds a hash.
    mutating func insert(_ hash: UInt32) { words[Self.word(of: hash)] |= 1 << Self.bit(of: hash) }

    /// Whether the hash, or another of its group, was added.
    @inline(__always)
    func mayHold(_ hash: UInt32) -> Bool { words[Self.word(of: hash)] &>> Self.bit(of: hash) & 1 != 0 }

    @inline(__always)
    private static func word(of hash: UInt32) -> Int { Int(hash &>> 7 & 1023) }

    @inline(__always)
    private static func bit(of hash: UInt32) -> UInt64 { UInt64(hash &>> 1 & 63) }
}
