/// Bytes of any encoding into valid UTF-8.
public enum TextDecoder {
    /// Reads a page's bytes as text.
    ///
    /// Order of trust: byte-order mark, declared charset, `<meta>` (HTML only), the bytes themselves. A declared charset
    /// that leaves malformed sequences where another leaves none is overridden, and the answer says so. Valid UTF-8 is
    /// handed through without a copy. UTF-8 that was certainly encoded twice is read twice (``DecodedText/repaired``).
    ///
    /// - Parameters:
    ///   - bytes: the page as served, its content coding removed.
    ///   - declared: the charset label of the HTTP header or the envelope.
    ///   - isHTML: whether a `<meta>` may declare one.
    public static func decode(_ bytes: consuming [UInt8], declared: String?, isHTML: Bool) -> DecodedText {
        var text = read(bytes, declared: declared, isHTML: isHTML)
        if text.charset == .utf8, text.malformed == 0, let undone = DoubleUTF8.undone(text.utf8) {
            text.utf8 = undone
            text.repaired = true
        }
        // Its tone marks are characters of their own, where all other Vietnamese text has them composed.
        if text.charset.name == "windows-1258", let composed = NormalForm.nfc(text.utf8.span) { text.utf8 = composed }
        return text
    }

    private static func read(_ page: [UInt8], declared: String?, isHTML: Bool) -> DecodedText {
        if let (charset, size) = byteOrderMark(page.span) {
            let read = CharsetReader.read(charset, page, from: size)
            return DecodedText(utf8: read.utf8, charset: charset, basis: .bom, malformed: read.malformed)
        }
        for (charset, basis) in declarations(page.span, declared: declared, isHTML: isHTML) {
            return decode(page, as: charset, basis: basis)
        }
        return detect(page)
    }

    /// The encoding that a page itself states, by byte-order mark or `<meta>`, or `nil`.
    public static func declaredCharset(in page: Span<UInt8>) -> Charset? {
        byteOrderMark(page)?.0 ?? MetaPrescan.charset(in: page)
    }

    /// Whether bytes without a byte-order mark are UTF-16 text.
    public static func isUnmarkedUTF16(_ page: Span<UInt8>) -> Bool { CharsetDetector.utf16(page) != nil }

    private static func declarations(
        _ page: Span<UInt8>, declared: String?, isHTML: Bool
    ) -> [(Charset, CharsetBasis)] {
        if let charset = declared.flatMap(Charset.init(label:)) { return [(charset, .header)] }
        if isHTML, let charset = MetaPrescan.charset(in: page) { return [(charset, .meta)] }
        return []
    }

    /// A declared encoding, unless it fails where another does not.
    private static func decode(_ page: [UInt8], as charset: Charset, basis: CharsetBasis) -> DecodedText {
        if contradicts(charset, page.span) {
            var other = detect(page)
            other.overridden = other.charset != charset
            if other.malformed == 0 { return other }
        }
        let read = CharsetReader.read(charset, page, from: 0)
        let text = DecodedText(utf8: read.utf8, charset: charset, basis: basis, malformed: read.malformed)
        guard read.malformed > 0 else { return text }
        var other = detect(page)
        guard other.charset != charset, isBetter(other, than: text, bytes: page.count) else { return text }
        other.overridden = true
        return other
    }

    /// A declared single-byte encoding "decodes" any bytes; bytes that are UTF-8 beyond chance, or UTF-16 by their
    /// zeros, contradict it. So do zeros a declared UTF-8.
    private static func contradicts(_ charset: Charset, _ page: Span<UInt8>) -> Bool {
        if charset == .utf16LE || charset == .utf16BE {
            return CharsetDetector.utf16(page) == nil && CharsetDetector.isUTF8(page)
        }
        if CharsetDetector.utf16(page) != nil { return true }
        return charset != .utf8 && charset.name != "ISO-2022-JP" && CharsetDetector.isCertainlyUTF8(page)
    }

    /// Whether a detected reading is so much cleaner that the declaration must have lied. A page in the declared
    /// encoding with a few broken bytes stays in it.
    private static func isBetter(_ other: DecodedText, than text: DecodedText, bytes: Int) -> Bool {
        guard other.basis == .detected else { return false }
        return other.malformed == 0 && text.malformed * 200 > min(bytes, 4000) || other.malformed * 20 < text.malformed
    }

    private static func detect(_ page: [UInt8]) -> DecodedText {
        if let charset = CharsetDetector.detect(page.span) {
            let read = CharsetReader.read(charset, page, from: 0)
            return DecodedText(utf8: read.utf8, charset: charset, basis: .detected, malformed: read.malformed)
        }
        let read = CharsetReader.read(.windows1252, page, from: 0)
        return DecodedText(utf8: read.utf8, charset: .windows1252, basis: .fallback, malformed: read.malformed)
    }

    private static func byteOrderMark(_ page: Span<UInt8>) -> (Charset, Int)? {
        guard page.count >= 2 else { return nil }
        if page.count >= 3, page[0] == 0xEF, page[1] == 0xBB, page[2] == 0xBF { return (.utf8, 3) }
        if page[0] == 0xFE, page[1] == 0xFF { return (.utf16BE, 2) }
        if page[0] == 0xFF, page[1] == 0xFE { return (.utf16LE, 2) }
        return nil
    }
}
