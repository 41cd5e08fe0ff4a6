/// The standard's prescan of a byte stream for the encoding it declares (HTML, "prescan a byte stream to determine its
/// encoding"): linear, over a bounded prefix.
public enum MetaPrescan {
    /// How much of a page is scanned. The standard asks for 1 kB; pages are found that declare later.
    public static let depth = 16_384

    /// The encoding that a `<meta>` in the page's first ``depth`` bytes declares, or `nil`.
    ///
    /// UTF-16 labels mean UTF-8, `x-user-defined` means windows-1252, as the standard says.
    public static func charset(in page: Span<UInt8>) -> Charset? {
        var scan = PrescanCursor(page.extracting(0..<min(page.count, depth)))
        return scan.run()
    }

    /// The value of `charset=` in a media type, as HTML's "extracting a character encoding from a meta element" does.
    ///
    /// - Parameter allowsBareEnd: whether an unclosed quote is forgiven (HTTP headers in the wild have them).
    static func charsetParameter(in value: Span<UInt8>, allowsBareEnd: Bool = false) -> String? {
        var index = 0
        while let found = find("charset", in: value, from: index) {
            index = skipSpace(value, found)
            guard index < value.count, value[index] == UInt8(ascii: "=") else { continue }
            return parameterValue(value, from: skipSpace(value, index + 1), allowsBareEnd: allowsBareEnd)
        }
        return nil
    }

    private static func parameterValue(_ value: Span<UInt8>, from start: Int, allowsBareEnd: Bool) -> String? {
        guard start < value.count else { return nil }
        let quote = value[start]
        var out: [UInt8] = []
        if quote == UInt8(ascii: "\"") || quote == UInt8(ascii: "'") {
            for index in (start + 1)..<value.count {
                if value[index] == quote { return String(decoding: out, as: UTF8.self) }
                out.append(value[index])
            }
            return allowsBareEnd ? String(decoding: out, as: UTF8.self) : nil
        }
        for index in start..<value.count {
            let byte = value[index]
            if PrescanCursor.isSpace(byte) || byte == UInt8(ascii: ";") || allowsBareEnd && byte == UInt8(ascii: ",") {
                break
            }
            out.append(byte)
        }
        return String(decoding: out, as: UTF8.self)
    }

    /// Where the first occurrence of a lower-case ASCII word ends, letter case ignored.
    private static func find(_ word: StaticString, in value: Span<UInt8>, from start: Int) -> Int? {
        let size = word.utf8CodeUnitCount
        guard value.count >= size else { return nil }
        var index = start
        while index + size <= value.count {
            if PrescanCursor.matches(word, in: value, at: index) { return index + size }
            index += 1
        }
        return nil
    }

    private static func skipSpace(_ value: Span<UInt8>, _ start: Int) -> Int {
        var index = start
        while index < value.count, PrescanCursor.isSpace(value[index]) { index += 1 }
        return index
    }
}
