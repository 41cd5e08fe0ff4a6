/// What the tokens of class names tell: values learnt from many sites, and ``ClassList``s written by hand.
///
/// An open-addressing table over the tokens' hashes. A token's value is the logit of the smoothed mean, over sites, of the
/// share of the text under it that was the article's, less the logit of the prior.
struct ClassTable: Sendable {
    /// A token's entry.
    struct Entry: Sendable {
        /// Hash of the token, 0 when the slot is free.
        var hash: UInt32 = 0
        /// A bit for each ``ClassList`` that has it, and from ``PageList/firstBit`` on one for each ``PageList``.
        var lists: UInt32 = 0
        /// The learnt value, 0 when unknown.
        var value: Float = 0
    }

    private var slots: [Entry]
    private let mask: Int

    /// A table of learnt values beside the hand-written lists.
    init(values: [(hash: UInt32, value: Float)]) {
        let parts = ClassList.allCases.flatMap { list in list.words.map { (UInt32(list.rawValue), Self.hash(of: $0)) } }
        let pages = PageList.allCases.flatMap { list in list.words.map { (list.bit, Self.hash(of: $0)) } }
        let lists = parts + pages
        var capacity = 64
        while capacity < (values.count + lists.count) * 2 { capacity *= 2 }
        slots = Array(repeating: Entry(), count: capacity)
        mask = capacity - 1
        for (list, hash) in lists { slots[claim(hash)].lists |= 1 << list }
        for (hash, value) in values { slots[claim(hash)].value = value }
    }

    private mutating func claim(_ hash: UInt32) -> Int {
        let slot = index(of: hash)
        slots[slot].hash = hash
        return slot
    }

    @inline(__always)
    private func index(of hash: UInt32) -> Int {
        var slot = Int(hash) & mask
        while slots[slot].hash != hash && slots[slot].hash != 0 { slot = (slot + 1) & mask }
        return slot
    }

    /// A token's entry; empty when it is unknown.
    @inline(__always)
    subscript(hash: UInt32) -> Entry { slots[index(of: hash)] }

    /// The hash of a token given in lower case.
    static func hash(of token: String) -> UInt32 {
        Folding.hash(of: token.utf8)
    }
}

/// Cuts the values of `class`, `id`, `itemprop`, `role`, `property` and `data-testid` into tokens: runs of ASCII letters, cut also
/// where a capital follows a small letter, lower-cased, of two to 24 letters.
enum ClassTokens {
    /// Calls `body` with the hash of each token of an attribute's value; at most 400 bytes are read.
    @inline(__always)
    static func forEach(in value: Span<UInt8>, _ body: (_ hash: UInt32, _ range: Range<Int>) -> Void) {
        var hash = Folding.seed
        var start = 0
        var lowerBefore = false
        let count = min(value.count, 400)
        for index in 0...count {
            let byte = index < count ? value[index] : 0x20
            let lower = byte | 0x20
            let letter = lower >= 0x61 && lower <= 0x7A
            let upper = letter && byte < 0x61
            if !letter || (upper && lowerBefore) {
                if index - start >= 2 && index - start <= 24 { body(hash, start..<index) }
                hash = Folding.seed
                start = letter ? index : index + 1
            }
            if letter { hash = Folding.step(hash, UInt32(lower)) }
            lowerBefore = letter && !upper
        }
    }
}
