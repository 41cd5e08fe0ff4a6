import CICU

/// Unicode's composed normal form (NFC).
public enum NormalForm {
    /// The NFC form of UTF-8 text, or `nil` when the text is already in it.
    ///
    /// The check is the standard library's; only a text that fails it goes through ICU, which is linear where
    /// Foundation's normalisation is quadratic on long runs of combining marks. A text that ICU refuses (beyond
    /// 512 MB) stays as it is.
    public static func nfc(_ text: Span<UInt8>) -> [UInt8]? {
        guard let utf8 = try? UTF8Span(validating: text), !isComposed(utf8) else { return nil }
        let capacity = text.count * 3 + 1
        return unsafe composed(text, capacity: capacity)
    }

    private static func isComposed(_ utf8: borrowing UTF8Span) -> Bool {
        var copy = copy utf8
        return copy.checkForNFC(quickCheck: false)
    }

    @unsafe
    private static func composed(_ text: Span<UInt8>, capacity: Int) -> [UInt8]? {
        var written: Int64 = -1
        let out = unsafe [UInt8](unsafeUninitializedCapacity: capacity) { buffer, count in
            unsafe text.withUnsafeBufferPointer { source in
                written = unsafe galley_icu_nfc(source.baseAddress, source.count, buffer.baseAddress, buffer.count)
            }
            count = max(0, Int(written))
        }
        return written < 0 ? nil : out
    }
}
