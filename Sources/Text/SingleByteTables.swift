import Synchronization

/// What the bytes 0x80...0xFF mean in the encodings of one byte a character, made once each from `iconv`.
enum SingleByteTables {
    private static let cache = Mutex<[String: [UInt32]]>([:])

    static func table(of charset: Charset) -> [UInt32] {
        if let known = cache.withLock({ $0[charset.name] }) { return known }
        let made = make(charset)
        cache.withLock { $0[charset.name] = made }
        return made
    }

    /// The standard gives bytes that Microsoft left open in windows-125x, windows-874 and macintosh their C1 control;
    /// glibc refuses them.
    private static func make(_ charset: Charset) -> [UInt32] {
        if charset.name == "x-user-defined" { return (0x80...0xFF).map { $0 - 0x80 + 0xF780 } }
        guard let index = IconvIndex(charset.iconvName) else { return latin1 }
        var table = (UInt8(0x80)...0xFF).map { index.meaning(of: [$0]) }
        let opens = charset.name.hasPrefix("windows-") || charset.name == "macintosh"
        for index in 0..<0x20 where opens && table[index] == 0xFFFD { table[index] = UInt32(index) + 0x80 }
        for (byte, value) in corrections[charset.name] ?? [] { table[Int(byte) - 0x80] = value }
        return table
    }

    /// Single bytes in which glibc and the standard differ.
    static let corrections: [String: [(UInt8, UInt32)]] = [
        "macintosh": [(0xC6, 0x2206), (0xDB, 0x20AC), (0xF0, 0xF8FF)],
        "x-mac-cyrillic": [(0xFF, 0x20AC)],
        "windows-1255": [(0xCA, 0x05BA)],
        "KOI8-U": [(0xAE, 0x045E), (0xBE, 0x040E)],
    ]

    private static let latin1: [UInt32] = Array(0x80...0xFF)
}
