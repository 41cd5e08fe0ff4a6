import Lexicon

/// Bylines that begin with the place of the report: `Aus Selm berichtet Jule Brandt`.
enum PlaceByline {
    /// The word before the place and the one behind it, folded.
    private static let frames = Lexicon.all { $0.people.reportsFrom }.compactMap { phrase in
        let words = phrase.split(separator: " ").map(String.init)
        return words.count == 3 && words[1] == "*" ? (before: words[0], behind: words[2]) : nil
    }

    /// Where the names of a line begin that begins so; `nil` of any other.
    static func namesStart(in words: [Substring]) -> Int? {
        guard words.count > 3 else { return nil }
        let first = NameShape.fold(words[0])
        for frame in frames where frame.before == first {
            for index in 2..<min(5, words.count - 1) where NameShape.fold(words[index]) == frame.behind {
                return words[1..<index].allSatisfy(NameShape.isCapitalised) ? index + 1 : nil
            }
        }
        return nil
    }

    /// Whether a line begins so, and a capital stands behind it.
    static func isOne(_ line: Span<UInt8>) -> Bool {
        guard frames.contains(where: { starts(line, with: $0.before) }) else { return false }
        let words = String(decoding: line.indices.map { line[$0] }, as: UTF8.self).split(separator: " ")
        return namesStart(in: words).map { NameShape.isCapitalised(words[$0]) } ?? false
    }

    /// Whether a line begins with an ASCII word in any case and a space.
    private static func starts(_ line: Span<UInt8>, with word: String) -> Bool {
        let word = word.utf8.span
        guard line.count > word.count, line[word.count] == 0x20 else { return false }
        for index in word.indices where line[index] | 0x20 != word[index] { return false }
        return true
    }
}
