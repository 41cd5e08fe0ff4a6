import Civil
import Lexicon
import Pages
import Text

/// A time that a page tells from now: `3 hours ago`, `vor 2 Tagen`, `il y a 5 minutes`, `3小時前`, `yesterday`.
public struct RelativeTime: Sendable, Equatable {
    /// What it counts, in the order of a language's rows of units.
    enum Unit: Int, CaseIterable {
        case second, minute, hour, day, week, month, year

        /// Its length in seconds; months and years are means.
        var seconds: Int {
            switch self {
            case .second: 1
            case .minute: 60
            case .hour: 3_600
            case .day: 86_400
            case .week: 604_800
            case .month: 2_629_746
            case .year: 31_556_952
            }
        }
    }

    /// How many of them ago.
    var amount: Int
    var unit: Unit

    /// Whether a short text tells a time from now.
    public static func isTold(in text: String) -> Bool { read(text) != nil }

    /// The first such time of a short text, or `nil`.
    static func read(_ text: String) -> RelativeTime? {
        guard text.utf8.count <= longest, mayTell(text.utf8.span) else { return nil }
        let plain = String(decoding: digits(in: PlainSpace.plain(text)), as: UTF8.self)
        return spaced(plain) ?? wide(Array(plain.utf8)) ?? byDay(plain)
    }

    /// The time seen from an instant, in UTC: with a clock where hours or less are counted, else the day; `nil` where that is no day of
    /// the calendar that pages' times are read in.
    func reading(from now: Int64, range: Range<Int>) -> TimeReading? {
        let instant = Int(now / 1_000) - amount * unit.seconds
        let (day, clock) = CivilDay.of(instant: instant, dayLength: 86_400)
        guard Calendar.isDay(year: day.year, month: day.month, day: day.day) else { return nil }
        var reading = TimeReading(year: day.year, month: day.month, day: day.day, range: range)
        guard unit.rawValue <= Unit.hour.rawValue else { return reading }
        reading.hour = clock / 3_600
        reading.minute = clock / 60 % 60
        reading.offsetMinutes = 0
        return reading
    }

    private static let longest = 240

    /// Whether a text holds a digit, or begins with a word of those that tell a time without: cheap, on bytes.
    private static func mayTell(_ text: Span<UInt8>) -> Bool {
        var index = 0
        while index < text.count {
            let (value, length) = UTF8Scalars.scalar(in: text, at: index)
            if TimeTokenizer.digit(value) != nil || value &- 0x30 < 10 { return true }
            index += length
        }
        guard text.count <= 48 else { return false }
        var hash = WordFold.seed
        index = 0
        while index < text.count {
            let (value, length) = UTF8Scalars.scalar(in: text, at: index)
            guard Script.of(value).isLetter || value == 0x27 || value == 0x2019 || value >= 0x300 && value < 0x370
            else { break }
            if let folded = WordFold.fold(value) { hash = WordFold.mix(hash, folded) }
            index += length
        }
        return beginnings.contains(hash)
    }

    /// Hashes of the words that begin a time told without a number: "yesterday", "an hour ago", "vor einer Stunde", "час назад".
    private static let beginnings: Set<UInt64> = {
        let days = Lexicon.all { $0.times.todays + $0.times.yesterdays + $0.times.ones + $0.times.before }
        return Set((days + units.keys).map { WordFold.hash(Lexicon.words(of: $0).first ?? $0) })
    }()

    // MARK: Scripts with words

    private static func spaced(_ text: String) -> RelativeTime? {
        let words = text.split(separator: " ").prefix(24).map {
            NameShape.fold($0).trimming { ".,()[]|·•".contains($0) }
        }
        for index in words.indices {
            guard let unit = units[words[index]] else { continue }
            // The number stands before the unit; Romanian sets "de" between.
            let place = index > 1 && words[index - 1] == "de" ? index - 2 : index - 1
            let amount = place >= 0 ? number(words[place]) : nil
            let isBehind = (index + 1..<min(index + 3, words.count)).contains {
                RelativeTimes.behind.contains(words[$0])
            }
            let isBefore =
                place > 0 && RelativeTimes.before.contains(words[place - 1])
                || place > 2 && RelativeTimes.phrases.contains(words[place - 3...place - 1].joined(separator: " "))
            if let amount, isBehind || isBefore {
                return RelativeTime(amount: amount, unit: unit)
            }
            // `час назад`: one, without its number.
            if index == 0, words.count > 1, RelativeTimes.behind.contains(words[1]) {
                return RelativeTime(amount: 1, unit: unit)
            }
        }
        return nil
    }

