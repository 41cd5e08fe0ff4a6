internal import Lexicon
internal import Normalization
internal import Pages
internal import Text

/// Finds a source that stands without a label beside the time: `NAME 2021-12-08 07:45`, or `NAME` or `reporter/NAME` on the
/// line before it. Only on pages whose dateline is Chinese, Japanese or Korean: elsewhere an author stands there.
enum DatelineSource {
    /// What stands there.
    struct Found {
        var source: SourceLine
        /// Who wrote for it.
        var author: String?
    }

    /// What stands beside the first dateline between headline and body.
    static func find(_ lines: PageText) -> Found? {
        guard let title = lines.titleBlock, title < lines.bodyStart else { return nil }
        for block in (title + 1)..<max(title + 1, min(lines.bodyStart + 1, title + 8, lines.count)) {
            guard lines.isShortLine(block, limit: 200), let rest = rest(of: block, lines) else { continue }
            if let found = name(in: rest) { return found }
            guard block - 1 > title, lines.isShortLine(block - 1, limit: 80) else { return nil }
            return name(in: lines.text(block - 1))
        }
        return nil
    }

    /// What a line states beside its time, or `nil` when it states none.
    private static func rest(of block: Int, _ lines: PageText) -> String? {
        let bytes = Array(lines.text(block).utf8)
        let readings = TimeReader.all(in: bytes.span, limit: 2)
        guard let time = readings.first, time.range.upperBound <= bytes.count else { return nil }
        let before = String(decoding: bytes[..<time.range.lowerBound], as: UTF8.self)
        let after = String(decoding: bytes[time.range.upperBound...], as: UTF8.self)
        return before.contains { $0.isLetter } ? before : after
    }

    /// The name in a text of few words: the only one, or the first that ends as names of media do. Words that say how an
    /// article came to be are left out.
    private static func name(in text: String) -> Found? {
        // The UTF-8 of Han, kana and hangul starts at E1; most lines have none of it.
        guard text.utf8.contains(where: { $0 >= 0xE1 }) else { return nil }
        let people = Set(BylineReader.read(text).map(\.name))
        let words = text.split { " |｜·•\u{3000}\u{A0}[]【】()（）".contains($0) }.map(String.init)
            .filter { word in !notes.contains { word.hasPrefix($0) } && word.contains(where: \.isLetter) }
            .filter { !people.contains($0) }
        let parts = words.first?.split { $0 == "/" || $0 == "／" }.map(String.init) ?? []
        if words.count == 1, parts.count == 2, isSound(parts[1]), isMedium(parts[1]) {
            return Found(source: SourceLine(label: nil, name: parts[1]), author: parts[0])
        }
        let name = words.count == 1 ? words.first : words.prefix(3).first(where: isMedium)
        guard let name, isSound(name), !isPerson(name) else { return nil }
        return Found(source: SourceLine(label: nil, name: name))
    }

    private static func isSound(_ word: String) -> Bool {
        let scalars = word.unicodeScalars
        let wide = scalars.filter { Script.of($0.value).isWide }.count
        return wide > 1 && (3...16).contains(scalars.count)
            && scalars.allSatisfy { $0.properties.isAlphabetic || $0.properties.numericType != nil }
    }

    /// Whether a word is the name of who wrote: two or three characters that read as a name behind the word for a reporter (Han)
    /// or before it (Hangul), and no medium.
    private static func isPerson(_ word: String) -> Bool {
        guard !isMedium(word), word.count <= 3 else { return false }
        return ["记者" + word, word + " 기자"].contains { BylineReader.read($0).map(\.name) == [word] }
    }

    private static func isMedium(_ word: String) -> Bool { media.contains { word.hasSuffix($0) } }

    /// What names of media end with.
    static let media = Lexicon.all { $0.places.media } + ["뉴시스", "한겨레"]

    /// Words beside a time that are no names.
    static let notes = Lexicon.all { $0.places.datelineNotes }
}
