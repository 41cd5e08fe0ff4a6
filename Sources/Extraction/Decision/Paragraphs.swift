internal import Markup

/// The lines of a body: its blocks, but that preformatted text is cut at its line ends and a row of a table is one line.
enum Paragraphs {
    /// The paragraphs that kept blocks make, in order.
    static func lines(of kept: [Int], in page: PageBlocks) -> [String] {
        var lines: [String] = []
        var index = kept.startIndex
        while index < kept.endIndex {
            let row = cells(from: index, of: kept, in: page)
            if row.count > 1 {
                lines.append(row.map { page.text(of: kept[$0]) }.joined(separator: " "))
            } else if let place = lines.last, isPlace(place), index > kept.startIndex,
                kept[index - 1] == kept[index] - 1
            {
                lines[lines.count - 1] = place + " " + page.text(of: kept[index])
            } else if let initial = initial(before: kept[index], in: page) {
                if index > kept.startIndex, kept[index - 1] == kept[index] - 1 { lines.removeLast() }
                lines.append(initial + page.text(of: kept[index]))
            } else {
                lines += page.lines(of: kept[index])
            }
            index = row.upperBound
        }
        return unescaped(lines)
    }

    /// The capital letter that a style sheet sets large, as a block of its own before the rest of its word: `T`, `he ferry …`.
    private static func initial(before block: Int, in page: PageBlocks) -> String? {
        guard block > 0, page.blocks[block].text.count > leastBehindInitial else { return nil }
        let before = page.blocks[block - 1].text
        guard before.count <= 6, startsLowerCase(page.buffer[page.blocks[block].text]) else { return nil }
        let letter = page.text(of: block - 1)
        let letters = letter.unicodeScalars.filter { $0.properties.isAlphabetic }
        let isOne = letters.count == 1 && letters.allSatisfy { $0.properties.isUppercase }
        return isOne && letter.unicodeScalars.last == letters.last ? letter : nil
    }

    /// Bytes of the shortest paragraph that begins so.
    private static let leastBehindInitial = 80

    private static func startsLowerCase(_ text: ArraySlice<UInt8>) -> Bool {
        let start = String(decoding: text.prefix(4), as: UTF8.self).unicodeScalars
        return start.first?.properties.isLowercase ?? false
    }

    // MARK: Markup that was escaped once too often

    /// The lines as they were meant where markup or its entities were escaped once too often; a text about markup, which shows a few tags,
    /// stays as it is.
    private static func unescaped(_ lines: [String]) -> [String] {
        guard lines.contains(where: { $0.utf8.contains { $0 == UInt8(ascii: "<") || $0 == UInt8(ascii: "&") } }) else {
            return lines
        }
        let isInline = 2 * lines.count(where: beginsInline) >= lines.count
        let hasEntities = lines.reduce(0) { $0 + entities(in: $1) } >= fewestEntities
        return lines.flatMap { line in
            let isMeant =
                isMarkup(line) || isInline && beginsInline(line)
                || hasEntities && entities(in: line) > 0 && !line.utf8.contains(UInt8(ascii: "<"))
            return isMeant ? shown(line) : [line]
        }
    }

    /// Whether a line is markup: it begins and ends with tags of paragraphs, or is a long text with several line breaks.
    private static func isMarkup(_ line: String) -> Bool {
        guard line.utf8.contains(UInt8(ascii: "<")) else { return false }
        let lowered = line.lowercased()
        if lowered.utf8.count > 200, count(of: ["<br>", "<br/>", "<br />"], in: lowered) > 1 { return true }
        return beginnings.contains(where: lowered.hasPrefix) && endings.contains(where: lowered.hasSuffix)
    }

    private static let beginnings = ["<p>", "<p ", "<div>", "<div ", "<br>", "<br/>", "<br />"]
    private static let endings = ["</p>", "</div>", "<br>", "<br/>", "<br />"]

