import Lexicon
public import Pages
import Text

/// Reads the people out of a byline: names, roles, affiliation.
public enum BylineReader {
    /// The longest line that is read, in bytes.
    static let longest = 600

    /// Everybody whom a byline names, in its order, each once.
    ///
    /// E-mail addresses, handles, URLs, dates and job titles are no names. An organisation is one only where the place
    /// says that an author stands there, or where a news agency stands among names.
    ///
    /// - Parameters:
    ///   - line: a byline line of the page, or the value of a field that names people.
    ///   - role: the role that the place implies; without one only what the line itself marks (a role word, "By") is read.
    ///   - language: BCP 47 tag of the page's language.
    public static func read(_ line: String, role: ContributorRole? = nil, language: String? = nil) -> [Contributor] {
        let plain = withoutTimes(PlainSpace.plain(String(decoding: line.utf8.prefix(longest), as: UTF8.self)))
        guard !plain.isEmpty, !isAddress(plain) else { return [] }
        let scalars = plain.unicodeScalars.map(\.value)
        let hasHan = scalars.contains { Script.of($0).isWide }
        var found: [Contributor] = []
        if hasHan {
            found = HangulByline.read(plain)
            if found.isEmpty {
                found = HanByline(withoutReadings(scalars), role: role, language: language).read()
            }
        }
        if found.isEmpty, !hasHan { found = LatinByline.read(plain, role: role, language: language) }
        return unique(found)
    }

    /// A line without the readings in kana that stand in brackets behind names of Han characters: `佐伯緑（さえき・みどり）`.
    private static func withoutReadings(_ line: [UInt32]) -> [UInt32] {
        guard line.contains(where: { $0 == 0xFF08 || $0 == 0x28 }) else { return line }
        var rest: [UInt32] = []
        var index = 0
        while index < line.count {
            if line[index] == 0xFF08 || line[index] == 0x28, let last = rest.last, Script.of(last) == .han,
                let end = line[index...].prefix(readingLimit).firstIndex(where: { $0 == 0xFF09 || $0 == 0x29 }),
                end > index + 1, line[(index + 1)..<end].allSatisfy(isOfReading)
            {
                index = end + 1
                continue
            }
            rest.append(line[index])
            index += 1
        }
        return rest
    }

    /// Characters from one bracket to the other.
    private static let readingLimit = 24

    /// Whether a scalar is kana, or a space or a point between two names in it.
    private static func isOfReading(_ value: UInt32) -> Bool {
        (0x3041...0x3096).contains(value) || (0x30A1...0x30FC).contains(value) || PlainSpace.isWhite(value)
            || value == 0xB7 || value == 0xFF65
    }

    /// Whether a line names people by a role word or a "By": cheap, for asking of every short line of a page.
    public static func isByline(_ line: Span<UInt8>) -> Bool {
        guard line.count >= 4, line.count <= 320 else { return false }
        return BylineSigns.hasHanRole(line) || BylineSigns.startsWithMarker(line) || PlaceByline.isOne(line)
    }

    /// Whether a line begins with a marker that is one in the page's language only and an everyday word in others (`de`, `na`), and
    /// a capital letter behind it.
    public static func isByline(_ line: Span<UInt8>, of language: String?) -> Bool {
        guard line.count >= 4, line.count <= 120 else { return false }
        return BylineSigns.startsWithMarker(line, of: language)
    }

    /// The writer whose name closes an article in brackets, as papers of East Asia have it: `……（张巨峰）`, `【佐伯緑】`, or on a line of
    /// its own; `nil` where the brackets hold anything else.
    ///
    /// Two or three characters that begin with a Chinese surname are a name; in a Japanese text up to six, with a space between the two
    /// names or a word for the reporter behind them, that begin with a Japanese one or stand on a line of their own.
    public static func signature(of line: String, language: String? = nil) -> String? {
        let text = PlainSpace.plain(line)
        guard let last = text.last, let bracket = brackets.first(where: { $0.close == last }),
            let open = text.lastIndex(of: bracket.open)
        else { return nil }
        let inside = text[text.index(after: open)...].dropLast()
        if language?.hasPrefix("ja") ?? false { return japanese(inside, isAlone: open == text.startIndex) }
        guard last == "）" || last == ")" else { return nil }
        let scalars = inside.unicodeScalars.map(\.value)
        guard (2...3).contains(scalars.count), scalars.allSatisfy({ Script.of($0) == .han }),
            NameShape.startsWithSurname(scalars[...]), isUnknown(inside)
        else { return nil }
        return String(inside)
    }

