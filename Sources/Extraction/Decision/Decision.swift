internal import Markup
internal import Normalization
internal import Text

/// Which blocks make the body, given their probabilities.
struct Decision {
    /// The blocks of the body, in order.
    private(set) var kept: [Int] = []
    /// Kept by probability, but a copy of what was kept before.
    private(set) var droppedCopies: Set<Int> = []
    /// Where another article begins, if the kept blocks ran on into it.
    private(set) var nextArticle: Int?
    /// How often the body stands on the page beyond the first time.
    private(set) var copies = 0
    /// Whether nothing on the page is likely to be an article's text, and what is kept is only the likeliest.
    private(set) var isDoubtful = false
    private let classes: ElementClasses

    /// Decides. A block is kept from the threshold on; a caption's probability counts .65 where the page is not Chinese, Japanese or
    /// Korean (there most golds keep captions that stand in the text's flow).
    init(
        _ analysis: PageAnalysis, of document: Document? = nil, probabilities: [Float], threshold: Float,
        options: BodyOptions
    ) {
        classes = ElementClasses(analysis.page, of: document)
        for row in probabilities.indices {
            var p = probabilities[row]
            guard p >= threshold else { continue }
            if Self.isCaption(row, analysis) {
                switch options.captions {
                case .all: break
                case .none: continue
                case .likely: p *= analysis.features[row, .pageWideShare] > 0.2 ? 1 : 0.65
                }
            }
            if p >= threshold { kept.append(row) }
        }
        if kept.isEmpty { keepMostOfPage(analysis, probabilities, threshold) }
        if kept.isEmpty { keepLikeliest(analysis, probabilities) }
        kept = (kept + AlikeBlocks.find(beside: kept, analysis, probabilities)).sorted()
        kept = (kept + DataTables.find(beside: kept, analysis)).sorted()
        cutNextArticles(analysis)
        dropTeasers(analysis)
        dropTranscript(analysis)
        dropHiddenLine(analysis)
        dropAppeals(analysis)
        dropCopies(analysis)
        dropWholeCopy(analysis)
        if analysis.elements != nil {
            let quotes = PullQuotes.find(in: kept, analysis)
            kept.removeAll(where: quotes.contains)
        }
        countCopies(analysis)
    }

    /// A page of little else than one text has nothing to tell it from: blocks that fall a little short of the threshold are kept when
    /// they hold three fifths of the page.
    private mutating func keepMostOfPage(_ analysis: PageAnalysis, _ probabilities: [Float], _ threshold: Float) {
        let likely = probabilities.indices.filter {
            probabilities[$0] >= 0.7 * threshold && !Self.isCaption($0, analysis)
        }
        let tokens = likely.reduce(0) { $0 + Int(analysis.measures[$1].tokens) }
        let all = analysis.measures.reduce(0) { $0 + Int($1.tokens) }
        if tokens > 0, 5 * tokens >= 3 * all { kept = likely }
    }

    /// An HTML page on which nothing reaches the threshold may still be an article, built as no page that taught the model was. Its
    /// likeliest blocks are kept, for the gate to say whether the page is one; a text dump has no gate.
    private mutating func keepLikeliest(_ analysis: PageAnalysis, _ probabilities: [Float]) {
        guard analysis.elements != nil else { return }
        let texts = probabilities.indices.filter { !Self.isCaption($0, analysis) }
        let greatest = texts.reduce(0) { max($0, probabilities[$1]) }
        guard greatest >= Self.leastLikely else { return }
        let likely = texts.filter { probabilities[$0] >= 0.6 * greatest }
        let tokens = likely.reduce(0) { $0 + Int(analysis.measures[$1].tokens) }
        guard tokens >= 25 else { return }
        kept = likely
        isDoubtful = true
    }

    /// A page without a block of this probability has no body, however doubtful.
    private static let leastLikely: Float = 0.1

    static func isCaption(_ row: Int, _ analysis: PageAnalysis) -> Bool {
        analysis.elements != nil && analysis.features[row, .levelFigcaption] < 15
    }

