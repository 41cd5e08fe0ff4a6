import Text

/// A set of phrases that are looked for in a line, letter case and accents ignored, in one pass that allocates nothing.
///
/// Phrases are kept by their first two folded scalars, in an open-addressing table behind a filter of their first three.
struct WordSigns: Sendable {
    /// Phrases that begin with the same two scalars: a range of ``tails``; free where it is empty.
    private struct Slot {
        var key: UInt64 = 0
        var tails = 0..<0
    }

    private var slots: [Slot] = []
    /// What follows the first two scalars of a phrase, and the phrase's marks.
    private struct Tail {
        /// The phrase's third scalar, told before the rest is compared; `nil` in a phrase of two.
        var third: UInt32?
        /// What follows it: a range of ``scalars``.
        var rest: Range<Int>
        var marks: UInt32
    }

    private var tails: [Tail] = []
    private var scalars: [UInt32] = []
    /// Phrases of one scalar, few.
    private var signs: [(scalar: UInt32, marks: UInt32)] = []
    /// For each pair of scalars that a phrase starts with, folded to a few bits, a bit for each third scalar, by its low bits; all where
    /// a phrase has only two. Most places of a line are refused by it without a look-up.
    private var thirds: [UInt64]

    /// A set of phrases.
    init(_ words: [String]) { self.init(marked: words.map { ($0, 1) }) }

    /// A set of phrases of several kinds, each with the bit of its kind.
    init(marked words: [(phrase: String, mark: UInt32)]) {
        thirds = Array(repeating: 0, count: words.count < 200 ? 256 : 4096)
        var phrases: [UInt64: [(rest: [UInt32], marks: UInt32)]] = [:]
        for (word, mark) in words {
            let folded = word.unicodeScalars.compactMap { WordFold.fold($0.value) }
            guard folded.count >= 2 else {
                signs += folded.map { ($0, mark) }
                continue
            }
            let rest = Array(folded.dropFirst(2))
            phrases[Self.key(folded[0], folded[1]), default: []].append((rest, mark))
            thirds[pair(folded[0], folded[1])] |= rest.first.map { 1 << UInt64($0 & 63) } ?? .max
        }
        var capacity = 8
        while capacity < phrases.count * 2 { capacity *= 2 }
        slots = Array(repeating: Slot(), count: capacity)
        for (key, rests) in phrases {
            slots[index(of: key)] = Slot(key: key, tails: tails.count..<(tails.count + rests.count))
            for (rest, marks) in rests {
                let start = scalars.count
                scalars += rest.dropFirst()
                tails.append(Tail(third: rest.first, rest: start..<scalars.count, marks: marks))
            }
        }
    }

    private static func key(_ first: UInt32, _ second: UInt32) -> UInt64 { UInt64(first) << 32 | UInt64(second) }

    /// The slot of a key, or the free one where it would stand.
    private func index(of key: UInt64) -> Int {
        let mask = slots.count - 1
        var index = Int(truncatingIfNeeded: key &* 0x9E37_79B9_7F4A_7C15 >> 40) & mask
        while slots[index].key != key, !slots[index].tails.isEmpty { index = (index + 1) & mask }
        return index
    }

    /// Whether a line holds a phrase; one that starts with a letter of a script with words starts a word.
    func isIn(_ line: Span<UInt8>) -> Bool { first(in: line) != nil }

    /// The bytes of the first phrase of a line from a byte on; white space before it may belong to them.
    func first(in line: Span<UInt8>, from start: Int = 0) -> Range<Int>? {
        var scalars = FoldedScalars(line, from: start)
        var before: UInt32 = 0
        var place = start
        guard var first = scalars.next() else { return nil }
        var end = scalars.index
        while let second = scalars.next() {
            if first > 0x7F, signs.contains(where: { $0.scalar == first }) { return place..<end }
            let thirds = thirds[pair(first, second)]
            if thirds != 0, !Self.isInsideWord(first, behind: before),
                let end = self.end(first, second, thirds, scalars)
            {
                return place..<end
            }
            // No phrase starts inside a word.
            if Self.isLatin(first), Self.isLatin(second) { scalars.skipLetters() }
            (before, first, place, end) = (first, second, end, scalars.index)
        }
        return nil
    }

    /// The marks of all phrases of a line: of each mark whether ``isIn(_:)`` of its phrases alone would hold.
    func marks(in line: Span<UInt8>) -> UInt32 {
        var scalars = FoldedScalars(line, from: 0)
        var found: UInt32 = 0
        var before: UInt32 = 0
        guard var first = scalars.next() else { return 0 }
        while let second = scalars.next() {
            if first > 0x7F { for sign in signs where sign.scalar == first { found |= sign.marks } }
            let thirds = thirds[pair(first, second)]
            if thirds != 0, !Self.isInsideWord(first, behind: before) {
                found |= marks(first, second, thirds, scalars, besides: found)
            }
            if Self.isLatin(first), Self.isLatin(second) { scalars.skipLetters() }
            (before, first) = (first, second)
        }
        return found
    }