    private static func number(_ word: String) -> Int? {
        if ones.contains(word) { return 1 }
        guard (1...3).contains(word.utf8.count), word.utf8.allSatisfy({ (0x30...0x39).contains($0) }) else {
            return nil
        }
        return Int(word)
    }

    /// Units by their forms, folded.
    static let units: [String: Unit] = {
        var units: [String: Unit] = [:]
        for language in Lexicon.languages {
            for (row, unit) in zip(language.times.units, Unit.allCases) {
                for word in Lexicon.words(of: row).map({ NameShape.fold($0) }) { units[word] = units[word] ?? unit }
            }
        }
        return units
    }()

    private static let ones = Set(Lexicon.all { $0.times.ones })

    // MARK: Scripts without

    private static func wide(_ line: [UInt8]) -> RelativeTime? {
        var index = 0
        while index < line.count {
            guard (0x30...0x39).contains(line[index]) else {
                index += 1
                continue
            }
            var amount = 0
            while index < line.count, (0x30...0x39).contains(line[index]) {
                amount = min(amount * 10 + Int(line[index] - 0x30), 9_999)
                index += 1
            }
            if index < line.count, line[index] == 0x20 { index += 1 }
            if let found = wideUnits.first(where: { line[index...].starts(with: $0.phrase) }) {
                return RelativeTime(amount: amount, unit: found.unit)
            }
        }
        return nil
    }

    /// Units with what makes them a time from now, as bytes, the longest first.
    static let wideUnits: [(phrase: [UInt8], unit: Unit)] = Lexicon.languages.flatMap { language in
        zip(language.times.wideUnits, Unit.allCases).flatMap { row, unit in
            Lexicon.words(of: row).flatMap { word in
                language.times.wideAgo.map { (Array("\(word)\($0)".utf8), unit) }
            }
        }
    }.sorted { $0.phrase.count > $1.phrase.count }

    // MARK: Days by their names

    /// Today or yesterday, where nothing stands beside it but a clock, which is left out, and words of one: `Today in sports` is no time.
    private static func byDay(_ text: String) -> RelativeTime? {
        let parts = text.unicodeScalars.split(maxSplits: 6, whereSeparator: isBreak)
        guard (1...6).contains(parts.count) else { return nil }
        let words = parts.map { NameShape.fold(Substring($0)) }
        for (names, amount) in [(todays, 0), (yesterdays, 1)] {
            let length =
                names.contains(words[0]) ? 1 : words.count > 1 && names.contains(words[0] + " " + words[1]) ? 2 : 0
            guard length > 0 else { continue }
            let isClock = words.dropFirst(length).allSatisfy { word in
                word.utf8.contains { (0x30...0x39).contains($0) } || TimeWords.table[WordFold.hash(word)] != nil
            }
            return isClock ? RelativeTime(amount: amount, unit: .day) : nil
        }
        return nil
    }

    private static func isBreak(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar {
        case " ", ",", "|", "·", "•", "–", "-", ":": true
        default: false
        }
    }

    private static let todays = Set(Lexicon.all { $0.times.todays }.map { NameShape.fold($0) })
    private static let yesterdays = Set(Lexicon.all { $0.times.yesterdays }.map { NameShape.fold($0) })

    /// A text with digits of other scripts as ours.
    private static func digits(in text: String) -> [UInt8] {
        var bytes: [UInt8] = []
        for scalar in text.unicodeScalars {
            if let digit = TimeTokenizer.digit(scalar.value) {
                bytes.append(UInt8(0x30 + digit))
            } else {
                UTF8Scalars.append(scalar.value, to: &bytes)
            }
        }
        return bytes
    }
}