    private static let brackets: [(open: Character, close: Character)] = [
        ("（", "）"), ("(", ")"), ("【", "】"), ("〔", "〕"), ("［", "］"),
    ]

    /// A Japanese name, with its role behind it, if any.
    private static func japanese(_ inside: Substring, isAlone: Bool) -> String? {
        let role = RoleWords.han.map(\.word).filter { $0.count > 1 }.first { inside.hasSuffix($0) }
        let name = inside.dropLast(role?.count ?? 0).filter { $0 != " " && $0 != "　" && $0 != "・" }
        let scalars = name.unicodeScalars.map(\.value)
        guard (2...6).contains(scalars.count), isUnknown(name[...]),
            !RoleWords.unsignedEndings.contains(where: { name.hasSuffix($0) }),
            scalars.allSatisfy({ Script.of($0) == .han || Script.of($0) == .kana || $0 == 0x3005 }),
            scalars.first.map({ Script.of($0) == .han }) ?? false
        else { return nil }
        let isKnown = RoleWords.wideSurnames.contains { name.hasPrefix($0) && name.count > $0.count }
        return isKnown || isAlone && (3...5).contains(scalars.count) || role != nil ? String(inside) : nil
    }

    /// Whether a text in brackets is none of those that stand there and name nobody.
    private static func isUnknown(_ text: Substring) -> Bool {
        !RoleWords.hanNoNames.contains(String(text)) && !RoleWords.unsignedNotes.contains(String(text))
            && !RoleWords.hanNoEnds.contains { text.hasSuffix($0) }
    }

    /// Whether two texts whose elements meet are two things to a reader: a person's name ends the first, and the second is several words
    /// that go on with no small letter.
    public static func standApart(_ one: String, _ other: String) -> Bool {
        let words = other.split(separator: " ")
        guard words.count > 1, NameShape.isCapitalised(words[0]), endsWithName(one) else { return false }
        return !RoleWords.joiners.contains(NameShape.fold(words[0])) && TimeReader.first(in: other) == nil
    }

    /// Whether a text ends with two words that may be a person's name, and is no label.
    public static func endsWithName(_ text: String) -> Bool {
        let words = text.split(separator: " ")
        guard let last = words.last, !RoleWords.joiners.contains(NameShape.fold(last)) else { return false }
        return words.count > 1 && NameShape.isPerson(words.suffix(2)) && labelledRole(text.utf8.span) == nil
    }

    /// Whether a byline names a person, by the shape of a name or in a script in which shapes do not tell.
    public static func namesPerson(_ line: String, language: String?) -> Bool {
        read(line, role: .author, language: language).contains { person in
            NameShape.isPerson(person.name.split(separator: " "))
                || NameShape.isAgency(person.name.split(separator: " "))
                || person.name.unicodeScalars.contains { Script.of($0.value).isWide }
        }
    }

    /// Whether a value names organisations and nobody else: `Valley Broadcasting Corporation`.
    public static func isOrganisation(_ value: String) -> Bool {
        guard value.utf8.contains(0x20) else { return false }
        let names = value.split { ",;|/".contains($0) }
        return !names.isEmpty
            && names.allSatisfy { name in
                let words = name.split(separator: " ")
                // A desk wrote what it signs.
                return words.count > 1 && words.contains(where: NameShape.isOrganisationWord)
                    && !words.contains { RoleWords.desks.contains(NameShape.fold($0)) }
            }
    }

    /// Whether a name is that of an account which a feed or a system publishes under: `Harbour feed`.
    public static func isAccount(_ value: String) -> Bool {
        let last = value[(value.lastIndex(of: " ").map(value.index(after:)) ?? value.startIndex)...]
        return last.utf8.count <= 15 && accounts.contains(WordFold.hash(String(last)))
    }

    private static let accounts = Set(RoleWords.accounts.map(WordFold.hash))

