/// Words as the gate's learnt tables have them: runs of ASCII letters and of bytes above 0x7F, of two to 24 bytes, ASCII letters in
/// lower case. Simpler than ``TextMeter``: only whether a word stands on the page counts.
enum PageWords {
    /// Calls `body` with the hash of each word; words with different seeds are different.
    @inline(__always)
    static func forEach(in text: Span<UInt8>, seed: UInt32 = Folding.seed, _ body: (_ hash: UInt32) -> Void) {
        var (hash, length) = (seed, 0)
        for index in 0...text.count {
            let byte = index < text.count ? text[index] : 0x20
            if byte >= 0x80 || (byte | 0x20) &- 0x61 < 26 {
                hash = Folding.step(hash, UInt32(byte >= 0x80 ? byte : byte | 0x20))
                length += 1
            } else if length > 0 {
                if length >= 2 && length <= 24 { body(hash) }
                (hash, length) = (seed, 0)
            }
        }
    }

    /// The hashes of a string's words.
    static func hashes(of text: String, seed: UInt32 = Folding.seed) -> [UInt32] {
        var hashes: [UInt32] = []
        let bytes = Array(text.utf8)
        forEach(in: bytes.span, seed: seed) { hashes.append($0) }
        return hashes
    }
}
