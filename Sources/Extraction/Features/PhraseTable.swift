/// Learnt values of phrases: three tokens in a row, the block's start and end counted as tokens.
///
/// A phrase is in the table when it stands on four or more sites and nearly always outside the article ("sign up for", "all
/// rights reserved", in whatever language): its value is the logit of the smoothed mean, over sites, of the share of its blocks that were
/// the article's, and so is below zero. An open-addressing table; 0 is for unknown phrases.
struct PhraseTable: Sendable {
    private var slots: [(hash: UInt32, value: Float)]
    private let mask: Int
    private var filter = HashFilter()

    /// A table of learnt values.
    init(values: [(hash: UInt32, value: Float)]) {
        var capacity = 64
        while capacity < values.count * 2 { capacity *= 2 }
        slots = Array(repeating: (0, 0), count: capacity)
        mask = capacity - 1
        for (hash, value) in values {
            let slot = index(of: hash)
            slots[slot] = (hash, value)
            filter.insert(hash)
        }
    }

    @inline(__always)
    private func index(of hash: UInt32) -> Int {
        var slot = Int(hash) & mask
        while slots[slot].hash != hash && slots[slot].hash != 0 { slot = (slot + 1) & mask }
        return slot
    }

    /// A phrase's value.
    @inline(__always)
    subscript(hash: UInt32) -> Float { filter.mayHold(hash) ? slots[index(of: hash)].value : 0 }

    /// Calls `body` with the hash of each phrase within a block's first tokens; `isWhole` tells that these are all of its tokens.
    @inline(__always)
    static func forEach(in lead: [LeadToken], isWhole: Bool, _ body: (UInt32) -> Void) {
        guard let first = lead.first else { return }
        var (a, b) = (edge, first.hash)
        for index in 1..<max(1, lead.count) {
            let c = lead[index].hash
            body(hash(a, b, c))
            (a, b) = (b, c)
        }
        if isWhole { body(hash(a, b, edge)) }
    }

    private static let edge: UInt32 = 0x5D

    @inline(__always)
    private static func hash(_ a: UInt32, _ b: UInt32, _ c: UInt32) -> UInt32 {
        var hash = (UInt64(a) &* 0x9E37_79B9_7F4A_7C15) ^ UInt64(b)
        hash = (hash &* 0xC2B2_AE3D_27D4_EB4F) ^ UInt64(c)
        hash = (hash ^ hash >> 31) &* 0x9E37_79B9_7F4A_7C15
        return UInt32(truncatingIfNeeded: hash >> 32) | 1
    }
}
