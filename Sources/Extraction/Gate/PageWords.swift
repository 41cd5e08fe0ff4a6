/// Words as the gate's learnt tables have them: runs of ASCII letters and of bytes above 0x7F, of two to 24 bytes, ASCII letters in
/// lower case. Simpler than ``TextMeter``: only whether a word stands on the page counts.
enum PageWords {
    /// Calls `body` with the hash of each word; words with different seeds are different.
    @inline(__always)
    static func forEach(in text: Span<UInt8>, seed: UInt32 = Folding.seed, _ body: (_ hash: UInt32) -> Void) {
        var index = 0
        while index < text.count {
            var hash = seed
            let start = index
            while index < text.count {
                let byte = text[index]
                guard byte >= 0x80 || (byte | 0x20) &- 0x61 < 26 else { break }
                hash = Folding.step(hash, UInt32(byte >= 0x80 ? byte : byte | 0x20))
                index &+= 1
            }
            if index &- start >= 2 && index &- start <= 24 { body(hash) }
            index &+= 1
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
