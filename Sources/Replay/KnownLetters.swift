public import Kafka

/// Letters that were dealt with: their places with their times, as a topic that is made anew counts its offsets anew.
public struct KnownLetters {
    private var letters: [Int32: [Int64: String]] = [:]
    private let oldest: [Int32: Int64]
    /// Keys of letters that their topic does not have any more: so many of them are forgotten with each run.
    private(set) var stale: [[UInt8]] = []

    private static let mostStale = 100_000

    /// None.
    public init() { self.init([:]) }

    /// None yet.
    /// - Parameter ends: the topic of letters as it is now.
    init(_ ends: [TopicPartition: Range<Int64>]) {
        oldest = Dictionary(ends.map { ($0.key.partition, $0.value.lowerBound) }) { first, _ in first }
    }

    /// The key and value that tell of a letter: `PARTITION/OFFSET` and its time.
    static func entry(_ letter: ConsumedRecord) -> (key: [UInt8], value: [UInt8]) {
        (Array("\(letter.partition)/\(letter.offset)".utf8), Array(time(letter).utf8))
    }

    private static func time(_ letter: ConsumedRecord) -> String { letter.timestampMs.map { String($0) } ?? "-" }

    /// Takes in an entry.
    mutating func read(_ entry: ConsumedRecord) {
        let key = entry.key ?? []
        let parts = String(decoding: key, as: UTF8.self).split(separator: "/")
        guard parts.count == 2, let partition = Int32(parts[0]), let offset = Int64(parts[1]) else { return }
        guard let value = entry.value else {
            letters[partition]?[offset] = nil
            return
        }
        guard offset >= oldest[partition] ?? 0 else {
            if stale.count < KnownLetters.mostStale { stale.append(key) }
            return
        }
        letters[partition, default: [:]][offset] = String(decoding: value, as: UTF8.self)
    }

    /// Whether a letter was dealt with.
    public func contains(_ letter: ConsumedRecord) -> Bool {
        letters[letter.partition]?[letter.offset] == KnownLetters.time(letter)
    }
}
