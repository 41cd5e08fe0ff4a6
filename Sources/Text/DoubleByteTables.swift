import Synchronization

/// What the sequences of the East Asian encodings mean, made once each from `iconv`; where glibc and the indexes of the
/// Encoding Standard differ, as the standard has it.
enum DoubleByteTables {
    /// What one lead byte and one trail byte mean.
    struct Table: Sendable {
        private static let leads = 0x81...0xFE
        private static let trails = 0x40...0xFE
        private var entries = [UInt32](repeating: 0xFFFD, count: leads.count * trails.count)

        /// The entry of a pair (``TablePair``), U+FFFD when it means nothing.
        subscript(lead: UInt8, trail: UInt8) -> UInt32 {
            guard let place = Self.place(lead, trail) else { return 0xFFFD }
            return entries[place]
        }

        /// Fills it with what `meaning` says of each pair.
        init(leads: ClosedRange<UInt8>, trails: ClosedRange<UInt8>, _ meaning: (UInt8, UInt8) -> UInt32) {
            for lead in leads {
                for trail in trails { set(lead, trail, meaning(lead, trail)) }
            }
        }

        mutating func set(_ lead: UInt8, _ trail: UInt8, _ entry: UInt32) {
            if let place = Self.place(lead, trail) { entries[place] = entry }
        }

        @inline(__always)
        private static func place(_ lead: UInt8, _ trail: UInt8) -> Int? {
            guard lead >= 0x81, lead <= 0xFE, trail >= 0x40, trail <= 0xFE else { return nil }
            return (Int(lead) - 0x81) * trails.count + Int(trail) - 0x40
        }
    }

    /// Big5 with the Hong Kong characters.
    static let big5: Table = {
        var table = pairs("BIG5-HKSCS", trails: 0x40...0xFE)
        for row in big5Corrections.split(separator: "\n") {
            let lead = UInt8(row.prefix(2), radix: 16) ?? 0
            for entry in row.dropFirst(3).split(separator: " ") {
                guard let trail = UInt8(entry.prefix(2), radix: 16), let scalar = entry.unicodeScalars.last else {
                    continue
                }
                table.set(lead, trail, scalar.value)
            }
        }
        return table
    }()

    /// KS X 1001 with all of Hangul (UHC).
    static let eucKR = pairs("UHC", trails: 0x41...0xFE)

    /// Shift_JIS as Windows has it, private use included.
    static let shiftJIS = pairs("CP932", trails: 0x40...0xFC)

    /// JIS X 0208 with NEC's and IBM's rows, by the bytes of EUC-JP: the rows of Shift_JIS, two to a lead byte. (glibc's
    /// EUC-JP has IBM's elsewhere.)
    static let jis0208 = Table(leads: 0xA1...0xFE, trails: 0xA1...0xFE) { lead, trail in
        let (high, low) = ((Int(lead) - 0xA1) * 94 + Int(trail) - 0xA1).quotientAndRemainder(dividingBy: 188)
        return shiftJIS[UInt8(high + (high < 0x1F ? 0x81 : 0xC1)), UInt8(low + (low < 0x3F ? 0x40 : 0x41))]
    }

    /// JIS X 0212, by the bytes of EUC-JP behind 0x8F. Its last row is 0xED; glibc has IBM's and private use behind it.
    static let jis0212: Table = {
        guard let index = IconvIndex("EUC-JP-MS") else { return empty }
        var table = Table(leads: 0xA2...0xED, trails: 0xA1...0xFE) { index.meaning(of: [0x8F, $0, $1]) }
        table.set(0xA2, 0xC3, 0xA6)
        return table
    }()

    /// The pairs of gb18030 (2022).
    static let gb18030: Table = {
        var table = pairs("GB18030", trails: 0x40...0xFE)
        for (lead, trail, scalar) in gb18030Corrections { table.set(lead, trail, scalar) }
        return table
    }()

    /// The sequences of four bytes of gb18030 that lie in the Basic Multilingual Plane, by their number.
    static let gb18030Fours: [UInt32] = {
        guard let index = IconvIndex("GB18030") else { return [] }
        var table = (0..<39_420).map { (number: Int) -> UInt32 in
            let (high, low) = number.quotientAndRemainder(dividingBy: 1260)
            let lead = [UInt8(0x81 + high / 10), UInt8(0x30 + high % 10)]
            return index.meaning(of: lead + [UInt8(0x81 + low / 10), UInt8(0x30 + low % 10)])
        }
        for (start, scalars) in gb18030FourCorrections {
            for (offset, scalar) in scalars.enumerated() { table[start + offset] = scalar }
        }
        return table
    }()

