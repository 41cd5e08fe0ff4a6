/// The words of a title, to know it again where it is put otherwise.
struct TitleWording {
    private let folded: [UInt8]
    private let words: Set<[UInt8]>

    init(_ title: String) {
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

    private static func words(of text: String) -> Set<[UInt8]> {
        let words = text.split { !$0.isLetter && !$0.isNumber }.prefix(64).map { TextFold.fold(String($0)) }
        return Set(words.filter { !$0.isEmpty })
    }
}
