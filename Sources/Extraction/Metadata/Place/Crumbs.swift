internal import Lexicon
internal import Normalization
internal import Text

/// Breadcrumbs as lines of text and as lists of items: `您当前的位置 : A > B > C`, `Home » News » City`.
enum Crumbs {
    /// What a line says before its path, lower case, without colon. A test has a row for each.
    static let labels = Lexicon.all { $0.places.crumbLabels }

    private static let knownLabels = Set(labels)
    private static let labelsByFirst = Dictionary(grouping: labels, by: \.first)

    /// What the list itself is called, for readers who do not see it; whole, lower case.
    private static let names = Set(Lexicon.all { $0.places.crumbNames })

    /// Last items that name the page itself instead of a section.
    private static let pageWords = Set(Lexicon.all { $0.places.pageWords })

    /// Words within an item behind which the article begins.
    private static let textParts = Set(Lexicon.all { $0.places.textParts })

    /// What links beside a path do, whole.
    private static let actions = Set(
        Lexicon.all { $0.places.actions }
            + [
                "rss", "tweet", "facebook", "twitter", "whatsapp", "linkedin", "pinterest", "telegram", "reddit",
            ])

    /// How such links begin that say where they lead.
    private static let leads = Lexicon.all { $0.places.leadsBack }

    /// The path that a line of text states, or `nil`.
    ///
    /// A line without a label needs two separators, short parts, no sentence and no time; one with a label needs one
    /// separator.
    static func line(_ line: String) -> [String]? {
        guard line.utf8.count < 400, holdsSeparator(line.utf8.span) else { return nil }
        let (path, labelled) = withoutLabel(line)
        let parts = split(path, atEverySlash: labelled)
        guard parts.count >= (labelled ? 2 : 3), parts.count <= 10, labelled || !parts.contains(where: statesTime)
        else { return nil }
        let clean = cleaned(parts)
        guard clean.count >= 2,
            clean.allSatisfy({ $0.utf8.count <= (labelled ? 120 : 48) && !RunningText.endsSentence($0.utf8.span) })
        else {
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

    /// The parts of a path; one part when it has no separator. Unless it is asked to part at every slash, one inside a word
    /// (`Health/Family`) does not separate.
    static func split(_ path: String, atEverySlash: Bool) -> [String] {
        var parts: [String] = []
        var part = String.UnicodeScalarView()
        let scalars = Array(path.unicodeScalars.prefix(600))
        func isInside(_ index: Int) -> Bool {
            index > 0 && index + 1 < scalars.count && !scalars[index - 1].properties.isWhitespace
                && !scalars[index + 1].properties.isWhitespace
        }
        for (index, scalar) in scalars.enumerated() {
            if isSeparator(scalar), atEverySlash || scalar != "/" || !isInside(index) {
                parts.append(trimmed(String(part)))
                part.removeAll()
            } else {
                part.append(scalar)
            }
        }
        parts.append(trimmed(String(part)))
        return parts.filter { !$0.isEmpty }
    }

    /// The items that name sections: without labels, separators that stand as items, repeats, days, links that lead away and
    /// a last item that names the page. None when an item is code or an address.
    static func cleaned(_ items: [String]) -> [String] {
        var clean: [String] = []
        for item in items {
            let bytes = item.utf8.span
            if item.utf8.contains(UInt8(ascii: "{")) || contains(bytes, "://") || contains(bytes, "<--") { return [] }
            guard let section = section(item), section != clean.last else { continue }
            clean.append(section)
        }
        if let last = clean.last, namesPage(last) { clean.removeLast() }
        return clean
    }

    /// The section that an item names: what stands behind a label and its colon and before the word for the page's text.
    private static func section(_ item: String) -> String? {
        var plain = withoutSigns(item)
        if let colon = plain.firstIndex(where: { $0 == ":" || $0 == "：" }),
            knownLabels.contains(trimmed(String(plain[..<colon])).lowercased())
        {
            plain = trimmed(String(plain[plain.index(after: colon)...]))
        }
        if let word = plain.split(separator: " ").first(where: { textParts.contains(String($0)) }),
            word.count < plain.count
        {
            plain = trimmed(String(plain[..<word.startIndex]))
        }
        guard plain.unicodeScalars.contains(where: { $0.properties.isAlphabetic }), !plain.hasSuffix(":"),
            !plain.hasSuffix("："), !knownLabels.contains(plain.lowercased()), !isName(plain), !leadsAway(plain),
            !statesTime(plain)
        else { return nil }
        return plain
    }

    /// Whether an item is a link that does something, or says where it leads, and names nothing.
    static func leadsAway(_ item: String) -> Bool {
        let words = item.lowercased().drop { !$0.isLetter }
        guard let end = words.lastIndex(where: \.isLetter) else { return false }
        return actions.contains(String(words[...end])) || leads.contains { words.utf8.starts(with: $0.utf8) }
    }

    /// Whether an item is what the list itself is called: `Breadcrumb`.
    static func isName(_ item: String) -> Bool { names.contains(item.lowercased()) }

    /// Whether an item names the page itself: `Article`.
    static func namesPage(_ item: String) -> Bool { pageWords.contains(item.lowercased()) }

    private static func statesTime(_ item: String) -> Bool {
        item.utf8.contains { (0x30...0x39).contains($0) } && TimeReader.first(in: item) != nil
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

    /// Text without white space and colons at its edges.
    static func trimmed(_ text: String) -> String {
        if let first = text.utf8.first, let last = text.utf8.last, isInk(first), isInk(last) { return text }
        var scalars = Substring(text).unicodeScalars
        while let first = scalars.first, first.properties.isWhitespace { scalars.removeFirst() }
        while let last = scalars.last, last.properties.isWhitespace { scalars.removeLast() }
        return String(Substring(scalars))
    }

    /// A name without the dashes and strokes that stand at its edges in a list.
    static func withoutSigns(_ text: String) -> String {
        stripped(trimmed(text), of: isEdge)
    }

    /// A text without certain scalars at its edges.
    static func stripped(_ text: String, of isEdge: (Unicode.Scalar) -> Bool) -> String {
        var scalars = Substring(text).unicodeScalars
        while let first = scalars.first, isEdge(first) { scalars.removeFirst() }
        while let last = scalars.last, isEdge(last) { scalars.removeLast() }
        return String(Substring(scalars))
    }

    private static func isEdge(_ scalar: Unicode.Scalar) -> Bool {
        scalar == "-" || scalar == "–" || scalar == "|" || scalar.properties.isWhitespace
    }

    /// Whether a byte is an ASCII character that shows.
    private static func isInk(_ byte: UInt8) -> Bool { byte > 0x20 && byte < 0x7F }
}