    /// Whether words that stand beside a person's name are whom they work for, by the name's last word: `Harbour Post`.
    public static func isPaper(_ value: String) -> Bool {
        let words = value.split(separator: " ")
        return words.count > 1 && words.last.map { RoleWords.papers.contains(NameShape.fold($0)) } ?? false
    }

    /// The name in an account's, where that is two words in small letters with a full stop between: `ann.lee`; no domain.
    public static func spoken(_ account: String) -> String {
        guard account.utf8.contains(UInt8(ascii: ".")), !account.utf8.contains(0x20) else { return account }
        let words = account.split(separator: ".", omittingEmptySubsequences: false)
        guard words.count == 2, words.allSatisfy({ $0.count > 2 && $0.utf8.allSatisfy { (0x61...0x7A).contains($0) } }),
            words[1].count > 3, !RoleWords.domainEndings.contains(String(words[1]))
        else { return account }
        return words.map { $0.prefix(1).uppercased() + $0.dropFirst() }.joined(separator: " ")
    }

    /// A name in the order in which it is spoken: `Lee, Ann`, two words with a comma between that are no organisations.
    public static func inOrder(_ name: String) -> String {
        guard name.utf8.contains(UInt8(ascii: ",")) else { return name }
        let parts = name.split(separator: ",", omittingEmptySubsequences: false).map { $0.trimmingPrefix { $0 == " " } }
        guard parts.count == 2, let family = parts.first, let given = parts.last else { return name }
        let words = given.split(separator: " ")
        guard family.split(separator: " ").count == 1, family.contains(where: \.isLowercase),
            (1...3).contains(words.count),
            words.allSatisfy({ NameShape.isCapitalised($0) || RoleWords.particles.contains(NameShape.fold($0)) }),
            !([family] + words).contains(where: {
                NameShape.isOrganisationWord($0) || NameShape.isTitleWord($0) || NameShape.isAgency([$0])
            })
        else { return name }
        return "\(given) \(family)"
    }

    /// What those do whom the next line names, when a line is a label and nothing else: `Written by`, `Autor:`.
    public static func labelledRole(_ line: Span<UInt8>) -> ContributorRole? {
        guard line.count >= 2, line.count <= 48 else { return nil }
        var folded: [UInt8] = []
        var index = 0
        while index < line.count {
            let (value, length) = UTF8Scalars.scalar(in: line, at: index)
            index += length
            let plain = PlainSpace.isWhite(value) ? 0x20 : value == 0xFF1A ? 0x3A : value
            if let fold = WordFold.fold(plain) { UTF8Scalars.append(fold, to: &folded) }
        }
        let hasColon = folded.last == UInt8(ascii: ":")
        if hasColon { folded.removeLast() }
        while folded.last == 0x20 { folded.removeLast() }
        if !hasColon, !folded.contains(0x20) { folded.append(0x20) }
        return labels[folded]
    }

    /// Whether a label is one word, longer than `By` and `Von`, without a colon, as the names of fields in a table or a form are.
    public static func isField(_ label: String) -> Bool {
        label.utf8.count > 3 && !label.contains { $0 == " " || $0 == ":" }
    }

    /// Roles by label, folded, without colon; a single word without one, which says less, has a space behind it.
    private static let labels: [[UInt8]: ContributorRole] = {
        var labels: [[UInt8]: ContributorRole] = [:]
        for (marker, role) in RoleWords.latin {
            let word = Array(marker.trimming { $0 == ":" || $0 == " " }.utf8)
            labels[word] = labels[word] ?? role
            if !marker.hasSuffix(":") { labels[word + [0x20]] = labels[word + [0x20]] ?? role }
        }
        return labels
    }()

    /// Whether a line is nothing but a person's name, of two to four words in a script with capitals.
    public static func isName(_ line: String) -> Bool {
        let words = line.split(separator: " ")
        guard (2...4).contains(words.count), NameShape.isPerson(words), !NameShape.isLabel(words),
            !beginnings.contains(NameShape.fold(words[0])), line != line.uppercased()
        else { return false }
        return line.unicodeScalars.allSatisfy { scalar in
            !Script.of(scalar.value).isWide && scalar.properties.isAlphabetic || " .'’-".unicodeScalars.contains(scalar)
        }
    }

