import Lexicon
import Pages
import Text

/// Look-ups of Chinese and Japanese words in a line of scalars.
enum HanWords {
    private static func scalars(_ word: String) -> [UInt32] { word.unicodeScalars.map(\.value) }

    /// Role words by their first character, the longest first.
    private static let roles: [UInt32: [([UInt32], ContributorRole)]] = {
        var table: [UInt32: [([UInt32], ContributorRole)]] = [:]
        for (word, role) in RoleWords.han.sorted(by: { $0.word.utf8.count > $1.word.utf8.count }) {
            let key = scalars(word)
            if let first = key.first { table[first, default: []].append((key, role)) }
        }
        return table
    }()

    private static let modifiers = RoleWords.hanModifiers.map(scalars)
    private static let stops: [UInt32: [[UInt32]]] = Dictionary(
        grouping: RoleWords.hanStops.map(scalars), by: { $0.first ?? 0 })

    /// Characters that make a role word before them another word (记者会, 编辑部, 作者单位).
    static let otherwise = Set(Lexicon.all { $0.people.roleBreakers }.joined().unicodeScalars.map(\.value))

    /// The longest role word at an index.
    static func role(in text: [UInt32], at index: Int) -> (length: Int, role: ContributorRole)? {
        guard let words = roles[text[index]] else { return nil }
        for (word, role) in words where text[index...].starts(with: word) { return (word.count, role) }
        return nil
    }

    /// The length of a modifier that ends at an index.
    static func modifier(in text: [UInt32], endingAt index: Int) -> Int? {
        for word in modifiers where index >= word.count && text[(index - word.count)..<index].elementsEqual(word) {
            return word.count
        }
        return nil
    }

    /// Where the names of a stretch end: at a word that starts something else.
    static func stop(in text: [UInt32], _ range: Range<Int>) -> Int {
        for index in range {
            guard let words = stops[text[index]] else { continue }
            for word in words where text[index..<range.upperBound].starts(with: word) { return index }
        }
        return range.upperBound
    }

    /// White space and punctuation between names; the middle dot inside a name is none.
    static func isSeparator(_ value: UInt32) -> Bool {
        if value == 0xB7 || value == 0x30FB || value == 0x2022 || value == 0x40 || value == 0x2E || value == 0x5F {
            return false
        }
        return !(Script.of(value).isLetter || Script.of(value) == .digit)
    }

    /// What stands between role words that are beside each other: a separator, or a middle dot (`取材・文`).
    static func isBetweenRoles(_ value: UInt32) -> Bool { value == 0xB7 || value == 0x30FB || isSeparator(value) }

    /// Signs between the entries of a list.
    static func isListSeparator(_ value: UInt32) -> Bool {
        switch value {
        case 0x2C, 0xFF0C, 0x3001, 0x2F, 0xFF0F, 0x7C, 0xFF5C, 0x3B, 0xFF1B, 0x26, 0xFF06: true
        default: false
        }
    }
}
