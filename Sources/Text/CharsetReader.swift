/// Decodes bytes of a known encoding; malformed sequences become U+FFFD and are counted.
enum CharsetReader {
    typealias Reading = (utf8: [UInt8], malformed: Int)

    static func read(_ charset: Charset, _ page: [UInt8], from start: Int) -> Reading {
        switch charset {
        case .utf8: return utf8(page, from: start)
        case .utf16LE: return utf16(page.span, from: start, highFirst: false)
        case .utf16BE: return utf16(page.span, from: start, highFirst: true)
        default: break
        }
        if charset.name == "replacement" { return (page.isEmpty ? [] : [0xEF, 0xBF, 0xBD], page.isEmpty ? 0 : 1) }
        if charset.isSingleByte {
            return singleByte(page.span, from: start, table: SingleByteTables.table(of: charset))
        }
        return DoubleByteReader.read(charset, page.span, from: start) ?? ISO2022JPReader.read(page.span, from: start)
    }

    /// Valid UTF-8 is returned as it came.
    private static func utf8(_ page: [UInt8], from start: Int) -> Reading {
        if UTF8Repair.isWhole(page.span) {
            return (start == 0 ? page : Array(page[start...]), 0)
        }
        var out: [UInt8] = []
        out.reserveCapacity(page.count + 64)
        let malformed = UTF8Repair.append(page.span.extracting(start..<page.count), to: &out)
        return (out, malformed)
    }

    private static func utf16(_ page: Span<UInt8>, from start: Int, highFirst: Bool) -> Reading {
        var out: [UInt8] = []
        out.reserveCapacity(page.count)
        var malformed = 0
        var index = start
        func unit(_ at: Int, _ page: Span<UInt8>) -> UInt32 {
            highFirst ? UInt32(page[at]) << 8 | UInt32(page[at + 1]) : UInt32(page[at + 1]) << 8 | UInt32(page[at])
        }
        while index + 1 < page.count {
            var value = unit(index, page)
            index += 2
            if value & 0xFC00 == 0xD800, index + 1 < page.count, unit(index, page) & 0xFC00 == 0xDC00 {
                value = 0x10000 + (value & 0x3FF) << 10 + unit(index, page) & 0x3FF
                index += 2
            } else if value & 0xF800 == 0xD800 {
                malformed += 1
                value = 0xFFFD
            }
            UTF8Scalars.append(value, to: &out)
        }
        if index < page.count {
            malformed += 1
            UTF8Scalars.append(0xFFFD, to: &out)
        }
        return (out, malformed)
    }

    private static func singleByte(_ page: Span<UInt8>, from start: Int, table: [UInt32]) -> Reading {
        var out: [UInt8] = []
        out.reserveCapacity(page.count + page.count / 4)
        var malformed = 0
        for index in start..<page.count {
            let byte = page[index]
            if byte < 0x80 {
                out.append(byte)
                continue
            }
            let value = table[Int(byte) - 0x80]
            malformed += value == 0xFFFD ? 1 : 0
            UTF8Scalars.append(value, to: &out)
        }
        return (out, malformed)
    }
}

/// Repairing UTF-8 the standard's way: each maximal part of an ill-formed sequence is one U+FFFD.
enum UTF8Repair {
    /// Whether no sequence is ill-formed.
    static func isWhole(_ page: Span<UInt8>) -> Bool {
        var index = 0
        while true {
            index = UTF8Scalars.endOfASCII(in: page, from: index)
            guard index < page.count else { return true }
            let (length, isWhole) = sequence(page, at: index)
            guard isWhole else { return false }
            index += length
        }
    }

    static func append(_ page: Span<UInt8>, to out: inout [UInt8]) -> Int {
        var malformed = 0
        var index = 0
        while index < page.count {
            let byte = page[index]
            if byte < 0x80 {
                out.append(byte)
                index += 1
                continue
            }
            let (length, isWhole) = sequence(page, at: index)
            if isWhole {
                for offset in 0..<length { out.append(page[index + offset]) }
            } else {
                malformed += 1
                UTF8Scalars.append(0xFFFD, to: &out)
            }
            index += length
        }
        return malformed
    }

    /// The sequence at an index: its length, and whether it is whole (Unicode 3.9, table 3-7).
    static func sequence(_ page: Span<UInt8>, at index: Int) -> (length: Int, isWhole: Bool) {
        let first = page[index]
        let need: Int
        switch first {
        case 0xC2...0xDF: need = 2
        case 0xE0...0xEF: need = 3
        case 0xF0...0xF4: need = 4
        default: return (1, false)
        }
        for offset in 1..<need {
            guard index + offset < page.count else { return (offset, false) }
            let byte = page[index + offset]
            let low: UInt8 = offset > 1 ? 0x80 : first == 0xE0 ? 0xA0 : first == 0xF0 ? 0x90 : 0x80
            let high: UInt8 = offset > 1 ? 0xBF : first == 0xED ? 0x9F : first == 0xF4 ? 0x8F : 0xBF
            guard byte >= low, byte <= high else { return (offset, false) }
        }
        return (need, true)
    }
}