    private static let empty = Table(leads: 0x81...0x81, trails: 0x40...0x40) { _, _ in 0xFFFD }

    private static func pairs(
        _ name: String, trails: ClosedRange<UInt8>
    ) -> Table {
        guard let index = IconvIndex(name) else { return empty }
        return Table(leads: 0x81...0xFE, trails: trails) { index.meaning(of: [$0, $1]) }
    }
}

/// Pairs and sequences in which glibc 2.36 and the standard differ, and those that other versions of glibc read otherwise.
extension DoubleByteTables {
    /// Two-byte sequences of gb18030: those that the standard leaves in private use, the ideographic space written as 0xA3A0,
    /// and the 18 that the edition of 2022 moved out of private use (glibc has them from the edition of 2005 on).
    private static let gb18030Corrections: [(UInt8, UInt8, UInt32)] = [
        (0xA3, 0xA0, 0x3000), (0xA8, 0xBC, 0x1E3F), (0xFE, 0x51, 0xE816), (0xFE, 0x52, 0xE817), (0xFE, 0x53, 0xE818),
        (0xFE, 0x6C, 0xE831), (0xFE, 0x76, 0xE83B), (0xFE, 0x91, 0xE855),
        (0xA6, 0xD9, 0xFE10), (0xA6, 0xDA, 0xFE12), (0xA6, 0xDB, 0xFE11), (0xA6, 0xDC, 0xFE13), (0xA6, 0xDD, 0xFE14),
        (0xA6, 0xDE, 0xFE15), (0xA6, 0xDF, 0xFE16), (0xA6, 0xEC, 0xFE17), (0xA6, 0xED, 0xFE18), (0xA6, 0xF3, 0xFE19),
        (0xFE, 0x59, 0x9FB4), (0xFE, 0x61, 0x9FB5), (0xFE, 0x66, 0x9FB6), (0xFE, 0x67, 0x9FB7), (0xFE, 0x6D, 0x9FB8),
        (0xFE, 0x7E, 0x9FB9), (0xFE, 0x90, 0x9FBA), (0xFE, 0xA0, 0x9FBB),
    ]

    /// Four-byte sequences of gb18030, from a number on: the same characters, which the standard reads from both forms.
    private static let gb18030FourCorrections: [(Int, ClosedRange<UInt32>)] = [
        (7457, 0xE7C7...0xE7C7), (19057, 0x9FB4...0x9FBB), (39076, 0xFE10...0xFE19),
    ]

    /// Pairs of Big5 by lead byte: trail byte and character. glibc leaves out what the Hong Kong set has twice, and reads
    /// some signs of Big5 as other ones that look alike.
    private static let big5Corrections = """
        8E: 69箸 6F簆 7E糎 AB緒 B4縝 CD者 D0耨
        8F: 57菁 69蒨 6E萏 CB覦 CC覩 FE起
        90: 6D都 7A銹 DC靜 F1響
        91: BF鼖
        92: 44蔃 AF兙 B0兛 B1兝 B2兞 C8鍮 D1瑹
        94: 47浧 CA禛
        95: D9邗
        96: 44靝 ED瀞 FC嬨
        9B: 76爁 78矗 7B纇 C6駖 DE釔 EC惞 F6澶
        9C: 42輶 53侻 62營 68鄄 6B鷰 77菏 BC尐 BD秣 D0婧
        9D: 57輋 5A筑 C4拐
        9E: A9恢 EF痹 FD汊
        9F: 60鬮 66鼗 CB僭 D8弌
        A0: 63蠏 77拎 D5瑨 DF煢 E4牐
        A1: 45‧ 4E﹑ 5A╴ C2¯ C3￣ C5ˍ E3～ F2⊕ F3⊙ FE／
        A2: 40＼ 41∕ 42﹨ 44￥ 46￠ 47￡ CC十 CE卅
        A3: C0␀ C1␁ C2␂ C3␃ C4␄ C5␅ C6␆ C7␇ C8␈ C9␉ CA␊ CB␋ CC␌ CD␍ CE␎ CF␏ D0␐ D1␑ D2␒ D3␓ D4␔ D5␕
        A3: D6␖ D7␗ D8␘ D9␙ DA␚ DB␛ DC␜ DD␝ DE␞ DF␟ E0␡ E1€
        C6: CF廴 D3无 D5癶 D7隶 DE〃 DF仝
        FA: 5F倩 66偽 BD包 C5卄 D5卿
        FB: 48嘅 B8婷 F3幵 F9廐
        FC: 4F彘 6C悤 B9撐 E2晴 F1杞
        FD: B7沜 B8渝 BB港 F1煮
        FE: 52猪 6F瑜 AA瓩 DD砉
        """
}
