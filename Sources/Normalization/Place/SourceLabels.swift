import Lexicon
import Text

/// The labels before a source's name, as data.
enum SourceLabels {
    /// Chinese, Japanese and Korean labels; a colon or white space follows, except where `glued` labels are followed by
    /// the name itself.
    static let wide = Lexicon.all { $0.places.gluedSources + $0.places.wideSources }

    /// Labels that need no colon.
    static let glued = Set(Lexicon.all { $0.places.gluedSources })

    /// Labels of other languages, folded; a colon follows.
    static let latin = Lexicon.all { $0.places.sources }

    /// Words that end a name: another label or a role follows.
    static let ends = Lexicon.all { $0.places.sourceEnds }

    /// A label found: its word, and where the name starts.
    struct Label {
        var start: Int
        var wordEnd: Int
        var end: Int
    }

    private static let wideTable: [UInt32: [[UInt8]]] = table(wide)
    private static let gluedTable: Set<[UInt8]> = Set(glued.map { Array($0.utf8) })
    private static let endTable: [UInt32: [[UInt8]]] = table(ends)

    private static func table(_ words: [String]) -> [UInt32: [[UInt8]]] {
        var table: [UInt32: [[UInt8]]] = [:]
        for word in words.sorted(by: { $0.utf8.count > $1.utf8.count }) {
            guard let first = word.unicodeScalars.first else { continue }
            table[first.value, default: []].append(Array(word.utf8))
        }
        return table
    }

    /// The first label of a line.
    static func find(in line: Span<UInt8>) -> Label? {
        var index = 0
        var hasColon = false
        while index < line.count {
            guard line[index] >= 0xE0 else {
                hasColon = hasColon || line[index] == 0x3A
                index += 1
                continue
            }
            let (value, length) = UTF8Scalars.scalar(in: line, at: index)
            if let words = wideTable[value], let label = wideLabel(line, index, words) { return label }
            hasColon = hasColon || value == 0xFF1A
            index += length
        }
        return hasColon ? latinLabel(line) : nil
    }

    private static func wideLabel(_ line: Span<UInt8>, _ index: Int, _ words: [[UInt8]]) -> Label? {
        for word in words where starts(line, with: word, at: index) {
            let end = index + word.count
            if let after = colon(line, from: end) { return Label(start: index, wordEnd: end, end: after) }
            guard gluedTable.contains(word), end < line.count else { continue }
            return Label(start: index, wordEnd: end, end: end)
        }
        return nil
    }

    /// Colons of every width, and the bars that stand for one.
    private static let colons: Set<UInt32> = [0x3A, 0xFF1A, 0xFE55, 0xFE30, 0x7C, 0xFF5C, 0x4E28]

    /// Where a colon, perhaps behind spaces, ends.
    private static func colon(_ line: Span<UInt8>, from start: Int) -> Int? {
        var index = start
        while index < line.count, index < start + 4 {
            let (value, length) = UTF8Scalars.scalar(in: line, at: index)
            if colons.contains(value) { return index + length }
            guard PlainSpace.isWhite(value) else { return nil }
            index += length
        }
        return nil
    }

    private static let latinHashes = Set(latin.map(WordFold.hash))

    /// A label of one or two words before a colon, at the line's start or behind a bar.
    private static func latinLabel(_ line: Span<UInt8>) -> Label? {
        var hash = WordFold.seed
        var start = 0
        var index = 0
        var letters = 0
        while index < line.count {
            let (value, length) = UTF8Scalars.scalar(in: line, at: index)
            if value == 0x3A || value == 0xFF1A, latinHashes.contains(hash) {
                return Label(start: start, wordEnd: index, end: index + length)
            }
            let isLetter = Script.of(value).isLetter || value == 0x20 && letters > 0
            if isLetter, let folded = WordFold.fold(value) {
                hash = letters == 0 ? WordFold.mix(WordFold.seed, folded) : WordFold.mix(hash, folded)
                start = letters == 0 ? index : start
                letters += 1
            } else if !isLetter {
                hash = WordFold.seed
                letters = 0
            }
            index += length
        }
        return nil
    }

    /// Bars of every width, the full stop and the bracket.
    private static let nameEnds: Set<UInt32> = [0x7C, 0xFF5C, 0x2502, 0x4E28, 0x3002, 0x5B]

    /// Where the name behind a label ends: at a bar or a bracket, or before a word that starts something else.
    static func end(of line: [UInt8], from start: Int) -> Int {
        let span = line.span
        var index = start
        var hasName = false
        while index < line.count {
            let (value, length) = UTF8Scalars.scalar(in: span, at: index)
            if hasName, nameEnds.contains(value) { return index }
            if hasName, let words = endTable[value], words.contains(where: { starts(span, with: $0, at: index) }) {
                return index
            }
            hasName = hasName || Script.of(value).isLetter
            index += length
        }
        return line.count
    }

    private static func starts(_ line: Span<UInt8>, with word: [UInt8], at index: Int) -> Bool {
        guard index + word.count <= line.count else { return false }
        for offset in 0..<word.count where line[index + offset] != word[offset] { return false }
        return true
    }
}
