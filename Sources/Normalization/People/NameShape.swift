import Lexicon
import Pages
import Text

/// Judges whether words look like a person's name.
enum NameShape {
    /// A word folded: lower case, without accents.
    static func fold(_ word: some StringProtocol) -> String {
        var out: [UInt8] = []
        out.reserveCapacity(word.utf8.count)
        for scalar in word.unicodeScalars {
            if let folded = WordFold.fold(scalar.value) { UTF8Scalars.append(folded, to: &out) }
        }
        return String(decoding: out, as: UTF8.self)
    }

    /// Whether words are a name of two to five capitalised words, particles among them allowed.
    static func isPerson(_ words: [Substring]) -> Bool {
        guard (2...6).contains(words.count), words.allSatisfy({ $0.utf8.count <= 40 }) else { return false }
        let capitalised = words.filter(isCapitalised)
        guard capitalised.count >= 2, let last = words.last, isCapitalised(last) else { return false }
        return words.allSatisfy { isCapitalised($0) || RoleWords.particles.contains(fold($0)) }
            && !words.contains { isOrganisationWord($0) }
    }

    /// Whether a word starts with a capital letter, or a letter of a script without capitals.
    static func isCapitalised(_ word: Substring) -> Bool {
        guard let first = word.unicodeScalars.first(where: { $0 != "\"" && $0 != "'" && $0 != "“" && $0 != "(" }) else {
            return false
        }
        let script = Script.of(first.value)
        guard script.isLetter else { return false }
        return first.properties.isUppercase || !first.properties.isLowercase
    }

    /// Whether a word says what somebody is (reporter, editor).
    static func isOccupation(_ word: Substring) -> Bool { titles.contains(trimmedHash(word)) }

    /// Whether a word is part of a job title.
    static func isTitleWord(_ word: Substring) -> Bool {
        isOccupation(word) || titleAdjectives.contains(trimmedHash(word))
    }

    static func isOrganisationWord(_ word: Substring) -> Bool { organisations.contains(trimmedHash(word)) }

    private static let titles = Set(RoleWords.titles.map(WordFold.hash))
    private static let titleAdjectives = Set(RoleWords.titleAdjectives.map(WordFold.hash))
    private static let organisations = Set(RoleWords.organisations.map(WordFold.hash))

    /// The hash of a folded word without a comma or colon behind it: asked of every word of a byline, it allocates nothing.
    private static func trimmedHash(_ word: Substring) -> UInt64 {
        let scalars = word.unicodeScalars
        let plain = scalars.last == "," || scalars.last == ":" ? scalars.dropLast() : scalars[...]
        return plain.reduce(WordFold.seed) { hash, scalar in
            WordFold.fold(scalar.value).map { WordFold.mix(hash, $0) } ?? hash
        }
    }

    /// Whether words are a button's or a label's, not a name: known ones, words that all speak of time (`Published on Monday`,
    /// `15 hours ago`), or a label with a colon and what it labels (`Place: Harbour`).
    static func isLabel(_ words: [Substring]) -> Bool {
        if words.count <= 4, RoleWords.noNames.contains(trimmedFold(words.joined(separator: " ")[...])) { return true }
        if words.count <= 6, words.allSatisfy(isTimeWord) { return true }
        return words.dropLast().prefix(3).contains { $0.hasSuffix(":") }
    }

    /// Whether a word says when rather than who: a weekday, a number, a word between the parts of a date.
    static func isTimeWord(_ word: Substring) -> Bool {
        let folded = trimmedFold(word)
        return folded.utf8.allSatisfy { $0 < 0x41 } || RoleWords.latinStops.contains(folded)
            || RoleWords.timeWords.contains(folded) || isWeekday(word)
    }

    /// Whether a word is a weekday.
    static func isWeekday(_ word: Substring) -> Bool {
        guard let found = TimeWords.table[WordFold.hash(trimmedFold(word))] else { return false }
        return found.kind == .filler && found.value == 1
    }

    /// Whether words are a month with numbers beside it.
    static func isDay(_ words: [Substring]) -> Bool {
        let rest = words.filter { !isMonth($0) }
        let isNumeric = rest.allSatisfy { $0.utf8.allSatisfy { (0x30...0x39).contains($0) || $0 == UInt8(ascii: ",") } }
        return words.count < 4 && rest.count == words.count - 1 && !rest.isEmpty && isNumeric
    }

    private static func isMonth(_ word: Substring) -> Bool {
        TimeWords.table[WordFold.hash(trimmedFold(word))]?.kind == .month
    }

    static func isAgency(_ words: [Substring]) -> Bool {
        words.count == 1 && words.allSatisfy { RoleWords.agencies.contains(trimmedFold($0)) }
    }

    private static func trimmedFold(_ word: Substring) -> String {
        let folded = fold(word)
        return folded.last == "," || folded.last == ":" ? String(folded.dropLast()) : folded
    }

    /// Whether words are the name of a place that looks like a person's: `New Delhi`, `नई दिल्ली`.
    static func isPlace(_ words: [Substring]) -> Bool {
        guard let first = words.first, words.count <= 4 else { return false }
        return words.count > 1 && RoleWords.placeBeginnings.contains(trimmedFold(first))
            || RoleWords.places.contains(trimmedFold(words.joined(separator: " ")[...]))
    }

    /// A common Chinese surname; compound ones are known by their first two characters.
    static func startsWithSurname(_ name: ArraySlice<UInt32>) -> Bool {
        guard let first = name.first else { return false }
        if name.count >= 3, compounds.contains(UInt64(first) << 32 | UInt64(name[name.startIndex + 1])) { return true }
        return surnames.contains(first)
    }

    private static let surnames = Set(Lexicon.all { $0.people.surnames }.joined().unicodeScalars.map(\.value))

    private static let compounds = Set(
        Lexicon.all { $0.people.compoundSurnames }
            .map { $0.unicodeScalars.reduce(UInt64(0)) { $0 << 32 | UInt64($1.value) } })
}
