import Lexicon
import Pages
import Text

/// The names behind one marker.
struct LatinNames {
    private let words: [Substring]
    private let marker: LatinByline.Marker

    init(_ words: [Substring], marker: LatinByline.Marker) {
        self.words = words
        self.marker = marker
    }

    /// What stands between two separators, and whether a comma or a bar stood before it.
    private struct Segment {
        var words: [Substring] = []
        var isAside = false
        /// Whether "and" stood before it.
        var isBehindAnd = false
        /// Whether it begins with an organisation behind a person's name: its words end no names.
        var isOrganisation = false
    }

    func read() -> [Contributor] {
        var people: [Contributor] = []
        // Whether the segment before is what somebody does, and goes on: `Head of Trade` in `Head of Trade and Public Affairs`.
        var isOpenTitle = false
        for segment in segments() {
            // What follows a label is what it labels.
            if !people.isEmpty, segment.words.first?.hasSuffix(":") ?? false { break }
            if isOpenTitle, segment.isBehindAnd { continue }
            guard let name = name(segment, isFirst: people.isEmpty) ?? firstName(segment, people) else {
                let isTitle = segment.isAside && segment.words.first.map(NameShape.isTitleWord) ?? false
                isOpenTitle = isTitle && !(segment.words.last.map(NameShape.isOccupation) ?? false)
                if segment.isAside, !people.isEmpty { note(segment, &people) }
                continue
            }
            isOpenTitle = false
            people.append(Contributor(name: name, role: marker.role, roleRaw: marker.raw))
        }
        return people
    }

    /// One word behind "and" is a name where the one before it is: `Linny and Peter`.
    private func firstName(_ segment: Segment, _ people: [Contributor]) -> String? {
        guard segment.isBehindAnd, segment.words.count == 1, people.count == 1, !people[0].name.contains(" "),
            segment.words.allSatisfy({ NameShape.isCapitalised($0) && !NameShape.isOrganisationWord($0) })
        else { return nil }
        return Self.text(segment.words)
    }

    /// Markers that a list of several bylines repeats, folded.
    private static let repeated = Set(Lexicon.all { $0.people.repeatedBylines })

    /// Words for "and", folded.
    private static let ands = Set(Lexicon.all { $0.people.ands })

    /// Segments up to the first word that ends the names.
    private func segments() -> [Segment] {
        var segments: [Segment] = []
        var current = Segment()
        var depth = 0
        // Whether words are passed over that tell of the person before them: up to the next sign, or an "and" before a name.
        var isTold = false
        for (index, word) in words.enumerated() {
            let folded = NameShape.fold(word)
            let isFirst = current.words.isEmpty && segments.isEmpty
            if depth == 0, !isFirst, tellsOf(current.words, word, folded, at: index) {
                if Self.bios.contains(folded) { break }
                isTold = true
            }
            if isTold {
                let isAnd = Self.ands.contains(folded) && isPersonNext(index)
                guard isAnd || Self.listSigns.contains(word) else { continue }
                segments.append(current)
                current = Segment(isAside: !isAnd, isBehindAnd: isAnd)
                isTold = false
                continue
            }
            if !current.isOrganisation, isEnd(word, folded, behind: current.words, at: index, isFirst: isFirst) {
                break
            }
            if word.hasPrefix("(") || word.hasPrefix("[") || word.hasPrefix("<") { depth += 1 }
            defer { if word.hasSuffix(")") || word.hasSuffix("]") || word.hasSuffix(">") { depth = max(0, depth - 1) } }
            if depth > 0 || word.contains("@") { continue }
            if current.words.isEmpty, segments.isEmpty, Self.isSeparator(word) { continue }
            let isJoiner = RoleWords.joiners.contains(folded) && index > 0 && index + 1 < words.count && isJoin(index)
            let joins = isJoiner || Self.isSeparator(word)
            if current.words.count >= 2, word == "The" || startsOrganisation(index, behind: current.words) {
                // Whom somebody works for stands behind the name without a sign between.
                segments.append(current)
                current = Segment(words: [word], isAside: true, isOrganisation: word != "The")
            } else if joins, isList(current, word) || !isInOneName(current, index) {
                segments.append(current)
                current = Segment(
                    isAside: !isJoiner && word != "/" && word != "&", isBehindAnd: Self.ands.contains(folded))
            } else {
                current.words.append(word)
            }
        }
        segments.append(current)
        return segments.filter { !$0.words.isEmpty }
    }