    /// The marks of the phrases that begin with two scalars and go on with what comes next, but for phrases that could add nothing.
    @inline(__always)
    private func marks(
        _ first: UInt32, _ second: UInt32, _ thirds: UInt64, _ scalars: borrowing FoldedScalars, besides found: UInt32
    ) -> UInt32 {
        var behind = copy scalars
        let third = behind.next()
        guard Self.mayGoOn(thirds, with: third) else { return found }
        var found = found
        for place in slots[index(of: Self.key(first, second))].tails
        where tails[place].third == nil || tails[place].third == third {
            let tail = tails[place]
            guard found & tail.marks != tail.marks else { continue }
            if tail.third == nil || behind.end(of: self.scalars, tail.rest) != nil { found |= tail.marks }
        }
        return found
    }

    /// Where the first of the phrases ends that begin with two scalars and go on with what comes next.
    @inline(__always)
    private func end(
        _ first: UInt32, _ second: UInt32, _ thirds: UInt64, _ scalars: borrowing FoldedScalars
    ) -> Int? {
        var behind = copy scalars
        let third = behind.next()
        guard Self.mayGoOn(thirds, with: third) else { return nil }
        for place in slots[index(of: Self.key(first, second))].tails
        where tails[place].third == nil || tails[place].third == third {
            guard tails[place].third != nil else { return scalars.index }
            if let end = behind.end(of: self.scalars, tails[place].rest) { return end }
        }
        return nil
    }

    /// Whether a phrase may go on with a scalar.
    @inline(__always)
    private static func mayGoOn(_ thirds: UInt64, with third: UInt32?) -> Bool {
        thirds == .max || third.map { thirds >> UInt64($0 & 63) & 1 == 1 } ?? false
    }

    /// Whether a folded scalar is an ASCII letter.
    private static func isLatin(_ scalar: UInt32) -> Bool { scalar &- 0x61 < 26 }

    /// The place of a pair of scalars in ``thirds``.
    private func pair(_ first: UInt32, _ second: UInt32) -> Int {
        Int(first &* 0x9E5 &+ second &* 0x3B) & (thirds.count - 1)
    }

    private static func isInsideWord(_ scalar: UInt32, behind before: UInt32) -> Bool {
        let script = Script.of(scalar)
        return script.isLetter && !script.isWide && Script.of(before) == script
    }
}

/// The scalars of a line as ``WordSigns`` compares them: letter case and accents folded, white space runs one space,
/// full-width ASCII narrow.
private struct FoldedScalars: ~Escapable {
    private let line: Span<UInt8>
    /// Where the next scalar begins.
    private(set) var index: Int
    private var isBehindSpace = false

    @_lifetime(copy line)
    init(_ line: Span<UInt8>, from start: Int) {
        self.line = line
        index = start
    }

    /// The next scalar, or `nil` at the end.
    @_lifetime(self: copy self)
    @inline(__always)
    mutating func next() -> UInt32? {
        guard index < line.count else { return nil }
        let byte = line[index]
        guard byte > 0x20, byte < 0x80 else { return nextOther() }
        index += 1
        isBehindSpace = false
        return UInt32(byte &- 0x41 < 26 ? byte | 0x20 : byte)
    }

    /// The next scalar where the next byte is white space or begins a scalar beyond ASCII.
    @_lifetime(self: copy self)
    private mutating func nextOther() -> UInt32? {
        while index < line.count {
            let (value, length) = UTF8Scalars.scalar(in: line, at: index)
            index += length
            let narrow = value >= 0xFF01 && value <= 0xFF5E ? value - 0xFEE0 : value
            if PlainSpace.isWhite(narrow) {
                if isBehindSpace { continue }
                isBehindSpace = true
                return 0x20
            }
            guard let folded = WordFold.fold(narrow) else { continue }
            isBehindSpace = false
            return folded
        }
        return nil
    }

    /// Passes over the ASCII letters that follow.
    @_lifetime(self: copy self)
    mutating func skipLetters() {
        while index < line.count, (line[index] | 0x20) &- 0x61 < 26 { index += 1 }
    }

    /// Where these scalars end, when they are what follows.
    func end(of scalars: [UInt32], _ range: Range<Int>) -> Int? {
        var ahead = self
        for place in range where ahead.next() != scalars[place] { return nil }
        return ahead.index
    }
}
