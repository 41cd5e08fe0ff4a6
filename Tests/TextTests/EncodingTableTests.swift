import Testing

@testable import Text

/// All that the standard's encodings can decode, against the standard's own indexes (`deploy/generate-encoding-hashes.py`).
/// No difference is known.
@Suite struct EncodingTableTests {
    @Test func theLabelsAreTheStandards() {
        let lines = CharsetLabels.names.map { "\($0.key)=\($0.value)" }.sorted {
            $0.utf8.lexicographicallyPrecedes($1.utf8)
        }
        #expect(lines.count == EncodingHashes.labels.count)
        #expect(EncodingTables.hash(Array(lines.joined(separator: "\n").utf8)) == EncodingHashes.labels.hash)
    }

    @Test func everyEncodingHasAHash() {
        let names = Set(EncodingHashes.texts.map(\.name))
        #expect(names.union(["GBK"]) == Set(CharsetLabels.names.values))
    }

    @Test(arguments: EncodingHashes.texts)
    func everySequenceDecodesAsTheStandardSays(name: String, hash: UInt64) throws {
        let charset = try #require(Charset(label: name))
        let read = CharsetReader.read(charset, EncodingTables.bytes(of: name), from: 0)
        #expect(EncodingTables.hash(read.utf8) == hash)
    }
}

/// The bytes that are decoded of each encoding.
enum EncodingTables {
    static func bytes(of name: String) -> [UInt8] {
        switch name {
        case "UTF-16LE", "UTF-16BE":
            (0...UInt16.max).flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] } + [0x00, 0xD8, 0x01, 0xDC, 0x41]
        case "Big5", "EUC-KR", "Shift_JIS", "UTF-8": pairs
        case "EUC-JP": pairs + threes
        case "gb18030": pairs + fours
        case "ISO-2022-JP": escaped
        default: Array(0...0xFF)
        }
    }

    /// 64-bit FNV-1a.
    static func hash(_ bytes: [UInt8]) -> UInt64 {
        var value: UInt64 = 0xCBF2_9CE4_8422_2325
        for byte in bytes { value = (value ^ UInt64(byte)) &* 0x100_0000_01B3 }
        return value
    }

    /// Every two bytes of which the first is above 0x7F, each on a line: pairs, and what is left of broken ones.
    private static var pairs: [UInt8] {
        var bytes: [UInt8] = []
        for lead in UInt8(0x80)...0xFF {
            for trail in UInt8(0)...0xFF { bytes += [lead, trail, 0x0A] }
        }
        return bytes
    }

    private static var threes: [UInt8] {
        var bytes: [UInt8] = []
        for lead in UInt8(0xA1)...0xFE {
            for trail in UInt8(0)...0xFF { bytes += [0x8F, lead, trail, 0x0A] }
        }
        return bytes
    }

    private static var fours: [UInt8] {
        var bytes: [UInt8] = []
        for first in UInt8(0x81)...0xFE {
            for second in UInt8(0x30)...0x39 {
                for third in UInt8(0x81)...0xFE {
                    for fourth in UInt8(0x30)...0x39 { bytes += [first, second, third, fourth] }
                }
            }
        }
        return bytes
    }

    private static var escaped: [UInt8] {
        var bytes: [UInt8] = []
        for escape in ["(B", "(J", "(I"] { bytes += [0x1B] + Array(escape.utf8) + (0...0xFF).filter { $0 != 0x1B } }
        for escape in ["$@", "$B"] {
            for lead in UInt8(0)...0xFF {
                bytes += [0x1B] + Array(escape.utf8)
                for trail in UInt8(0)...0xFF { bytes += [lead, trail] }
                bytes += Array("\u{1B}(B\n".utf8)
            }
        }
        return bytes
    }
}