    /// Words that begin names of other things than people.
    private static let beginnings = Set(Lexicon.all { $0.people.noBeginnings })

    /// Whether a line names people behind a time: `May 4, 2026 | By Ann Lee`.
    public static func isDatedByline(_ line: String) -> Bool {
        guard line.utf8.count <= 320, holdsMarkerBehindDigit(line.utf8.span) else { return false }
        let parts = withoutTimes(line).split(separator: "|").map { $0.trimmingPrefix { $0 == " " } }
        return parts.contains { BylineSigns.startsWithMarker($0.utf8.span) }
    }

    private static func holdsMarkerBehindDigit(_ line: Span<UInt8>) -> Bool {
        guard var index = line.indices.first(where: { (0x30...0x39).contains(line[$0]) }) else { return false }
        while index + 1 < line.count {
            index += 1
            guard line[index - 1] == 0x20 else { continue }
            if BylineSigns.startsWithMarker(line.extracting(index..<line.count)) { return true }
        }
        return false
    }

    /// A line with a bar in place of each time: what stands before and behind are two things.
    public static func withoutTimes(_ line: String) -> String {
        let bytes = Array(line.utf8)
        guard bytes.contains(where: { (0x30...0x39).contains($0) }) else { return line }
        let stated = TimeReader.all(in: bytes.span, limit: 4).map { reading in
            weekdayStart(
                bytes, before: reading.range.lowerBound)..<clockWordEnd(
                    bytes, from: min(reading.range.upperBound, bytes.count))
        }
        var kept: [UInt8] = []
        var end = 0
        for time in (stated + RelativeTimes.ranges(in: bytes)).sorted(by: { $0.lowerBound < $1.lowerBound }) {
            guard time.lowerBound >= end, time.upperBound <= bytes.count else { continue }
            kept += bytes[end..<time.lowerBound] + Array(" | ".utf8)
            end = time.upperBound
        }
        guard end > 0 else { return line }
        return PlainSpace.plain(String(decoding: kept + bytes[end...], as: UTF8.self)).trimming {
            $0 == " " || $0 == "|"
        }
    }

    /// Words behind a clock time that belong to it.
    static let clockWords = Set(
        Lexicon.all { $0.times.clockWords }
            + [
                "et", "est", "edt", "pt", "pst", "pdt", "ct", "cst", "cdt", "gmt", "bst", "ist", "utc", "cet", "cest",
            ])

    /// Where a time begins when the word before it is a weekday that it does not hold.
    private static func weekdayStart(_ bytes: [UInt8], before start: Int) -> Int {
        let end = bytes[..<start].lastIndex { $0 != 0x20 && $0 != 0x2C }.map { $0 + 1 } ?? 0
        guard end < start else { return start }
        let first = bytes[..<end].lastIndex(of: 0x20).map { $0 + 1 } ?? 0
        return NameShape.isWeekday(String(decoding: bytes[first..<end], as: UTF8.self)[...]) ? first : start
    }

    /// Where a time ends when the word behind it belongs to it.
    private static func clockWordEnd(_ bytes: [UInt8], from start: Int) -> Int {
        guard start < bytes.count, bytes[start] == 0x20 else { return start }
        let word = bytes[(start + 1)...].prefix { ($0 | 0x20) >= 0x61 && ($0 | 0x20) <= 0x7A }
        let isWord = clockWords.contains(String(decoding: word, as: UTF8.self).lowercased())
        return isWord ? word.endIndex : start
    }

    /// A field that holds a URL or an e-mail address alone names nobody.
    private static func isAddress(_ text: String) -> Bool {
        let lower = text.lowercased()
        if lower.hasPrefix("http:") || lower.hasPrefix("https:") || lower.hasPrefix("www.") || lower.hasPrefix("//") {
            return true
        }
        return !text.contains(" ") && lower.contains("/") && lower.contains(".com")
    }

    private static func unique(_ people: [Contributor]) -> [Contributor] {
        var seen: Set<String> = []
        return people.filter { seen.insert("\($0.role.rawValue) \(NameShape.fold($0.name))").inserted }
    }
}
