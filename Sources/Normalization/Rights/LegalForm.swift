import Lexicon

/// Knows companies by the legal form that their names end with.
public enum LegalForm {
    /// Whether a name ends with one: `Example Media GmbH`, `Wydawnictwo Sp. z o.o.`, `示例传媒有限公司`.
    public static func ends(_ name: String) -> Bool {
        if wide.contains(where: { name.hasSuffix($0) }) { return true }
        let plain = name.filter { $0 != "." && $0 != "," }
        guard let space = plain.lastIndex(of: " "), space > plain.startIndex else { return false }
        let last = plain[plain.index(after: space)...]
        if capitals.contains(String(last)) || words.contains(NameShape.fold(last)) { return true }
        return phrases.contains { NameShape.fold(plain).hasSuffix($0) }
    }

    /// Forms that are a name's part too unless they stand in capitals.
    private static let capitals = Set(Lexicon.all { $0.rights.capitalForms } + ["SE"])

    /// Forms of one word, folded.
    private static let words = Set(Lexicon.all { $0.rights.legalForms })

    /// Forms of several words, folded.
    private static let phrases = Lexicon.all { $0.rights.longForms }

    private static let wide = Lexicon.all { $0.rights.wideForms }
}
