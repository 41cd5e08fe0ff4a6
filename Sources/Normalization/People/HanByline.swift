import Pages
import Text

/// Chinese and Japanese bylines: role words with names behind them (记者 张三 李四), sometimes before (张三 摄).
struct HanByline {
    private let text: [UInt32]
    private let role: ContributorRole?
    /// Whether a space stands within names, not between them.
    private let isJapanese: Bool

    init(_ text: [UInt32], role: ContributorRole?, language: String? = nil) {
        // The character 丨 stands for a bar: `记者丨张三`.
        self.text = text.map { $0 == 0x4E28 ? 0x7C : $0 }
        self.role = role
        isJapanese = language.map { $0 == "ja" || $0.hasPrefix("ja-") } ?? false
    }

    /// A role word found in the line.
    private struct Mark {
        var range: Range<Int>
        var role: ContributorRole
        /// Where its modifiers start.
        var rawStart: Int
        /// Where its affiliation starts.
        var start: Int
    }

    /// People named in the line.
    func read() -> [Contributor] {
        guard !isMenu else { return [] }
        let marks = marks()
        guard !marks.isEmpty else { return role.map(unmarked) ?? [] }
        var people: [Contributor] = []
        // Roles that the next one's names have too: `文/图 张三`.
        var shared: [Mark] = []
        let areNamesBefore = marks.first { $0.range.count == 1 }.map { !namesBefore($0, marks).isEmpty } ?? false
        for (index, mark) in marks.enumerated() {
            let next = index + 1 < marks.count ? marks[index + 1] : nil
            if areNamesBefore, mark.range.count == 1 {
                people += namesBefore(mark, marks).map { person($0, mark) }
                continue
            }
            let range = mark.range.upperBound..<max(mark.range.upperBound, next?.start ?? text.count)
            if let next, sharesNames(range), !isReport(next) {
                shared.append(mark)
                continue
            }
            var names =
                next.map(isReport) == true
                ? reporter(range).map { [$0] } ?? self.names(in: range) : self.names(in: range)
            if names.isEmpty, people.isEmpty,
                index + 1 == marks.count || marks[index + 1].start == mark.range.upperBound
            {
                let before = index == 0 ? 0 : marks[index - 1].range.upperBound
                names = self.names(in: before..<mark.start)
            }
            // `記者王大明攝`: whose picture it is.
            if let next, isGluedPicture(next.range) {
                people += names.map { person($0, next) }
                continue
            }
            for mark in shared + [mark] { people += names.map { person($0, mark) } }
            shared = []
        }
        return people
    }

    /// The names in front of a role of one character with a slash between: `张三/文 李四/摄`.
    private func namesBefore(_ mark: Mark, _ marks: [Mark]) -> [String] {
        let slash = mark.range.lowerBound - 1
        let floor = marks.last { $0.range.upperBound <= slash }?.range.upperBound ?? 0
        guard slash > floor, text[slash] == 0x2F || text[slash] == 0xFF0F else { return [] }
        return names(in: floor..<slash)
    }

    /// Whether a sign between two role words makes them one: `文/图`, but not `作者：责任编辑：`, where a name is missing.
    private func sharesNames(_ range: Range<Int>) -> Bool {
        let signs = text[range].filter { $0 != 0x20 }
        return !signs.isEmpty
            && signs.allSatisfy { $0 == 0xB7 || $0 == 0x30FB || HanWords.isListSeparator($0) }
    }

    /// Whether the character for taking a picture stands right behind a letter.
    private func isGluedPicture(_ range: Range<Int>) -> Bool {
        range.count == 1 && range.lowerBound > 0 && [0x651D, 0x6444].contains(text[range.lowerBound])
            && isHan(text[range.lowerBound - 1])
    }

    /// Whether a role word says where somebody reports from: `記者王大明台北報導`.
    private func isReport(_ mark: Mark) -> Bool { RoleWords.hanReports.contains(string(mark.range)) }

    /// The name in front of the place that a report comes from, where nothing stands between them.
    private func reporter(_ range: Range<Int>) -> String? {
        guard (4...7).contains(range.count), text[range].allSatisfy(isHan), NameShape.startsWithSurname(text[range])
        else {
            return nil
        }
        let whole = string(range)
        let place =
            RoleWords.hanDatelines.first { whole.hasSuffix($0) }?.unicodeScalars.count ?? (range.count == 5 ? 2 : 0)
        let name = range.dropLast(place)
        return place > 0 && (2...4).contains(name.count) ? string(name) : nil
    }