    /// Endless pages go on with other articles. The next one begins at a heading built like the title, or in a container built like the
    /// title's and apart from it, with other words, with a date or a byline near it as near the title.
    private mutating func cutNextArticles(_ analysis: PageAnalysis) {
        let anchor = Int(analysis.anchor)
        guard anchor >= 0, analysis.headingKind(anchor) > 0 else { return }
        if let next = nextArticleElement(anchor, analysis) {
            nextArticle = next
            kept.removeAll { $0 >= next }
            return
        }
        let key = analysis.signatureKeys[anchor]
        let first = kept.first { $0 > anchor } ?? .max
        var (tokens, asked) = (0, 0)
        var place = kept.startIndex
        for row in analysis.page.blocks.indices where row > first {
            while place < kept.endIndex, kept[place] < row {
                tokens += Int(analysis.measures[kept[place]].tokens)
                place += 1
            }
            guard analysis.headingKind(row) > 0, tokens >= 40 else { continue }
            asked += 1
            guard asked <= Self.mostAsked else { return }
            if let start = twinStart(row, anchor, analysis) {
                nextArticle = start
                kept.removeAll { $0 >= start }
                return
            }
            guard tokens >= 60, analysis.signatureKeys[row] == key || Self.isInTwin(row, anchor, analysis),
                analysis.measures[row].fold != analysis.measures[anchor].fold,
                Self.isDated(anchor, analysis), Self.isDated(row, analysis)
            else { continue }
            nextArticle = row
            kept.removeAll { $0 >= row }
            return
        }
    }

    /// Headings behind the beginning of a body that are asked, each for the lines around it.
    private static let mostAsked = 300

    /// The first block of the `article` element that follows the title's own and begins with a heading of its own, where kept blocks stand
    /// in it and as much of the body stands before, and it has a date or a class of the first.
    private func nextArticleElement(_ anchor: Int, _ analysis: PageAnalysis) -> Int? {
        let page = analysis.page
        func article(_ row: Int) -> Int32? {
            var here = page.blocks[row].element
            while here >= 0 {
                if page.elements[Int(here)].kind == .article { return here }
                here = page.elements[Int(here)].parent
            }
            return nil
        }
        guard analysis.elements != nil, let own = article(anchor) else { return nil }
        let end = page.elements[Int(own)].end
        var tokens = 0
        for row in kept where row > anchor {
            guard page.blocks[row].element >= end else {
                tokens += Int(analysis.measures[row].tokens)
                continue
            }
            guard tokens >= 40, let other = article(row) else { return nil }
            let start = page.blocks.indices.first { page.blocks[$0].element >= other } ?? row
            let isNamed = analysis.headingKind(start) > 0
            let isAlike = Self.isDated(start, analysis) || classes.areShared(Int(own), Int(other))
            return start <= row && isNamed && isAlike ? start : nil
        }
        return nil
    }

    /// The first block of a container beside the one that begins with the title, where a heading stands at its beginning that makes it another story:
    /// one that leads elsewhere, with a class that both containers have, as the headings have or have none; one of the title's class, which no
    /// other heading of the first has, in containers of one class; another `h1` above a date or a byline.
    private func twinStart(_ row: Int, _ anchor: Int, _ analysis: PageAnalysis) -> Int? {
        let page = analysis.page
        let begins = { (block: Int, element: Int) in
            page.blocks[block].element >= element && (block == 0 || page.blocks[block - 1].element < element)
        }
        guard analysis.elements != nil, let (own, other) = siblings(anchor, row, page), begins(anchor, own),
            let start = (max(0, row - 2)...row).first(where: { begins($0, other) })
        else { return nil }
        let (title, heading) = (Int(page.blocks[anchor].element), Int(page.blocks[row].element))
        let areShared = classes.areShared(own, other)
        if page.blocks[row].isLink, start == row, areShared, classes.areAlike(title, heading),
            page.elements[own].kind == page.elements[other].kind
        {
            return start
        }
        // Builders of pages put the title, or the title and the lead, in a component of its own, beside those of the text.
        let before = kept.prefix { $0 < start }.filter { $0 > anchor }
        guard Self.isDated(anchor, analysis), before.count >= 3,
            before.allSatisfy({ page.blocks[$0].element < page.elements[own].end })
        else { return nil }
        if areShared, classes.areShared(title, heading) {
            let isSubheading = {
                analysis.headingKind($0) > 0 && classes.areShared(title, Int(page.blocks[$0].element))
            }
            return (anchor + 1..<start).contains(where: isSubheading) ? nil : start
        }
        let areFirst = [title, heading].allSatisfy { page.elements[$0].kind == .h1 }
        return areFirst && analysis.measures[row].fold != analysis.measures[anchor].fold && Self.isDated(row, analysis)
            ? start : nil
    }