    /// Whether an organisation begins behind a name that is set otherwise: `LENA ORTIZ Associated Press`, `Craig Meyer USA TODAY
    /// NETWORK`.
    private func startsOrganisation(_ index: Int, behind name: [Substring]) -> Bool {
        let isLoud = Self.isLoud(words[index])
        guard NameShape.isPerson(name), name.allSatisfy({ Self.isLoud($0) != isLoud && !$0.hasSuffix(".") }) else {
            return false
        }
        let rest = words[index...].prefix { !Self.isSeparator($0) }
        return rest.count <= 5 && rest.dropFirst().contains(where: NameShape.isOrganisationWord)
            && rest.allSatisfy { NameShape.isCapitalised($0) && Self.isLoud($0) == isLoud }
    }

    private static func isLoud(_ word: Substring) -> Bool {
        word.unicodeScalars.allSatisfy { !$0.properties.isLowercase }
    }

    /// Commas, bars and the like always separate; "and" and a dash only between names.
    private func isList(_ current: Segment, _ word: Substring) -> Bool {
        let isInOrganisation =
            current.isAside && current.words.contains(where: NameShape.isOrganisationWord)
            && RoleWords.joiners.contains(NameShape.fold(word))
        return marker.isStrict && !isInOrganisation || Self.listSigns.contains(word)
    }

    /// Whether a joiner stands inside the name of an organisation ("Centre for Trade and Research", "LWF - Wald").
    private func isInOneName(_ current: Segment, _ index: Int) -> Bool {
        let next = words[(index + 1)...].prefix {
            !Self.isSeparator($0) && !RoleWords.joiners.contains(NameShape.fold($0))
        }
        if current.words.count == 1, next.count == 1, Self.ands.contains(NameShape.fold(words[index])) {
            return (current.words + next).contains(where: NameShape.isOrganisationWord)
        }
        let left = NameShape.isPerson(current.words) || NameShape.isAgency(current.words)
        let right = NameShape.isPerson(Array(next)) || NameShape.isAgency(Array(next))
        return !left && !right || !left && current.words.count > 2
    }

    /// A joiner stands between a whole name and a capitalised word ("e", "y" and "a" are also parts of names).
    private func isJoin(_ index: Int) -> Bool {
        let next = words[index + 1]
        let isSmall = !words[index].unicodeScalars.contains { $0.properties.isUppercase }
        return NameShape.isCapitalised(next) && (isSmall || ["and", "und"].contains(NameShape.fold(words[index])))
            || RoleWords.agencies.contains(NameShape.fold(next))
    }

    private static func isSeparator(_ word: Substring) -> Bool {
        word.utf8.count <= 3 && separators.contains(word)
    }

    /// Signs that always part two names, or a name and what is told of its bearer.
    static let listSigns: Set<Substring> = [",", ";", "|", "/", "•", "·", "⋅", "∙", "●", "○", "▪", "■", "◆"]

    private static let separators = listSigns.union(["&", "-", "–", "—", "+"])

    /// Whether a word in small letters tells of the person before it: where they report from, that they are somebody; no part of a
    /// name, and nothing that joins two.
    private func tellsOf(_ name: [Substring], _ word: Substring, _ folded: String, at index: Int) -> Bool {
        guard name.count >= 2, word.unicodeScalars.first.map({ $0.properties.isLowercase }) ?? false,
            !RoleWords.particles.contains(folded), !RoleWords.joiners.contains(folded), NameShape.isPerson(name)
        else { return false }
        if Self.places.contains(folded) || Self.bios.contains(folded) { return true }
        // Short words that nobody lists stand within names.
        return folded.count > 3 && !RoleWords.latinStops.contains(folded) && !NameShape.isTitleWord(word)
            && !marker.isStrict && !Self.isSeparator(word)
    }

