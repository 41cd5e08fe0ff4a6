import TestSupport

/// Edits of how a page's text is coded or said to be.
enum Encodings {
    /// A page that begins with a byte order mark, names a charset, or is coded in another way.
    static func edited(_ page: [UInt8], _ random: inout SeededGenerator) -> [UInt8] {
        switch Int.random(in: 0..<5, using: &random) {
        case 0: (marks.randomElement(using: &random) ?? []) + page
        case 1: Tags.replacing(Tags.place(in: page, &random), of: page, with: meta(&random))
        case 2: wide(page, isLittle: Bool.random(using: &random))
        case 3: latin(page)
        default: Tags.replacing(odd(page, &random), of: page, with: Odd.text(&random))
        }
    }

    private static let marks: [[UInt8]] = [
        [0xEF, 0xBB, 0xBF], [0xFF, 0xFE], [0xFE, 0xFF], [0xFF, 0xFE, 0, 0], [0, 0, 0xFE, 0xFF],
        [0x2B, 0x2F, 0x76, 0x38],
    ]

    private static let names = [
        "utf-8", "gb2312", "gb18030", "big5", "euc-jp", "shift_jis", "iso-2022-jp", "euc-kr", "windows-1252", "koi8-r",
        "utf-16", "utf-16be", "x-user-defined", "utf-7", "", "macintosh", "iso-8859-8-i", "hz-gb-2312", "tis-620",
    ]

    private static func meta(_ random: inout SeededGenerator) -> [UInt8] {
        Array(#"<meta charset="\#(names.randomElement(using: &random) ?? "")">"#.utf8)
    }

    private static func wide(_ page: [UInt8], isLittle: Bool) -> [UInt8] {
        String(decoding: page, as: UTF8.self).utf16.flatMap { unit in
            let halves = [UInt8(unit >> 8), UInt8(unit & 0xFF)]
            return isLittle ? halves.reversed() : halves
        }
    }

    /// Every scalar by its low byte: text in an unknown 8-bit charset.
    private static func latin(_ page: [UInt8]) -> [UInt8] {
        String(decoding: page, as: UTF8.self).unicodeScalars.map { UInt8(truncatingIfNeeded: $0.value) }
    }

    private static func odd(_ page: [UInt8], _ random: inout SeededGenerator) -> Range<Int> {
        let start = Int.random(in: 0...page.count, using: &random)
        return start..<min(page.count, start + 1)
    }
}
