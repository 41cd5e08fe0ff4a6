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
        var votes = [Int](repeating: 0, count: 64)
        for start in 0...(hashes.count - size) {
            var shingle: UInt64 = 0x9E37_79B9_7F4A_7C15
            for hash in hashes[start..<(start + size)] { shingle = mix(shingle ^ hash) }
            for bit in 0..<64 { votes[bit] += shingle >> UInt64(bit) & 1 == 1 ? 1 : -1 }
        }
        return votes.enumerated().reduce(0) { $1.element > 0 ? $0 | 1 << UInt64($1.offset) : $0 }
    }

    private static func tokenHashes(_ text: Span<UInt8>) -> [UInt64] {
        var hashes: [UInt64] = []
        var folded: [UInt8] = []
        var tokens = Tokens(text)
        while let range = tokens.next() {
            folded.removeAll(keepingCapacity: true)
            DedupFold.append(text.extracting(range), to: &folded)
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