    /// Words before the place that somebody reports from, folded.
    private static let places = Set(Lexicon.all { $0.people.reportedFrom }.map { NameShape.fold($0) })

    /// Words behind a name that begin a sentence about its bearer, folded.
    private static let bios = Set(Lexicon.all { $0.people.bios })

    /// Whether a person's name follows a word, and no place that two words name.
    private func isPersonNext(_ index: Int) -> Bool {
        let next = words[(index + 1)...].prefix { NameShape.isCapitalised($0) }.prefix(3)
        return NameShape.isPerson(Array(next)) && !NameShape.isPlace(Array(next))
    }

    private func isEnd(
        _ word: Substring, _ folded: String, behind name: [Substring], at index: Int, isFirst: Bool
    ) -> Bool {
        if isFirst { return false }
        if folded == "|" { return false }
        if isSurname(word, folded, behind: name, at: index) { return false }
        let isLower = word.unicodeScalars.first.map { $0.properties.isLowercase } ?? false
        let isLabel = folded.hasSuffix(":") || !isLower
        if RoleWords.latinStops.contains(folded), marker.isStrict || isLabel { return true }
        return word.unicodeScalars.contains { Script.digits($0.value) } && marker.isStrict
    }

    /// Whether a word that ends names elsewhere is the surname behind a given name: `Tom Share`, `Zofia Wąs`. Nothing follows it but a
    /// sign; prepositions and what is told of times are none, but where only the accents make the difference.
    private func isSurname(_ word: Substring, _ folded: String, behind name: [Substring], at index: Int) -> Bool {
        guard name.count == 1, RoleWords.latinStops.contains(folded), !NameShape.isAgency(name),
            !NameShape.isOrganisationWord(name[0]), !NameShape.isTimeWord(name[0]),
            index + 1 == words.count || Self.isSeparator(words[index + 1])
                || Self.ands.contains(NameShape.fold(words[index + 1]))
        else { return false }
        let isOther = !word.utf8.allSatisfy { $0 < 0x80 }
        guard isOther || folded.count > 3 && folded != "from" && !folded.hasSuffix("ed") else { return false }
        return (name + [word]).allSatisfy {
            NameShape.isCapitalised($0) && $0.count > 1 && $0.dropFirst().allSatisfy(\.isLowercase)
        }
    }

    /// The segment's name, or `nil` when it holds none.
    private func name(_ segment: Segment, isFirst: Bool) -> String? {
        var words = segment.words
        if NameShape.isLabel(words) || NameShape.isDay(words) || Self.isPlace(words) { return nil }
        if !isFirst, NameShape.isPlace(words) { return nil }
        if !isFirst, words.first.map({ $0 == "The" && segment.isAside || NameShape.isTitleWord($0) }) ?? false {
            return nil
        }
        // A list of several bylines repeats its marker.
        if segment.isAside, words.count > 1, Self.repeated.contains(NameShape.fold(words[0])) {
            words.removeFirst()
        }
        words = Self.withoutTail(words)
        if NameShape.isAgency(words) { return Self.text(words) }
        let hasTitle = words.contains(where: NameShape.isOccupation)
        if hasTitle { words = Self.withoutTitles(words) }
        if NameShape.isPerson(words), !(segment.isAside && !isFirst && looksLikePlaceOrOffice(segment)) {
            return Self.text(words)
        }
        let startsWithDigit = words.first?.unicodeScalars.first.map { Script.digits($0.value) } ?? false
        guard isFirst, !startsWithDigit, !marker.isStrict || isLoud(words) || isAlone(words) else { return nil }
        let all = hasTitle && words.count < 2 ? segment.words : words
        guard (1...8).contains(all.count), !all.allSatisfy({ Self.text([$0]).isEmpty }) else { return nil }
        return Self.text(all)
    }

