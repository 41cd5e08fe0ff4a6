import Lexicon
import Text

/// Lines at the edges of an article that speak of the article itself, not of what it tells.
public enum EdgeLine: Sendable, Hashable, CaseIterable {
    /// Under which headline another medium published it: `原标题：…`.
    case originalTitle
    /// Where it stood first: `This article originally appeared on …`.
    case syndication
    /// What its publisher does not answer for: `免责声明：…`.
    case disclaimer
    /// How to follow the account that published it: `点击上方蓝字关注我们`.
    case follow
    /// What the site earns by its links or asks of its users, who may reprint it, whose opinion it is, what machine wrote it:
    /// `We may earn a commission …`.
    case notice

    /// What a line says, or `nil` when it is no such line.
    public static func kind(of line: Span<UInt8>, _ cues: () -> Cues) -> EdgeLine? {
        guard line.count <= longestOfAll, case let cues = cues() else { return nil }
        return allCases.first { cues.holds($0.cue) && $0.isIn(line) }
    }

    /// Bytes of the longest line of any kind.
    private static let longestOfAll = allCases.map(\.longest).max() ?? 0

    private var cue: Cues.Cue {
        switch self {
        case .originalTitle: .originalTitle
        case .syndication: .syndication
        case .disclaimer: .disclaimer
        case .follow: .follow
        case .notice: .notice
        }
    }

    /// Whether a line says this: a label that it begins with, a bracket before it or not; or, of ``syndication`` and ``notice``, a phrase anywhere.
    private func isIn(_ line: Span<UInt8>) -> Bool {
        guard line.count <= longest, let place = Self.table[self]?.first(in: line) else { return false }
        if self == .syndication || self == .notice { return true }
        if self == .follow { return !Self.holdsStop(line) }
        return Self.isOpening(line.extracting(..<place.lowerBound))
            && Self.isClosing(line.extracting(place.upperBound...))
    }

    /// Bytes of the longest such line.
    private var longest: Int {
        switch self {
        case .originalTitle, .syndication: 300
        case .follow: 120
        case .notice: 1_200
        case .disclaimer: 2_000
        }
    }

    private static let table = Dictionary(uniqueKeysWithValues: allCases.map { ($0, WordSigns($0.phrases)) })

    /// Whether nothing stands before a label but brackets, asterisks and the like: no letter of any script.
    private static func isOpening(_ text: Span<UInt8>) -> Bool {
        text.count <= 12 && !holdsLetter(text)
    }

    /// Whether a sign or a bracket follows a label.
    private static func isClosing(_ text: Span<UInt8>) -> Bool {
        var place = 0
        while place < text.count, text[place] == 0x20 { place += 1 }
        let rest = text.extracting(place...)
        return closing.contains { starts(rest, with: $0) }
    }

    private static let closing =
        (Lexicon.all { $0.edges.labelVerbs }
        + [":", "：", "】", "]", "）", ")", "》", "《", "|", "｜", "-", "—", "–", "."]).map { Array($0.utf8) }

    private static func starts(_ text: Span<UInt8>, with sign: [UInt8]) -> Bool {
        text.count >= sign.count && sign.indices.allSatisfy { text[$0] == sign[$0] }
    }

    /// Whether a full stop or a comma of East Asia stands in a text: it is a sentence.
    private static func holdsStop(_ text: Span<UInt8>) -> Bool {
        var place = 0
        while place < text.count {
            let (value, length) = UTF8Scalars.scalar(in: text, at: place)
            if value == 0x3002 || value == 0xFF0C { return true }
            place += length
        }
        return false
    }

    private static func holdsLetter(_ text: Span<UInt8>) -> Bool {
        var place = 0
        while place < text.count {
            let (value, length) = UTF8Scalars.scalar(in: text, at: place)
            if Script.of(value).isLetter { return true }
            place += length
        }
        return false
    }

    /// Such labels and phrases. A test has a row for each.
    var phrases: [String] {
        switch self {
        case .originalTitle: Self.originalTitles
        case .syndication: Self.syndications
        case .disclaimer: Self.disclaimers
        case .follow: Self.follows
        case .notice: Self.notices
        }
    }

    private static let originalTitles = Lexicon.all { $0.edges.originalTitles }

    private static let syndications = Lexicon.all { $0.edges.syndications }

    private static let follows = Lexicon.all { $0.edges.follows }

    private static let notices = Lexicon.all { $0.edges.notices }

    private static let disclaimers = Lexicon.all { $0.edges.disclaimers }
}