    /// Whether the line is a menu (`社会|国际|图片|视频`): four items or more without a colon, two of them names of sections.
    private var isMenu: Bool {
        guard !text.contains(where: { $0 == 0x3A || $0 == 0xFF1A }) else { return false }
        let items = text.split { [0x7C, 0xFF5C, 0x2D, 0xB7, 0x3E, 0x2F].contains($0) }
        guard items.count >= 4 else { return false }
        return items.filter { RoleWords.hanSections.contains(string($0.indices).trimming { $0 == " " }) }.count >= 2
    }

    private func person(_ name: String, _ mark: Mark) -> Contributor {
        let raw = string(mark.rawStart..<mark.range.upperBound)
        let affiliation = string(mark.start..<mark.rawStart)
        let isOwn = affiliation.isEmpty || RoleWords.hanOwn.contains(affiliation)
        return Contributor(name: name, role: mark.role, roleRaw: raw, affiliation: isOwn ? nil : affiliation)
    }

    private func string(_ range: Range<Int>) -> String {
        var bytes: [UInt8] = []
        for value in text[range] { UTF8Scalars.append(value, to: &bytes) }
        return String(decoding: bytes, as: UTF8.self)
    }

    // MARK: Role words

    private func marks() -> [Mark] {
        var marks: [Mark] = []
        var index = 0
        while index < text.count {
            guard let (length, role) = HanWords.role(in: text, at: index), isRole(index..<(index + length)) else {
                index += 1
                continue
            }
            let range = index..<(index + length)
            let floor = marks.last?.range.upperBound ?? 0
            let rawStart = modifiers(before: index, floor: floor)
            let start = affiliation(before: rawStart, floor: floor)
            marks.append(Mark(range: range, role: role, rawStart: rawStart, start: start))
            index += length
        }
        return marks
    }

    /// A role of one character (文, 摄) counts only where it stands alone; a longer one not in front of a word that makes
    /// it another (记者会, 编辑部).
    private func isRole(_ range: Range<Int>) -> Bool {
        let before = range.lowerBound == 0 ? 0x20 : text[range.lowerBound - 1]
        let after = range.upperBound == text.count ? 0x20 : text[range.upperBound]
        // `512文字` counts characters.
        if Script.of(before) == .digit { return false }
        if range.count == 1, isGluedPicture(range) { return HanWords.isSeparator(after) }
        if range.count == 1 { return HanWords.isBetweenRoles(before) && HanWords.isBetweenRoles(after) }
        return !HanWords.otherwise.contains(after)
    }

    private func modifiers(before index: Int, floor: Int) -> Int {
        var start = index
        while let length = HanWords.modifier(in: text, endingAt: start), start - length >= floor { start -= length }
        return start
    }

    /// The run of letters right before a role is whom somebody works for, unless it is too long to be a name.
    private func affiliation(before index: Int, floor: Int) -> Int {
        var start = index
        while start > floor, Script.of(text[start - 1]).isLetter || Script.of(text[start - 1]) == .digit { start -= 1 }
        let isGluedToNames = start == floor && floor > 0
        return isGluedToNames || index - start > 24 || index - start < 2 ? index : start
    }

    // MARK: Names

    private func names(in range: Range<Int>) -> [String] {
        var names: [String] = []
        var index = range.lowerBound
        // A middle dot parts a role and a name (`文・佐伯緑`); within a name it is none of the signs that part.
        let isDotted =
            index < range.upperBound && (text[index] == 0x30FB || text[index] == 0xB7 || text[index] == 0xFF65)
        if isDotted { index += 1 }
        let isSet = isDotted || index < range.upperBound && HanWords.isSeparator(text[index])
        let end = HanWords.stop(in: text, range)
        while index < end {
            guard !HanWords.isSeparator(text[index]) else {
                index += 1
                continue
            }
            var next = index
            while next < end, !HanWords.isSeparator(text[next]) { next += 1 }
            next = joined(index, next, end)
            if isName(index..<next, isSet: isSet) {
                names.append(name(index..<next))
            } else if text[index..<next].contains(where: { Script.of($0) == .digit }) || next - index > 6
                || !isSet && names.isEmpty
            {
                // What hangs on a role word and is no name makes it a word of a sentence.
                break
            }
            index = next
        }
        return names
    }

