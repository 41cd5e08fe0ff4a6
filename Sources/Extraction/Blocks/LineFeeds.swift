/// Finds line feeds in text, eight bytes at a time.
enum LineFeeds {
    /// The index of the next line feed at or behind one, or `nil`.
    static func next(in text: Span<UInt8>, from start: Int) -> Int? {
        text.withUnsafeBytes { bytes in
            var index = start
            while index + 8 <= bytes.count {
                // A byte is zero here where the text has a line feed: Mycroft's test for a zero byte in a word.
                let word = bytes.loadUnaligned(fromByteOffset: index, as: UInt64.self) ^ 0x0A0A_0A0A_0A0A_0A0A
                if (word &- 0x0101_0101_0101_0101) & ~word & 0x8080_8080_8080_8080 != 0 { break }
                index += 8
            }
            while index < bytes.count {
                if bytes[index] == 0x0A { return index }
                index += 1
            }
            return nil
        }
    }
}
