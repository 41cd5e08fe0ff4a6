import CXXHash

/// Fast hashes of text, for comparing, never for security.
public enum Fingerprint {
    /// XXH3, 64 bits, of some bytes.
    public static func xxh3(_ bytes: Span<UInt8>) -> UInt64 {
        unsafe bytes.withUnsafeBytes { unsafe XXH3_64bits($0.baseAddress, $0.count) }
    }

    /// Charikar's 64-bit similarity hash over shingles of tokens: close texts differ in few bits.
    ///
    /// Every shingle (a run of `width` tokens, folded by ``DedupFold``) votes with its XXH3 on each bit.
    /// `nil` for a text without tokens; a text of fewer tokens than a shingle is one shingle.
    public static func simhash(_ text: Span<UInt8>, width: Int = 4) -> UInt64? {
        let hashes = tokenHashes(text)
        guard !hashes.isEmpty else { return nil }
        let size = max(1, min(width, hashes.count))
        let shingles = hashes.count - size + 1
        var votes = BitCounts()
        for start in 0..<shingles {
            var shingle: UInt64 = 0x9E37_79B9_7F4A_7C15
            for place in start..<start + size { shingle = mix(shingle ^ hashes[place]) }
            votes.add(shingle)
        }
        return votes.bits(above: shingles / 2)
    }

    private static func tokenHashes(_ text: Span<UInt8>) -> [UInt64] {
        var hashes: [UInt64] = []
        var folded: [UInt8] = []
        var tokens = Tokens(text)
        while let range = tokens.next() {
            let token = text.extracting(range)
            if DedupFold.isFolded(token) {
                hashes.append(xxh3(token))
                continue
            }
            folded.removeAll(keepingCapacity: true)
            DedupFold.append(token, to: &folded)
            if !folded.isEmpty { hashes.append(xxh3(folded.span)) }
        }
        return hashes
    }

    /// The finalizer of MurmurHash3.
    private static func mix(_ value: UInt64) -> UInt64 {
        var hash = value
        hash = (hash ^ hash >> 33) &* 0xFF51_AFD7_ED55_8CCD
        hash = (hash ^ hash >> 33) &* 0xC4CE_B9FE_1A85_EC53
        return hash ^ hash >> 33
    }
}

/// How often each of 64 bits was set: one word a binary digit of the counts, so that a word is counted in about two steps.
private struct BitCounts {
    /// Enough for counts below 2^32.
    private var digits = [UInt64](repeating: 0, count: 32)

    mutating func add(_ word: UInt64) {
        var digits = digits.mutableSpan
        var carry = word
        var place = 0
        while carry != 0 {
            let both = digits[place] & carry
            digits[place] ^= carry
            carry = both
            place += 1
        }
    }

    /// The bits that were set more than `limit` times.
    func bits(above limit: Int) -> UInt64 {
        let used = digits.prefix((digits.lastIndex { $0 != 0 } ?? 0) + 1)
        return (0..<64).reduce(0) { word, bit in
            let count = used.indices.reduce(0) { $0 | Int(used[$1] >> UInt64(bit) & 1) << $1 }
            return count > limit ? word | 1 << UInt64(bit) : word
        }
    }
}
