import Text

/// A set of phrases that are looked for in a line, letter case and accents ignored, in one pass.
///
/// Phrases are kept by their first two folded scalars; a line is folded once into a buffer of at most
/// 1,024 scalars.
struct WordSigns: Sendable {
    private let phrases: [UInt64: [[UInt32]]]
    private let signs: Set<UInt32>
    /// One bit for each pair of scalars that a phrase starts with, folded to twelve bits: most pairs of a line are
    /// refused by it without a look-up.
    private var filter = [UInt64](repeating: 0, count: 64)

    init(_ words: [String]) {
        var table: [UInt64: [[UInt32]]] = [:]
        var signs: Set<UInt32> = []
        for word in words {
            let folded = word.unicodeScalars.compactMap { WordFold.fold($0.value) }
            guard folded.count >= 2 else {
                signs.formUnion(folded)
                continue
            }
            table[UInt64(folded[0]) << 32 | UInt64(folded[1]), default: []].append(folded)
            let bit = Self.bit(folded[0], folded[1])
            filter[bit >> 6] |= 1 << UInt64(bit & 63)
        }
        phrases = table
        self.signs = signs
    }

    /// A line folded for ``match(_:)``: white space runs are one space, full-width ASCII is narrow.
    static func folded(_ line: Span<UInt8>) -> [UInt32] {
        [UInt32](capacity: min(line.count, longest)) { appendFolded(line, to: &$0) }
    }

    /// Scalars of a line that are looked at.
    private static let longest = 1024

    private static func appendFolded(_ line: Span<UInt8>, to out: inout OutputSpan<UInt32>) {
        var index = 0
        var isBehindSpace = false
        while index < line.count, !out.isFull {
            let byte = line[index]
            if byte > 0x20, byte < 0x80 {
                out.append(UInt32((0x41...0x5A).contains(byte) ? byte | 0x20 : byte))
                isBehindSpace = false
                index += 1
                continue
            }
            let (value, length) = UTF8Scalars.scalar(in: line, at: index)
            index += length
            let narrow = value >= 0xFF01 && value <= 0xFF5E ? value - 0xFEE0 : value
            if PlainSpace.isWhite(narrow) {
                if !isBehindSpace { out.append(0x20) }
                isBehindSpace = true
            } else if let fold = WordFold.fold(narrow) {
                out.append(fold)
                isBehindSpace = false
            }
        }
    }

    /// Where the first phrase stands; a phrase that starts with a letter of a script with words starts a word.
    func match(_ line: [UInt32]) -> Range<Int>? {
        guard line.count >= 2 else { return nil }
        for index in 0..<(line.count - 1) {
            if line[index] > 0x7F, signs.contains(line[index]) { return index..<(index + 1) }
            let bit = Self.bit(line[index], line[index + 1])
            guard filter[bit >> 6] >> UInt64(bit & 63) & 1 == 1 else { continue }
            guard let words = phrases[UInt64(line[index]) << 32 | UInt64(line[index + 1])] else { continue }
            guard index == 0 || !isInsideWord(line, index) else { continue }
            for word in words where line[index...].starts(with: word) { return index..<(index + word.count) }
        }
        return nil
    }

    private static func bit(_ first: UInt32, _ second: UInt32) -> Int { Int(first &* 0x9E5 &+ second &* 0x3B) & 0xFFF }

    private func isInsideWord(_ line: [UInt32], _ index: Int) -> Bool {
        let script = Script.of(line[index])
        return script.isLetter && !script.isWide && Script.of(line[index - 1]) == script
    }
}
