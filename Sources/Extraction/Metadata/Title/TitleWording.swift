internal import Text

/// The words of a title, to know it again where it is put otherwise.
struct TitleWording {
    private let folded: [UInt8]
    private let words: Set<[UInt8]>

    private let title: String

    init(_ title: String) {
        self.title = title
        folded = TextFold.fold(title)
        words = Self.words(of: title)
    }

    /// Whether a text is the title: the same letters, half of it or more in one piece, or four words or more that are mostly
    /// its.
    func isIn(_ text: String) -> Bool {
        let other = TextFold.fold(text)
        if other == folded { return true }
        let (short, long) = other.count < folded.count ? (other, folded) : (folded, other)
        if short.count > 12, 2 * short.count >= long.count, TextFold.contains(long, short) { return true }
        let others = Self.words(of: text)
        let common = others.intersection(words).count
        return common >= 4 && 5 * common >= 3 * min(others.count, words.count)
    }

    /// Whether a text of five words or more shares half of them with the title, as a headline does that the article had before.
    func isAlike(_ text: String) -> Bool {
        let others = Self.words(of: text)
        return others.count >= 5 && 2 * others.intersection(words).count >= others.count
    }

    /// Whether a text of four words or more says the same otherwise: half of the words of the shorter of the two are in the other, hardly all;
    /// neither is a part of the other nor much shorter.
    func isReworded(_ text: String) -> Bool {
        let (others, share) = (Self.words(of: text), shareOfWords(text))
        return others.count >= 4 && 3 * TextFold.fold(text).count >= 2 * folded.count
            && others.intersection(words).count >= 2
            && share >= 0.5 && share < 0.85 && isPutOtherwise(text)
    }

    /// Whether a text is put in other words: less than half of those of the shorter of the two are in the other.
    func isOther(_ text: String) -> Bool { shareOfWords(text) < 0.5 && isPutOtherwise(text) }

    /// The share of the words of the shorter of two texts that is in the other.
    private func shareOfWords(_ text: String) -> Double {
        let others = Self.words(of: text)
        return Double(others.intersection(words).count) / Double(max(1, min(others.count, words.count)))
    }

    /// Whether neither of two texts is a part of the other and they begin otherwise.
    private func isPutOtherwise(_ text: String) -> Bool {
        let other = TextFold.fold(text)
        return !TextFold.contains(folded, other) && !TextFold.contains(other, folded) && !Self.beginsAlike(text, title)
            && !Self.isGlued(text)
    }

    /// Whether two headlines begin with the same five words: one is the other edited.
    private static func beginsAlike(_ one: String, _ other: String) -> Bool {
        let starts = [one, other].map { $0.lowercased().split(separator: " ").prefix(5) }
        return starts[0].count == 5 && starts[0] == starts[1]
    }

    /// Whether two lines are glued in a text: a capital stands behind a small letter more than once, or behind one of a long word.
    private static func isGlued(_ text: String) -> Bool {
        text.split(separator: " ").contains { word in
            let letters = Array(word)
            return letters.count > 9
                && letters.indices.dropFirst(4).contains { letters[$0].isUppercase && letters[$0 - 1].isLowercase }
        }
    }

    private static func words(of text: String) -> Set<[UInt8]> {
        let words = text.runsOfLettersAndDigits().prefix(64).map { TextFold.fold(String($0)) }
        return Set(words.filter { !$0.isEmpty })
    }
}
