import CUChardet

/// Finds an encoding from the bytes alone.
enum CharsetDetector {
    /// How much is looked at: detection does not get better with more, and costs.
    static let sample = 131_072

    static func detect(_ page: Span<UInt8>) -> Charset? {
        if let charset = utf16(page) { return charset }
        if ISO2022JPReader.isTold(by: page) { return .iso2022JP }
        if isUTF8(page) { return .utf8 }
        guard let guess = unsafe asked(page) else { return nil }
        return LatinCharset.instead(of: guess, page) ?? guess
    }

    /// UTF-16 without a mark: half of the bytes of markup or Latin text are zero, on one side only.
    static func utf16(_ page: Span<UInt8>) -> Charset? {
        let size = min(page.count, 4096) & ~1
        guard size >= 16 else { return nil }
        var even = 0
        var odd = 0
        var index = 0
        while index < size {
            even += page[index] == 0 ? 1 : 0
            odd += page[index + 1] == 0 ? 1 : 0
            index += 2
        }
        let pairs = size / 2
        if odd * 10 > pairs, even * 20 < odd { return .utf16LE }
        if even * 10 > pairs, odd * 20 < even { return .utf16BE }
        guard even + odd > 1 else { return nil }
        if isText(page, size, highFirst: false) { return .utf16LE }
        if isText(page, size, highFirst: true) { return .utf16BE }
        return nil
    }

    /// Whether nearly all units are signs of East Asian text: there zeros are few, the high bytes of spaces and line ends.
    private static func isText(_ page: Span<UInt8>, _ size: Int, highFirst: Bool) -> Bool {
        var known = 0
        for index in stride(from: 0, to: size, by: 2) {
            let (first, second) = (UInt32(page[index]), UInt32(page[index + 1]))
            switch highFirst ? first << 8 | second : second << 8 | first {
            case 0x09, 0x0A, 0x0D, 0x20...0x7E, 0x2010...0x2027, 0x3000...0x30FF, 0x4E00...0x9FFF, 0xAC00...0xD7A3,
                0xFF01...0xFF5E:
                known += 1
            default: break
            }
        }
        return known * 20 >= size / 2 * 19
    }

    /// Whether the bytes are UTF-8, a cut at the end and a rare broken sequence (1 in 50) forgiven.
    static func isUTF8(_ page: Span<UInt8>) -> Bool {
        let (good, bad) = sequences(page)
        return bad == 0 && (good > 0 || isASCII(page)) || bad <= 1 && good > 2 || bad * 50 < good
    }

    private static func isASCII(_ page: Span<UInt8>) -> Bool {
        for index in 0..<min(page.count, sample) where page[index] >= 0x80 { return false }
        return true
    }

    /// Whether the bytes hold so many multi-byte sequences, nearly all whole, that they can be nothing but UTF-8.
    static func isCertainlyUTF8(_ page: Span<UInt8>) -> Bool {
        let (good, bad) = sequences(page)
        return good >= 3 && bad * 20 < good
    }

    /// Multi-byte UTF-8 sequences that are whole, and bytes above 0x7F that are in none.
    private static func sequences(_ page: Span<UInt8>) -> (good: Int, bad: Int) {
        let end = min(page.count, sample)
        var good = 0
        var bad = 0
        var index = 0
        while index < end {
            if page[index] < 0x80 {
                index += 1
                continue
            }
            let (_, length) = UTF8Scalars.scalar(in: page, at: index)
            if length > 1 {
                good += 1
            } else if index + 4 <= page.count {
                bad += 1
            }
            index += length
        }
        return (good, bad)
    }

    @unsafe
    private static func asked(_ page: Span<UInt8>) -> Charset? {
        guard let detector = unsafe uchardet_new() else { return nil }
        defer { unsafe uchardet_delete(detector) }
        let status = unsafe page.extracting(0..<min(page.count, sample)).withUnsafeBytes { buffer in
            guard let base = buffer.baseAddress else { return Int32(-1) }
            return unsafe uchardet_handle_data(detector, base.assumingMemoryBound(to: CChar.self), buffer.count)
        }
        guard status == 0 else { return nil }
        unsafe uchardet_data_end(detector)
        guard let name = unsafe uchardet_get_charset(detector) else { return nil }
        return charset(named: unsafe String(cString: name))
    }

    /// uchardet's names that are no labels of the standard, and those that mean a wider encoding on the web.
    static let aliases: [String: String] = [
        "UHC": "euc-kr", "MAC-CYRILLIC": "x-mac-cyrillic", "MAC-CENTRALEUROPE": "windows-1250", "CP949": "euc-kr",
        "JOHAB": "euc-kr", "EUC-TW": "big5", "HZ-GB-2312": "gb18030", "ISO-2022-KR": "replacement",
        "ISO-8859-11": "windows-874", "TIS-620": "windows-874", "VISCII": "windows-1258", "IBM855": "windows-1251",
        "IBM865": "windows-1252", "IBM852": "iso-8859-2", "ISO-8859-9": "windows-1254", "ASCII": "utf-8",
    ]

    static func charset(named name: String) -> Charset? {
        Charset(label: aliases[name.uppercased()] ?? name)
    }
}
