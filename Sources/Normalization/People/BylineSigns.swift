import Text

/// Cheap signs, on bytes, that a line is a byline.
enum BylineSigns {
    /// Role words by their first scalar.
    private static let hanWords: [UInt32: [[UInt8]]] = {
        var words: [UInt32: [[UInt8]]] = [:]
        for (word, _) in RoleWords.han where word.unicodeScalars.count > 1 {
            guard let first = word.unicodeScalars.first else { continue }
            words[first.value, default: []].append(Array(word.utf8))
        }
        words[0xAE30] = [Array("기자".utf8)]
        words[0xD2B9] = [Array("특파원".utf8)]
        return words
    }()

    /// Whether a line begins with the character for text, or for text and pictures, and a sign behind it: `文/李娜 图/王磊`, `文：山田太郎`;
    /// or with that for pictures or for translating, a sign and a name.
    private static func startsWithText(_ line: Span<UInt8>) -> Bool {
        var index = 0
        var (isText, needsName) = (false, false)
        while index < min(line.count, 24) {
            let (value, length) = UTF8Scalars.scalar(in: line, at: index)
            index += length
            switch value {
            case 0x6587: isText = true
            case 0x56FE, 0x5716, 0x6444, 0x651D, 0x8BD1, 0x8B6F, 0x8A33: needsName = needsName || index == length
            case 0x20, 0x3000, 0x28, 0xFF08, 0x3010: break
            case 0x2F, 0xFF0F, 0x3A, 0xFF1A, 0x7C, 0xFF5C, 0x4E28, 0x3D, 0xFF1D:
                return isText || needsName && isShortName(line.extracting(index...))
            case 0x30FB, 0xFF65: return (isText || needsName) && isShortName(line.extracting(index...))
            default: return false
            }
        }
        return false
    }

    /// Whether two to four Han characters are all that is left of a line: behind the character for pictures anything else is a caption,
    /// behind that for translating a text.
    private static func isShortName(_ rest: Span<UInt8>) -> Bool {
        var (index, count) = (0, 0)
        while index < rest.count {
            let (value, length) = UTF8Scalars.scalar(in: rest, at: index)
            index += length
            if value == 0x20 || value == 0x3000 { continue }
            guard Script.of(value) == .han else { return false }
            count += 1
        }
        return (2...4).contains(count)
    }

    /// Whether a line begins with a short name, a slash and one character for what they did: `张三/文 李四/摄`.
    private static func startsWithNameAndRole(_ line: Span<UInt8>) -> Bool {
        var name: [UInt32] = []
        var index = 0
        while index < line.count, name.count <= 4 {
            let (value, length) = UTF8Scalars.scalar(in: line, at: index)
            index += length
            if value == 0x2F || value == 0xFF0F {
                return name.count >= 2 && NameShape.startsWithSurname(name[...])
                    && startsWithRole(line.extracting(index...))
            }
            guard Script.of(value) == .han else { return false }
            name.append(value)
        }
        return false
    }

    /// Whether a text begins with a character for writing, taking pictures or translating that stands alone.
    private static func startsWithRole(_ rest: Span<UInt8>) -> Bool {
        guard !rest.isEmpty else { return false }
        let (role, length) = UTF8Scalars.scalar(in: rest, at: 0)
        guard [0x6587, 0x56FE, 0x5716, 0x6444, 0x651D, 0x8BD1, 0x8B6F].contains(role) else { return false }
        return rest.count == length || HanWords.isSeparator(UTF8Scalars.scalar(in: rest, at: length).value)
    }

    /// Whether a line of Chinese, Japanese or Korean holds a role word and is no sentence.
    static func hasHanRole(_ line: Span<UInt8>) -> Bool {
        var index = 0
        var found = startsWithText(line) || startsWithNameAndRole(line)
        while index < line.count {
            if line[index] < 0xE0 {
                index += 1
                continue
            }
            let (value, length) = UTF8Scalars.scalar(in: line, at: index)
            if value == 0x3002 { return false }
            // `512文字` counts characters.
            let isCounted = index > 0 && line[index - 1] &- 0x30 < 10
            if !found, !isCounted, let words = hanWords[value] {
                found = words.contains { starts(line, with: $0, at: index) }
            }
            index += length
        }
        return found
    }

    /// Markers as folded bytes, at the number of their first scalar.
    private static let markers: [[[UInt8]]] = {
        let markers = Dictionary(grouping: RoleWords.latin.map(\.word)) { Int($0.unicodeScalars.first?.value ?? 0) }
        return (0...(markers.keys.max() ?? 0)).map { first in markers[first, default: []].map { Array($0.utf8) } }
    }()

    /// Folded bytes of a line's start that are compared with markers.
    private static let longest = 32

    /// Whether a line starts with a marker of one language and a capital letter behind it.
    static func startsWithMarker(_ line: Span<UInt8>, of language: String?) -> Bool {
        RoleWords.markers(of: language).contains { marker in
            let word = Array(marker.utf8)
            guard line.count > word.count + 2, line[word.count] == 0x20 else { return false }
            let start = String(decoding: word.indices.map { line[$0] }, as: UTF8.self)
            return NameShape.fold(start) == marker && startsWithCapital(line, from: word.count)
        }
    }

    /// Whether a line starts with a marker and a capital letter behind it.
    static func startsWithMarker(_ line: Span<UInt8>) -> Bool {
        var candidates: [[UInt8]] = []
        var folded: [UInt8] = []
        var rest: [Int] = []
        var index = 0
        while index < line.count, folded.count < longest {
            let (value, length) = UTF8Scalars.scalar(in: line, at: index)
            let plain = PlainSpace.isWhite(value) ? 0x20 : value == 0xFF1A ? 0x3A : value
            if let fold = WordFold.fold(plain), !(folded.isEmpty && fold == 0x20) {
                if folded.isEmpty {
                    guard fold < markers.count, !markers[Int(fold)].isEmpty else { return false }
                    candidates = markers[Int(fold)]
                    folded.reserveCapacity(longest + 4)
                    rest.reserveCapacity(longest + 4)
                }
                let before = folded.count
                UTF8Scalars.append(fold, to: &folded)
                for _ in before..<folded.count { rest.append(index + length) }
            }
            index += length
        }
        for marker in candidates where folded.starts(with: marker) {
            let end = marker.count
            let isColon = marker.last == UInt8(ascii: ":")
            guard end < folded.count, isColon || folded[end] == 0x20 || folded[end] == 0x3A else { continue }
            if startsWithCapital(line, from: rest[end - 1]) { return true }
        }
        return false
    }

    private static func startsWithCapital(_ line: Span<UInt8>, from start: Int) -> Bool {
        var index = start
        while index < line.count, index < start + 6,
            line[index] == 0x20 || line[index] == 0x3A || line[index] == 0xC2
                || line[index] == 0xA0
        { index += 1 }
        guard index < line.count else { return false }
        let (value, _) = UTF8Scalars.scalar(in: line, at: index)
        guard Script.of(value).isLetter, let scalar = Unicode.Scalar(value) else { return false }
        return !scalar.properties.isLowercase
    }

    private static func starts(_ line: Span<UInt8>, with word: [UInt8], at index: Int) -> Bool {
        guard index + word.count <= line.count else { return false }
        for offset in 0..<word.count where line[index + offset] != word[offset] { return false }
        return true
    }
}
