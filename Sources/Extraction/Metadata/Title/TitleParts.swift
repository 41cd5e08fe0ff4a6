internal import Text

/// The parts of a machine title: headline, section, site, with separators between them.
struct TitleParts {
    private let title: String
    /// The bytes of the first scalars of the title, those that are looked at.
    private let bytes: [UInt8]
    /// Where separators stand in them.
    private let separators: [Range<Int>]

    /// Scalars of a title that are looked at.
    private static let longest = 600

    init(_ title: String) {
        let bytes = Array(String(title.unicodeScalars.prefix(Self.longest)).utf8)
        self.title = title
        self.bytes = bytes
        separators = Self.separators(bytes.span)
    }

    private static func separators(_ title: Span<UInt8>) -> [Range<Int>] {
        var found: [Range<Int>] = []
        var index = 0
        var isQuoted = false
        while index < title.count {
            let (mark, length) = UTF8Scalars.scalar(in: title, at: index)
            // « and » are separators where they are no quotation marks.
            if isQuoted ? mark == 0xBB : mark == 0xAB && holds(title, 0xBB, from: index + length) {
                isQuoted.toggle()
                index += length
                continue
            }
            guard isMark(mark) else {
                index += length
                continue
            }
            let end = end(in: title, from: index + length, of: isMark)
            let lower = start(in: title, before: index, of: PlainSpace.isWhite)
            let upper = Self.end(in: title, from: end, of: PlainSpace.isWhite)
            let isSpaced = lower < index && end < upper
            if isSpaced || isTight(mark, isAlone: index + length == end), lower > 0, upper < title.count {
                found.append(lower..<upper)
            }
            index = end
        }
        return found
    }

    private static func holds(_ title: Span<UInt8>, _ scalar: UInt32, from start: Int) -> Bool {
        var index = start
        while index < title.count {
            let (value, length) = UTF8Scalars.scalar(in: title, at: index)
            if value == scalar { return true }
            index += length
        }
        return false
    }

    /// Where the scalars of a kind that start at an index end.
    private static func end(in title: Span<UInt8>, from start: Int, of isKind: (UInt32) -> Bool) -> Int {
        var end = start
        while end < title.count {
            let (value, length) = UTF8Scalars.scalar(in: title, at: end)
            guard isKind(value) else { break }
            end += length
        }
        return end
    }

    /// Where the scalars of a kind that end before an index start.
    private static func start(in title: Span<UInt8>, before end: Int, of isKind: (UInt32) -> Bool) -> Int {
        var start = end
        while start > 0 {
            let (value, length) = UTF8Scalars.scalar(in: title, before: start)
            guard isKind(value) else { break }
            start -= length
        }
        return start
    }

    private static func isMark(_ value: UInt32) -> Bool {
        switch Unicode.Scalar(value) {
        case "|", "-", "–", "—", "·", "•", "»", "›", "«", ":", "/", "\\", "~", "<", ">", "｜", "_", "丨", "⋆", "●": true
        default: false
        }
    }

    /// Whether a mark separates without spaces around it.
    private static func isTight(_ mark: UInt32, isAlone: Bool) -> Bool {
        switch Unicode.Scalar(mark) {
        case "|", "｜", "_", "丨", "»": true
        case "-", "—": !isAlone
        default: false
        }
    }

    private func string(_ range: Range<Int>) -> String { String(decoding: bytes[range], as: UTF8.self) }

    /// The title up to its first separator.
    var head: String { separators.first.map { string(0..<$0.lowerBound) } ?? title }

    /// The title up to its last separator.
    var trunk: String { separators.last.map { string(0..<$0.lowerBound) } ?? title }

    /// The parts at its two ends, the last one first; none of a title without separators.
    var ends: [String] {
        let outer = separators.first.flatMap { first in
            separators.last.map { [string($0.upperBound..<bytes.count), string(0..<first.lowerBound)] }
        }
        return (outer ?? []) + (colon.map { [string(0..<$0.lowerBound)] } ?? [])
    }

    /// The first colon that a space follows and none stands before: `The Herald: Ferries resume`.
    private var colon: Range<Int>? {
        let place = bytes.indices.dropLast().first {
            bytes[$0] == UInt8(ascii: ":") && bytes[$0 + 1] == 0x20 && $0 > 0 && bytes[$0 - 1] != 0x20
        }
        return place.map { $0..<$0 + 2 }
    }

    /// The parts behind the first one.
    var behind: [String] {
        separators.indices.map { place in
            let start = separators[place].upperBound
            // Separators share the white space between them.
            let end = place + 1 < separators.count ? separators[place + 1].lowerBound : bytes.count
            return string(start..<max(start, end))
        }
    }

    /// The title without the parts from the one on that names the site, or without a first part that does.
    func withoutSite(_ siteNames: [[UInt8]]) -> String {
        for cut in separators.prefix(8) where Self.names(fold(cut.upperBound..<bytes.count), siteNames) {
            return string(0..<cut.lowerBound)
        }
        for first in [separators.first, colon].compactMap({ $0 }) where siteNames.contains(fold(0..<first.lowerBound)) {
            return string(first.upperBound..<bytes.count)
        }
        return title
    }

    private func fold(_ range: Range<Int>) -> [UInt8] { DedupFold.fold(bytes.span.extracting(range)) }

    private static func names(_ folded: [UInt8], _ siteNames: [[UInt8]]) -> Bool {
        siteNames.contains { site in
            folded == site || site.count > 4 && (TextFold.contains(folded, site) || TextFold.contains(site, folded))
        }
    }

    /// The title up to each dash that has no spaces around it and is none of the separators: sites whose script knows no spaces write
    /// `headline-site`, in whichever letters. Only for comparing with what else the page holds.
    static func tightHeads(_ title: String) -> [String] {
        let scalars = Array(title.unicodeScalars.prefix(longest))
        var heads: [String] = []
        guard scalars.contains(where: { Script.of($0.value).isWide }) else { return heads }
        for index in scalars.indices.dropFirst().dropLast() where heads.count < 8 {
            guard scalars[index] == "-" || scalars[index] == "–" || scalars[index] == "—" else { continue }
            heads.append(string(scalars[..<index]))
        }
        return heads
    }

    private static func string(_ scalars: ArraySlice<Unicode.Scalar>) -> String {
        var view = String.UnicodeScalarView()
        view.append(contentsOf: scalars)
        return String(view)
    }

    /// Columns a text takes: wide characters count three, for they say as much as three letters.
    static func columns(_ text: String) -> Int {
        text.unicodeScalars.reduce(0) { sum, scalar in
            if scalar.isASCII { return Script.of(scalar.value).isLetter || Script.digits(scalar.value) ? sum + 1 : sum }
            guard scalar.properties.isAlphabetic || scalar.properties.numericType != nil else { return sum }
            return sum + (Script.of(scalar.value).isWide ? 3 : 1)
        }
    }
}
