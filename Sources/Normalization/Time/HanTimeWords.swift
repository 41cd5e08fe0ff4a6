import Lexicon
import Text

/// Chinese and Japanese words of time, and numbers written in Chinese numerals.
extension TimeTokenizer {
    /// Words of two characters, looked for first.
    private static let pairs: [(TimeWord, [String])] = [
        (TimeWord(kind: .meridiem, value: 0), Lexicon.all { $0.times.wideMornings }),
        (TimeWord(kind: .meridiem, value: 1), Lexicon.all { $0.times.wideAfternoons }),
        (TimeWord(kind: .filler, value: 0), Lexicon.all { $0.times.wideFillers }),
        (TimeWord(kind: .filler, value: 1), Lexicon.all { $0.times.wideWeekdays }),
    ]

    /// Names of eras and the year before their first.
    static let eras: [String: Int] = ["令和": 2018, "平成": 1988, "民国": 1911, "民國": 1911]

    /// Single characters.
    static let singles: [UInt32: TimeWord] = [
        0x5E74: TimeWord(kind: .year, value: 0), 0x6708: TimeWord(kind: .monthUnit, value: 0),
        0x65E5: TimeWord(kind: .day, value: 0), 0x53F7: TimeWord(kind: .day, value: 0),
        0x865F: TimeWord(kind: .day, value: 0), 0x65F6: TimeWord(kind: .hour, value: 0),
        0x6642: TimeWord(kind: .hour, value: 0), 0x70B9: TimeWord(kind: .hour, value: 0),
        0x9EDE: TimeWord(kind: .hour, value: 0), 0x5206: TimeWord(kind: .minute, value: 0),
        0x79D2: TimeWord(kind: .second, value: 0), 0x5468: TimeWord(kind: .filler, value: 1),
        0x9031: TimeWord(kind: .filler, value: 1),
    ]

    /// ``pairs`` and ``eras`` by their two scalars.
    static let pairTable = keyed(pairs.flatMap { meaning, words in words.map { ($0, meaning) } })
    static let eraTable = keyed(eras.map { ($0, $1) })

    private static func keyed<Value>(_ words: [(String, Value)]) -> [UInt64: Value] {
        var table: [UInt64: Value] = [:]
        for (word, value) in words { table[word.unicodeScalars.reduce(0) { $0 << 32 | UInt64($1.value) }] = value }
        return table
    }

    /// Numerals; ten is 10.
    static func numeral(_ value: UInt32) -> Int? {
        switch value {
        case 0x3007, 0x96F6, 0x25CB, 0x25EF: 0
        case 0x4E00: 1
        case 0x4E8C: 2
        case 0x4E09: 3
        case 0x56DB: 4
        case 0x4E94: 5
        case 0x516D: 6
        case 0x4E03: 7
        case 0x516B: 8
        case 0x4E5D: 9
        case 0x5341: 10
        default: nil
        }
    }
}

/// A number in Chinese numerals: digit by digit (二〇二一) or with tens (二十八).
struct ChineseNumber {
    private(set) var value = 0
    private(set) var digits = 0
    private var pending: Int?
    private var hasTen = false

    mutating func add(_ numeral: Int) {
        if numeral == 10 {
            value = min(pending ?? 1, 99) * 10
            pending = nil
            hasTen = true
            digits = 2
            return
        }
        if hasTen {
            value += numeral
            hasTen = false
        } else if digits < 9 {
            value = value * 10 + numeral
            pending = value
            digits += 1
        }
    }
}