    /// Whether words say where somebody wrote: `Em São Paulo`.
    private static func isPlace(_ words: [Substring]) -> Bool {
        words.count > 1 && words.first.map(placeWords.contains) ?? false
    }

    private static let placeWords = Set(Lexicon.all { $0.people.reportedIn }.map { Substring($0) })

    /// Words of buttons behind a name, folded.
    private static let buttonWords = Set(Lexicon.all { $0.people.buttonsBehind })

    /// A name without the words of a date or a button behind it: two words of it stay.
    private static func withoutTail(_ words: [Substring]) -> [Substring] {
        var words = words
        while words.count > 2, let last = words.last,
            NameShape.isTimeWord(last) && !NameShape.isCapitalised(last)
                || NameShape.isWeekday(last) || buttonWords.contains(NameShape.fold(last))
        { words.removeLast() }
        return words
    }

    /// One capitalised word behind "Posted by" and its like is a name; behind a bare "By" it need not be.
    private func isAlone(_ words: [Substring]) -> Bool {
        marker.isPhrase && marker.role != .photographer && words.count == 1 && words.allSatisfy(NameShape.isCapitalised)
    }

    /// Single words behind "By" count when they are set in capitals (agencies and desks).
    private func isLoud(_ words: [Substring]) -> Bool {
        !words.isEmpty && words.count <= 3
            && words.allSatisfy { $0.count > 1 && Self.isLoud($0) }
    }

    private func looksLikePlaceOrOffice(_ segment: Segment) -> Bool {
        segment.words.contains { NameShape.isTitleWord($0) || NameShape.isOrganisationWord($0) }
            || NameShape.isPlace(segment.words) || BylineReader.isPaper(segment.words.joined(separator: " "))
    }

    /// Takes job titles off the ends of a name: the last words, or a title with what follows it in small letters (`Founder at …`).
    private static func withoutTitles(_ words: [Substring]) -> [Substring] {
        guard let first = words.firstIndex(where: NameShape.isTitleWord) else { return words }
        if first >= 2 {
            let isLast = words.last.map(NameShape.isTitleWord) ?? false
            let goesOn =
                NameShape.isOccupation(words[first]) && NameShape.isPerson(Array(words[..<first]))
                && first + 1 < words.count
                && !NameShape.isCapitalised(words[first + 1])
            return isLast || goesOn ? Array(words[..<first]) : words
        }
        guard first == 0, let last = words.lastIndex(where: NameShape.isTitleWord), words.count - last > 2 else {
            return first == 0 ? [] : words
        }
        // `Contributors to …` names them all.
        return NameShape.isCapitalised(words[last + 1]) ? Array(words[(last + 1)...]) : words
    }

    /// What stands behind a name and a comma or bar may be whom they work for.
    private func note(_ segment: Segment, _ people: inout [Contributor]) {
        let isTitle = segment.words.contains(where: NameShape.isTitleWord)
        let isCapitalised = segment.words.first.map(NameShape.isCapitalised) ?? false
        guard !isTitle, isCapitalised, !NameShape.isLabel(segment.words), !Self.isPlace(segment.words),
            segment.words.count <= 5,
            people[people.count - 1].affiliation == nil
        else {
            return
        }
        people[people.count - 1].affiliation = Self.text(segment.words)
    }

    /// Words as a name: signs at the ends left out, a full stop only behind a word too long to be an abbreviation.
    private static func text(_ words: [Substring]) -> String {
        var text = words.joined(separator: " ").trimming { " ,:;-–—|*\"“”".contains($0) }
        if let last = words.last, last.count > 3, text.hasSuffix("."),
            !LegalWords.companyForms.contains(NameShape.fold(last)), !last.dropLast().contains(".")
        {
            text.removeLast()
        }
        return text
    }
}