    /// Whether a line begins with an element of a phrase that ends in it: `<b>The</b> ferry`.
    private static func beginsInline(_ line: String) -> Bool {
        guard line.utf8.first == UInt8(ascii: "<") else { return false }
        let lowered = line.lowercased()
        return ["b", "strong", "i", "em", "u", "span", "font"].contains { tag in
            (lowered.hasPrefix("<\(tag)>") || lowered.hasPrefix("<\(tag) ")) && lowered.contains("</\(tag)>")
        }
    }

    /// How many entities of spaces, quotes and dashes a line shows that hang on a word, as those do not that a text speaks of.
    private static func entities(in line: String) -> Int {
        var (found, rest) = (0, line.utf8[...])
        while let start = rest.firstIndex(of: UInt8(ascii: "&")) {
            let before = rest[..<start].last
            rest = rest[start...].dropFirst()
            guard let name = names.first(where: { rest.starts(with: $0.utf8) }) else { continue }
            rest = rest.dropFirst(name.utf8.count)
            if before.map(endsWord) ?? false || rest.first.map(isLetter) ?? false { found += 1 }
        }
        return found
    }

    private static let names = [
        "nbsp;", "ldquo;", "rdquo;", "lsquo;", "rsquo;", "bdquo;", "laquo;", "raquo;", "mdash;", "ndash;", "hellip;",
        "quot;", "#39;", "amp;",
    ]

    private static func endsWord(_ byte: UInt8) -> Bool { isLetter(byte) || [0x2C, 0x2E, 0x3F, 0x21].contains(byte) }

    private static func isLetter(_ byte: UInt8) -> Bool { (byte | 0x20) &- 0x61 < 26 || byte >= 0x80 }

    /// Fewer entities may be what a text speaks of.
    private static let fewestEntities = 3

    private static func count(of parts: [String], in line: String) -> Int {
        parts.reduce(0) { $0 + line.split(separator: $1, omittingEmptySubsequences: false).count - 1 }
    }

    /// The lines that a reader was meant to see of such markup; the line itself where there are none.
    private static func shown(_ line: String) -> [String] {
        let page = Segmenter.segment(Parser().parse(Array(line.utf8)))
        let lines = page.blocks.indices.flatMap { page.lines(of: $0) }
        return lines.isEmpty ? [line] : lines
    }

    /// Whether a line is the place that a report comes from and a dash, which some sites set before the first paragraph.
    private static func isPlace(_ line: String) -> Bool {
        guard line.utf8.count <= 40, !line.utf8.contains(UInt8(ascii: ":")),
            line.hasSuffix(" -") || line.hasSuffix(" –") || line.hasSuffix(" —")
        else { return false }
        return line.first?.isUppercase ?? false
    }

    /// A cell with more bytes is a paragraph by itself: its row is no line of a table of data, and some tables lay out a page.
    private static let largestCell = 80

    /// The places from one on whose blocks are the cells of one row, a short block each; only the one where they are not.
    private static func cells(from start: Int, of kept: [Int], in page: PageBlocks) -> Range<Int> {
        let one = start..<(start + 1)
        guard let row = cell(kept[start], in: page)?.row else { return one }
        // A row that is no line from its first cell on is none from a later one on.
        if start > kept.startIndex, cell(kept[start - 1], in: page)?.row == row { return one }
        var end = start
        var last: Int32 = -1
        while end < kept.endIndex, let next = cell(kept[end], in: page), next.row == row {
            guard next.cell != last, page.blocks[kept[end]].text.count <= largestCell else { return one }
            last = next.cell
            end += 1
        }
        return start..<end
    }

    /// The table cell that a block stands in, directly or in a few elements, and the row of that.
    private static func cell(_ block: Int, in page: PageBlocks) -> (cell: Int32, row: Int32)? {
        var here = page.blocks[block].element
        for _ in 0..<4 where here >= 0 {
            let element = page.elements[Int(here)]
            if element.kind == .td || element.kind == .th { return element.parent < 0 ? nil : (here, element.parent) }
            here = element.parent
        }
        return nil
    }
}
