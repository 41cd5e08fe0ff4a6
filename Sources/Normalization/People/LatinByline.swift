import Lexicon
import Pages
import Text

/// Bylines in scripts with words: "By Jane Doe and John Roe, Staff Writers", "Von …", "Автор: …".
enum LatinByline {
    static func read(_ line: String, role: ContributorRole?, language: String?) -> [Contributor] {
        let all = line.split(separator: " ").prefix(80).flatMap(unglued).flatMap(separated)
        let words = fromMarker(all)
        let folded = words.map { NameShape.fold($0) }
        var people: [Contributor] = []
        var index = 0
        var current: Marker? = role.map { Marker(length: 0, role: $0, raw: nil, isStrict: false) }
        if let first = words.first, RoleWords.markers(of: language).contains(folded[0]) {
            current = Marker(length: 1, role: .author, raw: String(first), isStrict: true)
            index = 1
        }
        if let start = PlaceByline.namesStart(in: words) {
            let raw = words[..<start].joined(separator: " ")
            (current, index) = (Marker(length: start, role: .reporter, raw: raw, isStrict: true), start)
        }
        while index < words.count {
            if var marker = marker(words, folded, at: index) {
                // In a place that is meant for a name one word behind "von" is one.
                if index == 0, role != nil {
                    marker.isPhrase = true
                    marker.isStrict = marker.isStrict && !Self.isDesk(words[marker.length...])
                }
                current = marker
                index += marker.length
            }
            var end = index
            while end < words.count, end == index || marker(words, folded, at: end)?.isPhrase != true { end += 1 }
            if let current {
                let names = LatinNames(Array(words[index..<end]), marker: current).read()
                // What stands before the first marker is a name only where it looks like one: else a label.
                people += current.length == 0 && end < words.count ? names.filter(isNamed) : names
            }
            index = end
        }
        return people
    }

    /// Whether the first two words name a desk or another organisation.
    private static func isDesk(_ words: ArraySlice<Substring>) -> Bool {
        let pair = words.prefix(2)
        return pair.count == 2 && pair.allSatisfy(NameShape.isCapitalised)
            && pair.contains(where: NameShape.isOrganisationWord)
    }

    private static func isNamed(_ person: Contributor) -> Bool {
        let words = person.name.split(separator: " ")
        return NameShape.isPerson(words) || NameShape.isAgency(words)
            || words.contains(where: NameShape.isOrganisationWord)
    }

    /// A word as it is, or in two where a marker stands glued to a name: `ByJane`; a marker that stands twice once: `Byby`.
    private static func unglued(_ word: Substring) -> [Substring] {
        if word.utf8.count < 8, NameShape.fold(word) == "byby" { return [word.prefix(2)] }
        for marker in gluedMarkers where word.utf8.starts(with: marker.utf8) {
            let rest = word.dropFirst(marker.count)
            if rest.count > 1, rest.first?.isUppercase == true, rest.dropFirst().first?.isLowercase == true {
                return [word.prefix(marker.count), rest]
            }
        }
        return [word]
    }

    private static let gluedMarkers = Lexicon.all { $0.people.gluedBylines }

    /// The words from a marker on that stands behind one or two words in small letters (a label that its element shares with
    /// the byline: `plus by Jane Doe`) or behind words that say when: those are no name.
    private static func fromMarker(_ all: [Substring]) -> [Substring] {
        var words = Array(all.drop { $0.count == 1 && ",;|•·-–—".contains($0) })
        if words.count > 2, NameShape.fold(words[0]) == "by", NameShape.fold(words[1]) == "by" { words.removeFirst() }
        let folded = words.prefix(8).map { NameShape.fold($0) }
        guard marker(words, folded, at: 0) == nil else { return words }
        let time = words.prefix(7).prefix { NameShape.isTimeWord($0) && NameShape.fold($0) != "by" }.count
        if time > 0, time < folded.count, marker(words, folded, at: time, isStart: true) != nil {
            return Array(words[time...])
        }
        if let by = folded.indices.dropFirst().first(where: { folded[$0] == "by" && $0 + 1 < words.count }),
            NameShape.isCapitalised(words[by + 1]), !NameShape.isPerson(Array(words[..<by]))
        {
            return Array(words[by...])
        }
        for index in 1..<3 where index + 1 < words.count {
            guard !NameShape.isCapitalised(words[index - 1]), NameShape.isCapitalised(words[index + 1]) else { break }
            if words[index - 1].count > 3, marker(words, folded, at: index, isStart: true) != nil {
                return Array(words[index...])
            }
        }
        return words
    }

