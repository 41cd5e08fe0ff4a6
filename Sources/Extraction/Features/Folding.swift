/// Hashing of folded tokens; the same for page text and for tables.
enum Folding {
    static let seed: UInt32 = 0x811C_9DC5

    @inline(__always)
    static func step(_ hash: UInt32, _ value: UInt32) -> UInt32 {
        (hash ^ value) &* 0x0100_0193
    }

    /// The hash of bytes as they are: FNV-1a, 32 bits.
    static func hash(of bytes: some Sequence<UInt8>, seed: UInt32 = seed) -> UInt32 {
        bytes.reduce(seed) { step($0, UInt32($1)) }
    }

    /// Lower case for Latin, Greek and Cyrillic letters, the Turkish i with and without a dot as one; others as they are.
    static func lower(_ value: UInt32) -> UInt32 {
        switch value {
        case 0x41...0x5A, 0xC0...0xD6, 0xD8...0xDE, 0x391...0x3A9, 0x410...0x42F: value + 32
        case 0x130, 0x131: 0x69
        case 0x400...0x40F: value + 80
        case 0x100...0x137, 0x14A...0x177, 0x460...0x4FF: value | 1
        case 0x139...0x148, 0x179...0x17E: value + (value & 1)
        default: value
        }
    }

    /// The hashes of the tokens of each phrase.
    static func tokens(of phrases: [String]) -> [[UInt32]] {
        // The table without words is made of none.
        guard !phrases.isEmpty else { return [] }
        var meter = TextMeter(titles: TitleWords(), words: WordTable.empty)
        return phrases.map { phrase in
            var bytes = Array(phrase.utf8)
            bytes.append(0x20)
            _ = meter.measure(bytes.span)
            return meter.lead.map(\.hash)
        }
    }
}
