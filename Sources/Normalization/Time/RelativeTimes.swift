import Lexicon
import Text

/// Finds times that are told from now (`5 hours ago`, `vor 5 Stunden`, `Hace 13 horas`, `3小時前`) and how long a text takes to read
/// (`6 min read`): they stand beside names and are no part of them.
enum RelativeTimes {
    /// Where they stand in a line: ranges of UTF-8 bytes, in order.
    static func ranges(in line: [UInt8]) -> [Range<Int>] {
        wide(line) + spaced(line)
    }

    // MARK: Scripts with words

    private static func spaced(_ line: [UInt8]) -> [Range<Int>] {
        let words = line.indices.split { line[$0] == 0x20 }.map { $0.lowerBound..<$0.upperBound }
        let folded = words.map {
            NameShape.fold(String(decoding: line[$0], as: UTF8.self)).trimming { ".,()".contains($0) }
        }
        var found: [Range<Int>] = []
        for index in words.indices.dropLast() where isNumber(folded[index]) && units.contains(folded[index + 1]) {
            let end = index + 2
            if end < words.count, behind.contains(folded[end]) || readingWords.contains(folded[end]) {
                found.append(words[index].lowerBound..<words[end].upperBound)
            } else if end + 1 < words.count, folded[end].utf8.count <= 5, behind.contains(folded[end + 1]) {
                // Indonesian has a word between: `3 jam yang lalu`.
                found.append(words[index].lowerBound..<words[end + 1].upperBound)
            } else if end + 1 < words.count, readings.contains(folded[end] + " " + folded[end + 1]) {
                found.append(words[index].lowerBound..<words[end + 1].upperBound)
            } else if let start = start(before: index, words, folded, line) {
                found.append(start..<words[index + 1].upperBound)
            }
        }
        return found
    }

    private static func isNumber(_ word: String) -> Bool {
        (1...3).contains(word.utf8.count) && word.utf8.allSatisfy { (0x30...0x39).contains($0) }
    }

    /// Where the word before the number begins that makes it a time from now; some may hang on the word before (`vor`).
    private static func start(before index: Int, _ words: [Range<Int>], _ folded: [String], _ line: [UInt8]) -> Int? {
        guard index > 0 else { return nil }
        if index > 2, phrases.contains(folded[index - 3...index - 1].joined(separator: " ")) {
            return words[index - 3].lowerBound
        }
        if before.contains(folded[index - 1]) { return words[index - 1].lowerBound }
        let word = words[index - 1]
        let end = glued.first { word.count > $0.count + 2 && line[word].suffix($0.count).elementsEqual($0) }
        return end.map { word.upperBound - $0.count }
    }

    /// Phrases of three words before the number, folded.
    static let phrases = Set(Lexicon.all { $0.times.beforePhrases })

    /// Words before the number that may hang on the word before.
    private static let glued = Lexicon.all { $0.times.gluedBefore }.map { Array($0.utf8) }

    /// Words before the number, folded.
    static let before = Set(Lexicon.all { $0.times.before })

    /// Words behind the unit, folded.
    static let behind = Set(Lexicon.all { $0.times.behind })

    /// Single words behind the unit that make it the time that reading takes, folded.
    private static let readingWords = Set(Lexicon.all { $0.times.readingWords })

    /// What makes a number of minutes the time that reading takes, folded.
    private static let readings = Set(Lexicon.all { $0.times.readings })

    /// Units of time, folded, in the forms that stand behind a number.
    private static let units = Set(RelativeTime.units.keys)

    // MARK: Scripts without

    /// `3小時前`, `11 小時前`, `3시간 전`.
    private static func wide(_ line: [UInt8]) -> [Range<Int>] {
        guard line.contains(where: { $0 >= 0xE3 }) else { return [] }
        var found: [Range<Int>] = []
        var index = 0
        while index < line.count {
            guard (0x30...0x39).contains(line[index]) else {
                index += 1
                continue
            }
            let start = index
            while index < line.count, (0x30...0x39).contains(line[index]) || line[index] == 0x20 { index += 1 }
            guard let phrase = wideUnits.first(where: { line[index...].starts(with: $0) }) else { continue }
            index += phrase.count
            found.append(start..<index)
        }
        return found
    }

    private static let wideUnits = RelativeTime.wideUnits.map(\.phrase)
}
