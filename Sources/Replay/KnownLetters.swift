public import Kafka

/// Places of letters that were dealt with, eight bytes each and what a set takes.
public struct KnownLetters {
    private var offsets: [Int32: Set<Int64>] = [:]

    /// None.
    public init() {}

    /// Adds `PARTITION/OFFSET`.
    mutating func add(_ key: [UInt8]) {
        let parts = String(decoding: key, as: UTF8.self).split(separator: "/")
        guard parts.count == 2, let partition = Int32(parts[0]), let offset = Int64(parts[1]) else { return }
        offsets[partition, default: []].insert(offset)
    }

    /// Whether the letter at an offset of a partition was dealt with.
    public func contains(_ place: TopicPartition, _ offset: Int64) -> Bool {
        offsets[place.partition]?.contains(offset) ?? false
    }
}
