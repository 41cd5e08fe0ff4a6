import Lexicon
import Pages

/// Korean bylines: the name stands before the role (홍길동 기자, 김철수·이영희 기자).
enum HangulByline {
    static let roles = Dictionary(
        uniqueKeysWithValues: Lexicon.all(roles: { $0.people.rolesBehind }).map { ($0.word, $0.role) })

    /// People named in a Korean line; empty for a line of another language.
    static func read(_ line: String) -> [Contributor] {
        line.split { ")]=>:".contains($0) }.flatMap(readStretch)
    }

    /// People of a stretch without closing signs: those before a role, as far back as nothing but names stands.
    private static func readStretch(_ stretch: Substring) -> [Contributor] {
        var people: [Contributor] = []
        var pending: [Substring] = []
        for word in stretch.split(whereSeparator: { " \u{A0}([,/|<·".contains($0) }) {
            if let role = roles[String(word)] {
                people += pending.map { Contributor(name: String($0), role: role, roleRaw: String(word)) }
                pending = []
            } else if let (name, role, raw) = glued(word) {
                people.append(Contributor(name: name, role: role, roleRaw: raw))
                pending = []
            } else if isName(word) {
                pending.append(word)
            } else {
                pending = []
            }
        }
        return people
    }

    /// `홍길동기자`.
    private static func glued(_ word: Substring) -> (String, ContributorRole, String)? {
        guard word.hasSuffix("기자"), isName(word.dropLast(2)) else { return nil }
        return (String(word.dropLast(2)), .reporter, "기자")
    }

    /// Two to four syllables.
    private static func isName(_ word: Substring) -> Bool {
        let scalars = word.unicodeScalars
        return (2...4).contains(scalars.count) && scalars.allSatisfy { $0.value >= 0xAC00 && $0.value <= 0xD7A3 }
            && !places.contains(String(word))
    }

    static let places = Set(Lexicon.all { $0.people.hangulNoNames } + ["연합뉴스"])
}