    /// The elements around two blocks that have one parent, each around its block's own.
    private func siblings(_ one: Int, _ other: Int, _ page: PageBlocks) -> (Int, Int)? {
        var (own, next) = (Int(page.blocks[one].element), Int(page.blocks[other].element))
        while own >= 0, next >= 0, page.elements[own].parent != page.elements[next].parent {
            if page.elements[own].depth > page.elements[next].depth {
                own = Int(page.elements[own].parent)
            } else {
                next = Int(page.elements[next].parent)
            }
        }
        let areAround = own != Int(page.blocks[one].element) && next != Int(page.blocks[other].element)
        return own >= 0 && next >= 0 && own != next && areAround ? (own, next) : nil
    }

    /// Whether a heading is the first text of a container that has the kind and class of the one that the title is the first text of, and a
    /// line with a date or a byline follows inside.
    private static func isInTwin(_ row: Int, _ anchor: Int, _ analysis: PageAnalysis) -> Bool {
        guard let elements = analysis.elements else { return false }
        let page = analysis.page
        let (own, other) = (
            analysis.blockParent(page.blocks[anchor].element), analysis.blockParent(page.blocks[row].element)
        )
        guard own != other, page.elements[Int(own)].depth == page.elements[Int(other)].depth,
            elements[Int(own)].signature == elements[Int(other)].signature,
            page.blocks[anchor - 1 < 0 ? anchor : anchor - 1].leaf < own || anchor == 0,
            page.blocks[row - 1].leaf < other
        else { return false }
        return (row + 1..<min(row + 4, page.blocks.count)).contains { line in
            page.blocks[line].leaf >= other && page.blocks[line].leaf < page.elements[Int(other)].end
                && analysis.measures[line].tokens < 25
                && (analysis.marks[line].date > 0 || analysis.marks[line].level(.byline) == 2)
        }
    }

    /// Whether a line with a date or a byline stands near a heading: among the four blocks before it or the six behind.
    private static func isDated(_ row: Int, _ analysis: PageAnalysis) -> Bool {
        (max(0, row - 4)..<min(row + 7, analysis.marks.count)).contains {
            let isLine = $0 != row && analysis.measures[$0].tokens < 25
            return isLine
                && (analysis.marks[$0].date > 0 || analysis.marks[$0].level(.byline) == 2
                    || statesTime($0, analysis))
        }
    }

    /// Whether a line states a time, once the words are parted that meet in it: `Ann LeeMay 4, 2026`.
    private static func statesTime(_ row: Int, _ analysis: PageAnalysis) -> Bool {
        let text = analysis.page.blocks[row].text
        return text.contains { analysis.page.buffer[$0] &- 0x30 < 10 }
            && TimeReader.first(in: analysis.page.partedText(of: row)) != nil
    }

    /// Teasers behind the article: each a text whose beginning stands as a link right before it.
    private mutating func dropTeasers(_ analysis: PageAnalysis) {
        let page = analysis.page
        let isTeaser = { (row: Int) -> Bool in
            guard row > 0, page.blocks[row - 1].isLink, !page.blocks[row].isLink else { return false }
            let (link, text) = (page.blocks[row - 1].text, page.blocks[row].text)
            guard link.count >= 20, text.count > link.count + 10 else { return false }
            let buffer = page.buffer.span
            return link.indices.allSatisfy { buffer[$0] == buffer[text.lowerBound + $0 - link.lowerBound] }
        }
        let teasers = kept.count(where: isTeaser)
        guard teasers >= 2, teasers < kept.count else { return }
        kept.removeAll(where: isTeaser)
    }

    /// The transcript of a film above the article's text, in an element that says so: the article goes on without it. One that is the text
    /// stays.
    private mutating func dropTranscript(_ analysis: PageAnalysis) {
        guard analysis.elements != nil else { return }
        let transcript = classes.inTranscript(kept)
        guard let last = transcript.last, kept.filter({ $0 > last }).count >= 2,
            kept.filter({ $0 > last && !transcript.contains($0) }).reduce(0, { $0 + Int(analysis.measures[$1].tokens) })
                >= 30
        else { return }
        kept.removeAll(where: transcript.contains)
    }

