internal import Text

/// Breadcrumbs as lines of text and as lists of items: `您当前的位置 : A > B > C`, `Home » News » City`.
enum Crumbs {
    /// What a line says before its path, lower case, without colon. A test has a row for each.
    static let labels: [String] = [
        "您当前的位置", "您当前位置", "您现在的位置", "您现在所在的位置", "您所在的位置", "您所在位置", "您的位置", "你的位置", "你当前的位置",
        "你现在的位置", "你所在的位置", "当前位置", "当前所在位置", "现在位置", "所在位置", "当前的位置", "现在的位置", "位置", "您在这里",
        "你在這裡", "您目前的位置", "目前位置", "您的當前位置", "當前位置", "您當前的位置", "所在位置", "現在位置", "現在地", "현재 위치",
        "you are here", "you are at", "location", "sie sind hier", "sie befinden sich hier", "vous êtes ici",
        "usted está aquí",
        "estás aquí", "está aquí", "você está em", "você está aqui", "ti trovi in", "sei in", "sei qui", "u bent hier",
        "je bent hier",
        "du er her", "du är här", "jesteś tutaj", "jesteś w", "вы здесь", "вы находитесь здесь", "ви тут", "είστε εδώ",
        "βρίσκεστε εδώ",
        "buradasınız", "nacházíte se zde",
    ]

    private static let knownLabels = Set(labels)
    private static let labelsByFirst = Dictionary(grouping: labels, by: \.first)

    /// Last items that name the page itself instead of a section.
    private static let pageWords: Set<String> = [
        "正文", "文章", "详情", "详细内容", "内容", "阅读", "文章正文", "新闻详情", "浏览文章", "文章内容", "內文", "article", "story",
    ]

    /// The path that a line of text states, or `nil`.
    ///
    /// A line without a label needs two separators, short parts and no sentence; one with a label needs one separator.
    static func line(_ line: String) -> [String]? {
        guard line.utf8.count < 400, holdsSeparator(line.utf8.span) else { return nil }
        let (path, labelled) = withoutLabel(line)
        let parts = split(path)
        guard parts.count >= (labelled ? 2 : 3), parts.count <= 10 else { return nil }
        let clean = cleaned(parts)
        guard clean.count >= 2, clean.allSatisfy({ $0.utf8.count <= (labelled ? 120 : 48) && !endsSentence($0) }) else {
            return nil
        }
        return clean
    }

    /// The line behind its label, and whether there was one.
    private static func withoutLabel(_ line: String) -> (String, Bool) {
        let trimmedLine = trimmed(line)
        let lowered = trimmedLine.lowercased()
        for label in lowered.first.flatMap({ labelsByFirst[$0] }) ?? [] where lowered.hasPrefix(label) {
            let rest = trimmed(String(trimmedLine.dropFirst(label.count)))
            if let first = rest.unicodeScalars.first, first == ":" || first == "：" || isSeparator(first) {
                return (trimmed(String(rest.unicodeScalars.dropFirst())), true)
            }
            if !rest.isEmpty { return (rest, true) }
        }
        return (trimmedLine, false)
    }

    /// The parts of a path; one part when it has no separator.
    static func split(_ path: String) -> [String] {
        var parts: [String] = []
        var part = String.UnicodeScalarView()
        for scalar in path.unicodeScalars.prefix(600) {
            if isSeparator(scalar) {
                parts.append(trimmed(String(part)))
                part.removeAll()
            } else {
                part.append(scalar)
            }
        }
        parts.append(trimmed(String(part)))
        return parts.filter { !$0.isEmpty }
    }

    /// Items without blanks, separators that stand as items, repeats and a last item that names no section.
    static func cleaned(_ items: [String]) -> [String] {
        var clean: [String] = []
        for item in items {
            let plain = trimmed(item)
            guard plain.unicodeScalars.contains(where: { $0.properties.isAlphabetic }),
                plain != clean.last, !knownLabels.contains(trimmedLabel(plain))
            else { continue }
            clean.append(plain)
        }
        if let last = clean.last, pageWords.contains(last.lowercased()) { clean.removeLast() }
        return clean
    }

    private static func trimmedLabel(_ text: String) -> String {
        var lowered = text.lowercased()
        while lowered.hasSuffix(":") || lowered.hasSuffix("：") || lowered.hasSuffix(" ") { lowered.removeLast() }
        return lowered
    }

    /// Whether a line may be a path: cheap, on bytes.
    static func holdsSeparator(_ line: Span<UInt8>) -> Bool {
        var index = 0
        while index < line.count {
            let (value, length) = UTF8Scalars.scalar(in: line, at: index)
            if isSeparator(value) { return true }
            index += length
        }
        return false
    }

    /// Whether a scalar stands between the items of a path.
    static func isSeparator(_ scalar: Unicode.Scalar) -> Bool { isSeparator(scalar.value) }

    private static func isSeparator(_ value: UInt32) -> Bool {
        switch value {
        case 0x3E, 0xFF1E, 0x203A, 0xBB, 0x2192, 0x226B, 0x25B8, 0x25BA, 0x276F, 0x232A, 0x3009, 0xFE65, 0x2F, 0xFF0F:
            true
        default: false
        }
    }

    private static func endsSentence(_ text: String) -> Bool {
        guard let last = text.unicodeScalars.last else { return false }
        return [".", "。", "!", "！", "?", "？", ";", "；"].contains(last)
    }

    /// Text without white space and colons at its edges.
    static func trimmed(_ text: String) -> String {
        if let first = text.utf8.first, let last = text.utf8.last, isInk(first), isInk(last) { return text }
        var scalars = Substring(text).unicodeScalars
        while let first = scalars.first, first.properties.isWhitespace { scalars.removeFirst() }
        while let last = scalars.last, last.properties.isWhitespace { scalars.removeLast() }
        return String(Substring(scalars))
    }

    /// Whether a byte is an ASCII character that shows.
    private static func isInk(_ byte: UInt8) -> Bool { byte > 0x20 && byte < 0x7F }
}