    /// A name without the space between its two characters.
    private func name(_ range: Range<Int>) -> String {
        let name = string(range)
        return isHan(text[range.lowerBound]) ? name.filter { $0 != " " && $0 != "\u{3000}" } : name
    }

    /// Where a name ends that is two characters with a space between (`张 三`), or two words of Latin letters (`Demi Xia`).
    private func joined(_ start: Int, _ end: Int, _ limit: Int) -> Int {
        if isLatin(start..<end), end < limit, text[end] == 0x20 {
            let next = text[(end + 1)..<limit].prefix { !HanWords.isSeparator($0) }
            if !next.isEmpty, isLatin(next.indices) { return next.endIndex }
        }
        if isJapanese, let end = japanese(start, end, limit) { return end }
        guard end - start == 1, end + 1 < limit, text[end] == 0x20 || text[end] == 0x3000, isHan(text[start]),
            isHan(text[end + 1]), end + 2 >= limit || HanWords.isSeparator(text[end + 2])
        else { return end }
        return end + 2
    }

    /// Where a Japanese name ends whose family and given name have a space between, where no further one stands behind.
    private func japanese(_ start: Int, _ end: Int, _ limit: Int) -> Int? {
        guard (1...3).contains(end - start), end + 1 < limit, text[end] == 0x20 || text[end] == 0x3000 else {
            return nil
        }
        let next = text[(end + 1)..<limit].prefix { !HanWords.isSeparator($0) }
        guard (1...3).contains(next.count), (text[start..<end] + next).allSatisfy(isHan) else { return nil }
        return next.endIndex == limit || text[next.endIndex] != 0x20 ? next.endIndex : nil
    }

    private func isName(_ range: Range<Int>, isSet: Bool) -> Bool {
        let name = text[range]
        let text = string(range)
        guard !RoleWords.hanNoNames.contains(text), !name.contains(0x40) else { return false }
        if RoleWords.hanPlaces.contains(where: { text.hasSuffix($0) }) { return false }
        if name.allSatisfy({ isHan($0) || $0 == 0x20 || $0 == 0x3000 }) {
            let isShort = (2...(isJapanese ? 6 : 4)).contains(name.count { isHan($0) })
            return isShort && (isSet || NameShape.startsWithSurname(name) && !startsWithVerb(name))
        }
        guard name.first.map({ Script.of($0).isLetter }) ?? false, name.last.map({ Script.of($0).isLetter }) ?? false
        else {
            return false
        }
        if name.contains(0xB7) || name.contains(0x30FB) || name.contains(0x2022) { return name.count <= 16 }
        let hasDigit = name.contains { Script.of($0) == .digit }
        return isSet && !hasDigit && name.count <= 20 && name.contains { Script.of($0).isLetter }
    }

    private func startsWithVerb(_ name: ArraySlice<UInt32>) -> Bool {
        name.count == 4 && !NameShape.startsWithSurname(name.dropLast())
    }

    private func isLatin(_ range: Range<Int>) -> Bool { text[range].allSatisfy { Script.of($0) == .latin } }

    private func isHan(_ value: UInt32) -> Bool {
        let script = Script.of(value)
        return script == .han || script == .kana
    }

    /// A field that its place says names people, without any role word.
    private func unmarked(_ role: ContributorRole) -> [Contributor] {
        var people: [Contributor] = []
        var start = 0
        let end = HanWords.stop(in: text, 0..<text.count)
        for index in 0...end where index == end || HanWords.isListSeparator(text[index]) {
            let name = string(start..<index).trimming { " 　:：–—-|｜".contains($0) }
            if !name.isEmpty, name.unicodeScalars.count <= 40, !RoleWords.hanNoNames.contains(name), !name.contains("@")
            {
                people.append(Contributor(name: name, role: role))
            }
            start = index + 1
        }
        return people
    }
}

extension String {
    /// The string without matching characters at its ends.
    func trimming(where matches: (Character) -> Bool) -> String {
        var rest = self[...]
        while let first = rest.first, matches(first) { rest = rest.dropFirst() }
        while let last = rest.last, matches(last) { rest = rest.dropLast() }
        return String(rest)
    }
}
