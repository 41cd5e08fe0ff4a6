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
        return lines.contains(where: isMarkup) ? lines.flatMap { isMarkup($0) ? shown($0) : [$0] } : lines
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

    /// Whether a line is markup that was escaped once too often: it begins and ends with tags of paragraphs.
    private static func isMarkup(_ line: String) -> Bool {
        guard line.utf8.first == UInt8(ascii: "<"), line.utf8.last == UInt8(ascii: ">") else { return false }
        let lowered = line.lowercased()
        return beginnings.contains(where: lowered.hasPrefix) && endings.contains(where: lowered.hasSuffix)
    }

    private static let beginnings = ["<p>", "<p ", "<div>", "<div ", "<br>", "<br/>", "<br />"]
    private static let endings = ["</p>", "</div>", "<br>", "<br/>", "<br />"]

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