    /// A line or two that no browser shows, behind the beginning of a body that is shown, are a notice for another reader. More are a part
    /// of the text that a script unfolds.
    private mutating func dropHiddenLine(_ analysis: PageAnalysis) {
        guard analysis.elements != nil else { return }
        let hidden = kept.dropFirst().filter { analysis.features[$0, .levelHidden] < 15 && classes.isHidden($0) }
        let tokens = hidden.reduce(0) { $0 + Int(analysis.measures[$1].tokens) }
        let all = kept.reduce(0) { $0 + Int(analysis.measures[$1].tokens) }
        guard (1...2).contains(hidden.count), 5 * tokens < all else { return }
        kept.removeAll(where: hidden.contains)
    }

    /// Appeals to follow, to scan or to give that end a body, with a link to do so, are none of the article.
    private mutating func dropAppeals(_ analysis: PageAnalysis) {
        for _ in 0..<4 {
            guard kept.count > 3, let last = kept.last, Self.isAppeal(last, analysis) else { return }
            kept.removeLast()
        }
    }

    private static func isAppeal(_ row: Int, _ analysis: PageAnalysis) -> Bool {
        let mark = analysis.marks[row]
        return analysis.page.blocks[row].links > 0 && analysis.measures[row].tokens < 60
            && [Keyword.follow, .support, .scan].contains { mark.level($0) == 2 }
    }

    /// A second copy of the article among the kept blocks is dropped (``CopyRuns``).
    private mutating func dropCopies(_ analysis: PageAnalysis) {
        let copies = CopyRuns(of: kept, analysis.measures).copies
        guard !copies.isEmpty else { return }
        kept.removeAll(where: copies.contains)
        droppedCopies = copies
        putInPlace(analysis)
    }

    /// Paragraphs and bytes of the longest text of which such a copy is looked for: each paragraph is looked for in the whole.
    private static let mostOfCopy = (paragraphs: 200, bytes: 65_536)

    /// A block that holds the paragraphs before it in one piece, as data for machines does, is a second copy of them.
    private mutating func dropWholeCopy(_ analysis: PageAnalysis) {
        let page = analysis.page
        guard kept.count > 2, let largest = kept.max(by: { page.blocks[$0].text.count < page.blocks[$1].text.count })
        else { return }
        let others = kept.filter { $0 != largest && page.blocks[$0].text.count >= 20 }
        let bytes = others.reduce(0) { $0 + page.blocks[$1].text.count }
        guard (2...Self.mostOfCopy.paragraphs).contains(others.count),
            page.blocks[largest].text.count <= min(bytes + bytes / 4 + 64, Self.mostOfCopy.bytes),
            2 * page.blocks[largest].text.count > bytes
        else {
            return
        }
        let whole = DedupFold.fold(page.buffer.span.extracting(page.blocks[largest].text))
        // Nearly every page is told by its first paragraphs.
        let holds = { (row: Int) in
            TextFold.contains(whole, DedupFold.fold(page.buffer.span.extracting(page.blocks[row].text)))
        }
        guard others.prefix(3).contains(where: holds) else { return }
        let held = others.filter(holds)
        guard 10 * held.reduce(0, { $0 + page.blocks[$1].text.count }) >= 9 * page.blocks[largest].text.count else {
            return
        }
        kept.removeAll { $0 == largest }
        droppedCopies.insert(largest)
    }

    /// A paragraph that was kept in the second copy only stands among those of the first, where the same text is: else it would follow
    /// what it comes before.
    private mutating func putInPlace(_ analysis: PageAnalysis) {
        guard let end = droppedCopies.min() else { return }
        var firsts: [UInt64: Int] = [:]
        for row in analysis.measures.indices.prefix(end) where analysis.measures[row].tokens >= 8 {
            let fold = analysis.measures[row].fold
            if firsts[fold] == nil { firsts[fold] = row }
        }
        let all = Set(kept)
        for (place, row) in kept.enumerated() {
            guard let first = firsts[analysis.measures[row].fold], first < row, !all.contains(first) else { continue }
            kept[place] = first
            droppedCopies.insert(row)
        }
        kept.sort()
    }

    /// Copies of the body's text anywhere on the page, weighed by tokens and rounded.
    private mutating func countCopies(_ analysis: PageAnalysis) {
        var (tokens, extra): (Float, Float) = (0, 0)
        for row in kept where analysis.measures[row].tokens >= 8 {
            let weight = Float(analysis.measures[row].tokens)
            tokens += weight
            extra += weight * max(0, analysis.features[row, .copies] - 1)
        }
        copies = tokens > 0 ? Int((extra / tokens).rounded()) : 0
    }
}
