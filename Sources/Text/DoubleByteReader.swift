/// Decodes the East Asian encodings that are not switched by escape sequences, each as its decoder in the WHATWG Encoding
/// Standard: a malformed sequence is one U+FFFD, and an ASCII byte in it stays text.
enum DoubleByteReader {
    /// Decodes bytes from `start`, or returns `nil` for an encoding of another kind. Linear; no byte is asked for more than
    /// four times.
    static func read(_ charset: Charset, _ page: Span<UInt8>, from start: Int) -> CharsetReader.Reading? {
        switch charset.name {
        case "gb18030": decode(page, from: start, GB18030Sequences())
        case "Big5": decode(page, from: start, PairSequences(table: DoubleByteTables.big5))
        case "EUC-KR": decode(page, from: start, PairSequences(table: DoubleByteTables.eucKR))
        case "Shift_JIS": decode(page, from: start, ShiftJISSequences())
        case "EUC-JP": decode(page, from: start, EUCJPSequences())
        default: nil
        }
    }

    private static func decode(
        _ page: Span<UInt8>, from start: Int, _ sequences: some ByteSequences
    ) -> CharsetReader.Reading {
        var out: [UInt8] = []
        out.reserveCapacity(page.count - start + (page.count - start) / 2)
        var malformed = 0
        var index = start
        while index < page.count {
            let byte = page[index]
            if byte < 0x80 {
                out.append(byte)
                index += 1
                continue
            }
            let (entry, length) = sequences.sequence(in: page, at: index)
            if let entry {
                TablePair.append(entry, to: &out)
            } else {
                malformed += 1
                UTF8Scalars.append(0xFFFD, to: &out)
            }
            index += length
        }
        return (out, malformed)
    }
}

/// How an encoding's sequences are read.
private protocol ByteSequences {
    /// The sequence at a byte above 0x7F: its entry of the tables, `nil` when it is malformed, and the bytes it takes.
    func sequence(in page: Span<UInt8>, at index: Int) -> (entry: UInt32?, length: Int)
}

extension ByteSequences {
    /// A pair's entry; without one, an ASCII trail byte is left to be read again.
    @inline(__always)
    fileprivate func pair(_ table: DoubleByteTables.Table, _ lead: UInt8, _ trail: UInt8) -> (UInt32?, Int) {
        let entry = table[lead, trail]
        if entry != 0xFFFD { return (entry, 2) }
        return (nil, trail < 0x80 ? 1 : 2)
    }
}

/// Big5 and EUC-KR: a lead byte and a trail byte.
private struct PairSequences: ByteSequences {
    let table: DoubleByteTables.Table

    @inline(__always)
    func sequence(in page: Span<UInt8>, at index: Int) -> (entry: UInt32?, length: Int) {
        let lead = page[index]
        guard lead != 0x80, lead != 0xFF, index + 1 < page.count else { return (nil, 1) }
        return pair(table, lead, page[index + 1])
    }
}

/// Shift_JIS: pairs, and half-width katakana of one byte.
private struct ShiftJISSequences: ByteSequences {
    let table = DoubleByteTables.shiftJIS

    @inline(__always)
    func sequence(in page: Span<UInt8>, at index: Int) -> (entry: UInt32?, length: Int) {
        let lead = page[index]
        switch lead {
        case 0x80: return (0x80, 1)
        case 0xA1...0xDF: return (0xFF61 + UInt32(lead - 0xA1), 1)
        case 0xA0, 0xFD...0xFF: return (nil, 1)
        default:
            guard index + 1 < page.count else { return (nil, 1) }
            return pair(table, lead, page[index + 1])
        }
    }
}

/// EUC-JP: pairs of JIS X 0208, half-width katakana behind 0x8E, pairs of JIS X 0212 behind 0x8F.
private struct EUCJPSequences: ByteSequences {
    let basic = DoubleByteTables.jis0208
    let supplement = DoubleByteTables.jis0212

    @inline(__always)
    func sequence(in page: Span<UInt8>, at index: Int) -> (entry: UInt32?, length: Int) {
        let lead = page[index]
        guard lead == 0x8E || lead == 0x8F || lead >= 0xA1 && lead <= 0xFE, index + 1 < page.count else {
            return (nil, 1)
        }
        let trail = page[index + 1]
        if lead == 0x8E, trail >= 0xA1, trail <= 0xDF { return (0xFF61 + UInt32(trail - 0xA1), 2) }
        guard lead == 0x8F, trail >= 0xA1, trail <= 0xFE else { return pair(basic, lead, trail) }
        guard index + 2 < page.count else { return (nil, 2) }
        let (entry, length) = pair(supplement, trail, page[index + 2])
        return (entry, length + 1)
    }
}

/// gb18030: one, two or four bytes.
private struct GB18030Sequences: ByteSequences {
    let pairs = DoubleByteTables.gb18030

    @inline(__always)
    func sequence(in page: Span<UInt8>, at index: Int) -> (entry: UInt32?, length: Int) {
        let lead = page[index]
        if lead == 0x80 { return (0x20AC, 1) }
        guard lead != 0xFF, index + 1 < page.count else { return (nil, 1) }
        let second = page[index + 1]
        return second >= 0x30 && second <= 0x39 ? four(page, at: index) : pair(pairs, lead, second)
    }

    private func four(_ page: Span<UInt8>, at index: Int) -> (entry: UInt32?, length: Int) {
        let left = page.count - index
        guard left > 2 else { return (nil, left) }
        let third = page[index + 2]
        guard third >= 0x81, third <= 0xFE else { return (nil, 1) }
        guard left > 3 else { return (nil, left) }
        let fourth = page[index + 3]
        guard fourth >= 0x30, fourth <= 0x39 else { return (nil, 1) }
        let high = (Int(page[index]) - 0x81) * 10 + Int(page[index + 1]) - 0x30
        return (scalar(high * 1260 + (Int(third) - 0x81) * 10 + Int(fourth) - 0x30), 4)
    }

    /// The planes above the first are numbered in order, from 189,000 on.
    private func scalar(_ number: Int) -> UInt32? {
        if number >= 189_000 { return number < 189_000 + 0x10_0000 ? UInt32(number - 189_000 + 0x1_0000) : nil }
        guard number < DoubleByteTables.gb18030Fours.count else { return nil }
        let scalar = DoubleByteTables.gb18030Fours[number]
        // 0x8431A437 is U+FFFD itself.
        return scalar == 0xFFFD && number != 39_417 ? nil : scalar
    }
}
