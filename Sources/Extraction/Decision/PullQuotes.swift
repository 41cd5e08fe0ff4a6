/// Blocks of a body that say one of its sentences again, set apart for the eye.
enum PullQuotes {
    /// The blocks that stand in an element for quotations, asides or figures and are, marks at their ends left out, the end of a
    /// sentence or of what is quoted in another block.
    static func find(in body: [Int], _ analysis: PageAnalysis) -> Set<Int> {
        let page = analysis.page
        let quotes = body.filter { row in
            analysis.measures[row].tokens >= least && page.blocks[row].text.count <= longest && isApart(row, page)
        }
        guard !quotes.isEmpty, quotes.count <= most else { return [] }
        let parts = quotes.map { trimmed(page.buffer[page.blocks[$0].text]) }
        var left = mostRead
        var found: Set<Int> = []
        for row in body where page.blocks[row].text.count > least {
            left -= page.blocks[row].text.count
            guard left > 0 else { break }
            let whole = Array(page.buffer[page.blocks[row].text])
            for (quote, part) in zip(quotes, parts) where !found.contains(quote) && !quotes.contains(row) {
                guard let place = TextFold.place(of: part, in: whole), place.count < whole.count else { continue }
                if closes(whole[place.upperBound...]) { found.insert(quote) }
            }
        }
        return found
    }

    /// Tokens of the shortest such block, bytes of the longest, and how many a body may have.
    private static let (least, longest, most) = (8, 300, 4)
    /// Bytes of a body that are compared with them.
    private static let mostRead = 32_768

    /// Whether a sentence ends with the next sign, or a quotation with it or behind a comma.
    private static func closes(_ rest: ArraySlice<UInt8>) -> Bool {
        let signs = String(decoding: rest.prefix(8), as: UTF8.self).unicodeScalars.prefix(2).map {
            Signs.kind(of: $0.value)
        }
        guard let first = signs.first else { return true }
        // What opens a quotation in one language closes it in another.
        return [.closingQuote, .openingQuote, .sentenceEnd, .ellipsis].contains(first)
            || first == .comma && signs.last == .closingQuote
    }

    /// A text without the signs at its ends.
    private static func trimmed(_ text: ArraySlice<UInt8>) -> [UInt8] {
        let scalars = String(decoding: text, as: UTF8.self).unicodeScalars
        guard let first = scalars.firstIndex(where: isOfWord), let last = scalars.lastIndex(where: isOfWord) else {
            return []
        }
        return Array(String(scalars[first...last]).utf8)
    }

    private static func isOfWord(_ scalar: Unicode.Scalar) -> Bool {
        scalar.properties.isAlphabetic || scalar.properties.numericType != nil
    }

    /// Whether a block, or an element around it, is set apart from the text.
    private static func isApart(_ row: Int, _ page: PageBlocks) -> Bool {
        var here = page.blocks[row].element
        for _ in 0..<4 where here >= 0 {
            switch page.elements[Int(here)].kind {
            case .blockquote, .aside, .figure, .figcaption: return true
            default: here = page.elements[Int(here)].parent
            }
        }
        return false
    }
}