    /// A marker found in the line.
    struct Marker {
        var length: Int
        var role: ContributorRole
        var raw: String?
        /// Whether only what looks like a person's name is taken.
        var isStrict: Bool
        /// Whether it can stand in the midst of a line.
        var isPhrase = false
    }

    /// Markers by their first word without its colon, the longest first.
    private static let markers: [String: [(words: [String], role: ContributorRole)]] = Dictionary(
        grouping: RoleWords.latin
            .map { marker, role in (words: Lexicon.words(of: marker), role: role) }
            .sorted { $0.words.count > $1.words.count },
        by: { firstWord($0.words[0]) })

    private static func firstWord(_ word: String) -> String { word.hasSuffix(":") ? String(word.dropLast()) : word }

    private static func marker(_ words: [Substring], _ folded: [String], at index: Int, isStart: Bool = false)
        -> Marker?
    {
        guard index < folded.count else { return nil }
        for (marker, role) in markers[firstWord(folded[index])] ?? []
        where folded[index...].starts(with: marker) || colon(folded, index, marker) {
            let hasColon = marker.last?.hasSuffix(":") ?? false || colon(folded, index, marker)
            let isPhrase = hasColon || marker.count > 1 || role == .photographer && isSecond(words, at: index)
            guard index == 0 || isStart || isPhrase else { continue }
            let raw = words[index..<(index + marker.count)].joined(separator: " ").trimming { $0 == ":" || $0 == " " }
            let isStrict = !hasColon || role == .photographer
            return Marker(length: marker.count, role: role, raw: raw, isStrict: isStrict, isPhrase: isPhrase)
        }
        return nil
    }

    /// Whether a word stands behind a comma and before a person's name: `Texte Jane Doe, photos John Roe`.
    private static func isSecond(_ words: [Substring], at index: Int) -> Bool {
        index > 1 && words[index - 1] == "," && NameShape.isPerson(Array(words[(index + 1)...].prefix(2)))
    }

    /// A marker written with a colon behind its last word.
    private static func colon(_ folded: [String], _ index: Int, _ marker: [String]) -> Bool {
        guard let last = marker.last, index + marker.count <= folded.count else { return false }
        let found = folded[index..<(index + marker.count)]
        return found.dropLast().elementsEqual(marker.dropLast()) && found.last == last + ":"
    }

    /// A word without the signs that hang on it; signs that separate names become words of their own.
    private static func separated(_ word: Substring) -> [Substring] {
        guard word.utf8.contains(where: startsSeparator) else { return [word] }
        if let bar = word.firstIndex(of: "|"), word.contains("@"), word.count > 1 {
            return [word[..<bar], "|", word[word.index(after: bar)...]].filter { !$0.isEmpty }
        }
        var parts: [Substring] = []
        var start = word.startIndex
        for index in word.indices where LatinNames.listSigns.contains(word[index...index]) {
            if word.contains("@") || word.contains("://") { break }
            if start < index { parts.append(word[start..<index]) }
            parts.append(word[index..<word.index(after: index)])
            start = word.index(after: index)
        }
        if start < word.endIndex { parts.append(word[start...]) }
        return parts
    }

    /// Whether a byte is the first of a sign that separates names.
    private static func startsSeparator(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: ","), UInt8(ascii: ";"), UInt8(ascii: "|"), UInt8(ascii: "/"), 0xC2, 0xE2: true
        default: false
        }
    }
}
