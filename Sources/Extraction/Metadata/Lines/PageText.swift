internal import Markup
internal import Normalization
internal import Text

/// The page's blocks as metadata rules see them: lines before, inside and behind the body, with what each may state.
struct PageText {
    let page: PageBlocks
    /// Blocks of the body, ascending.
    private(set) var body: [Int]
    /// Whether each block is one of them.
    private var isBody: [Bool]
    private let known: KnownCues
    /// The block that holds the headline, once it is known.
    var titleBlock: Int?

    /// Lines longer than this state no metadata.
    static let maximumLine = 400

    init(page: PageBlocks, body: [Int]) {
        self.page = page
        self.body = body
        isBody = Array(repeating: false, count: page.blocks.count)
        for block in body { isBody[block] = true }
        known = KnownCues(page.blocks.count)
    }

    /// Takes short lines above the headline out of the body, and the headline itself: nothing of an article stands there.
    /// Gives what it took.
    mutating func dropBodyAboveTitle() -> [Int] {
        guard let titleBlock, titleBlock >= bodyStart else { return [] }
        let above = body.prefix { $0 <= titleBlock }.filter { $0 == titleBlock || size($0) < 200 && !isSentence($0) }
        guard above.count < body.count else { return [] }
        dropFromBody(above)
        return above
    }

    /// Takes blocks out of the body.
    mutating func dropFromBody(_ blocks: [Int]) {
        guard !blocks.isEmpty, blocks.count < body.count else { return }
        for block in blocks { isBody[block] = false }
        body.removeAll { !isBody[$0] }
    }

    var count: Int { page.blocks.count }
    /// The first block of the body, or one past the last block of a page without.
    var bodyStart: Int { body.first ?? count }
    /// One past the last block of the body.
    var bodyEnd: Int { body.last.map { $0 + 1 } ?? count }

    func text(_ block: Int) -> String { page.text(of: block) }
    /// A block's text, words that meet at a seam parted.
    func parted(_ block: Int) -> String { page.partedText(of: block) }
    /// The same with numbers parted too, for reading times.
    func timed(_ block: Int) -> String { page.partedText(of: block, atNumbers: true) }
    func size(_ block: Int) -> Int { page.blocks[block].text.count }
    func isBody(_ block: Int) -> Bool { isBody[block] }

    /// Asks something of a block's bytes.
    @discardableResult
    func ask(_ block: Int, _ question: (Span<UInt8>) -> Bool) -> Bool {
        question(page.buffer.span.extracting(page.blocks[block].text))
    }

    /// Asks something of a block's bytes and of the phrases in them.
    func ask(_ block: Int, _ question: (Span<UInt8>, () -> Cues) -> Bool) -> Bool {
        question(page.buffer.span.extracting(page.blocks[block].text)) { cues(block) }
    }

    /// What phrases a block holds; it is read once, when this is first asked.
    func cues(_ block: Int) -> Cues {
        known.cues(of: block) { Cues(page.buffer.span.extracting(page.blocks[block].text)) }
    }

    /// The folded text before a block's first colon, `nil` without one.
    func foldedLabel(_ block: Int) -> [UInt8]? {
        let text = page.buffer.span.extracting(page.blocks[block].text).extracting(first: Self.maximumLine)
        for place in text.indices {
            if text[place] == UInt8(ascii: ":") { return DedupFold.fold(text.extracting(..<place)) }
            // The wide colon is EF BC 9A.
            if text[place] == 0x9A, place > 1, text[place - 1] == 0xBC, text[place - 2] == 0xEF {
                return DedupFold.fold(text.extracting(..<(place - 2)))
            }
        }
        return nil
    }

    /// A block's folded text.
    func folded(_ block: Int) -> [UInt8] {
        DedupFold.fold(page.buffer.span.extracting(page.blocks[block].text))
    }

    /// The folded text of a block's beginning: more than any line that could be a headline.
    func foldedBeginning(_ block: Int) -> [UInt8] {
        let text = page.buffer.span.extracting(page.blocks[block].text)
        return DedupFold.fold(text.extracting(first: UTF8Scalars.boundary(in: text, atMost: 4_096)))
    }

    /// Whether a block folds to that text: told by its beginning, of most blocks.
    func isFolded(_ block: Int, to folded: [UInt8]) -> Bool {
        let text = page.buffer.span.extracting(page.blocks[block].text)
        let beginning = DedupFold.fold(text.extracting(first: UTF8Scalars.boundary(in: text, atMost: 64)))
        return folded.starts(with: beginning) && self.folded(block) == folded
    }

    /// Index of the element that holds a block, or -1.
    func element(_ block: Int) -> Int { page.blocks.indices.contains(block) ? Int(page.blocks[block].leaf) : -1 }

    /// Whether most of a block leads elsewhere.
    func isLink(_ block: Int) -> Bool { page.blocks[block].isLink }

    /// Whether a block holds the sign of an e-mail address, or as many digits as a telephone number has.
    func holdsAddress(_ block: Int, digits least: Int) -> Bool {
        ask(block) { text in
            var digits = 0
            for index in text.indices {
                if text[index] == UInt8(ascii: "@") { return true }
                digits += text[index] &- 0x30 < 10 ? 1 : 0
            }
            return digits >= least
        }
    }

    /// Whether a block stands in a heading.
    func isHeading(_ block: Int) -> Bool {
        let element = Int(page.blocks[block].element)
        return page.elements.indices.contains(element) && page.elements[element].kind.isHeading
    }

    /// Whether a block is the label of what follows: a short `dt` or `th`.
    func isLabelCell(_ block: Int) -> Bool {
        let element = Int(page.blocks[block].element)
        guard size(block) <= 40, page.elements.indices.contains(element) else { return false }
        return page.elements[element].kind == .dt || page.elements[element].kind == .th
    }

    /// Whether any of a block is a button.
    func isButton(_ block: Int) -> Bool { page.blocks[block].buttonBytes > 0 }

    /// Whether nearly all of a block stands in a `time` element.
    func isTime(_ block: Int) -> Bool { 10 * Int(page.blocks[block].timeBytes) >= 9 * size(block) }

    /// Whether a block behind the body stands in an item of a list that leads to another article by a heading.
    func isTeaser(_ block: Int, in document: Document?) -> Bool {
        let element = Int(page.blocks[block].leaf)
        guard let document, !isBody(block), page.elements.indices.contains(element) else { return false }
        return Teaser.holds(page.elements[element].node, in: document, isHeaded: true)
    }

    /// Whether a block stands in bold or in italics, nearly whole.
    func isEmphasised(_ block: Int) -> Bool {
        10 * max(Int(page.blocks[block].boldBytes), Int(page.blocks[block].emphasisBytes)) >= 8 * size(block)
    }

    /// Whether a block is running text.
    func isSentence(_ block: Int) -> Bool { ask(block, RunningText.isSentence) }

    /// Whether an element stands in a figure: what it says is of the image.
    func isInFigure(_ element: Int) -> Bool {
        var element = element
        while page.elements.indices.contains(element) {
            let kind = page.elements[element].kind
            if kind == .figure || kind == .figcaption { return true }
            element = Int(page.elements[element].parent)
        }
        return false
    }

    /// Blocks in which a page states time, people and source of its article: from a few lines above the headline (or above
    /// the body, when no block holds the headline) to the body's first lines.
    var head: Range<Int> {
        let start = bodyStart
        let from = titleBlock.flatMap { $0 <= start && start - $0 <= 60 ? $0 - 8 : nil } ?? start - 16
        let lower = max(0, from)
        return lower..<max(lower, min(count, start + 3))
    }

    /// Blocks behind the body in which editors, sources and licences of the article stand.
    var tail: Range<Int> {
        let end = bodyEnd
        return max(0, min(end - 3, count))..<min(count, end + 12)
    }

    /// Whether a block has at most `limit` bytes: what states a field of the event is short, wherever it stands.
    func isShortLine(_ block: Int, limit: Int = PageText.maximumLine) -> Bool {
        size(block) <= limit
    }

    /// Element positions in which an article's tags stand: from a little above the headline to the lines behind the body.
    var taggedElements: ClosedRange<Int>? {
        guard let own = articleElements, let last = tail.last else { return articleElements }
        let next = last + 1 < count ? element(last + 1) : page.elements.count - 1
        return own.lowerBound...max(own.upperBound, element(last), next)
    }

    /// Element positions in which an article's images stand: as ``articleElements``, and on to the element of the text that
    /// follows the body, with all that stands in it; captions of figures right behind the body are no such text.
    var imageElements: ClosedRange<Int>? {
        guard let own = articleElements else { return nil }
        var (upper, figures) = (own.upperBound, 0)
        for here in (bodyEnd..<count).lazy.map(element) where here > upper {
            if figures < Self.maximumFigures, let figure = figure(around: here), figure > upper {
                upper = Int(page.elements[figure].end) - 1
                figures += 1
                continue
            }
            var end = here
            while Int(page.elements[end].parent) > upper { end = Int(page.elements[end].parent) }
            return own.lowerBound...max(upper, end - 1)
        }
        return own.lowerBound...max(upper, page.elements.count - 1)
    }

    /// Figures behind the body that may be the article's.
    private static let maximumFigures = 3

    /// The innermost `figure` around an element.
    private func figure(around element: Int) -> Int? {
        var element = element
        while page.elements.indices.contains(element) {
            if page.elements[element].kind == .figure { return element }
            element = Int(page.elements[element].parent)
        }
        return nil
    }

    /// Element positions from the headline to the body's first line.
    var headElements: ClosedRange<Int>? {
        guard let title = titleBlock, title <= bodyStart, bodyStart < count else { return nil }
        return element(title)...max(element(title), element(bodyStart))
    }

    /// Element positions right behind the body, up to its third line behind.
    var elementsBehind: ClosedRange<Int>? {
        guard let own = articleElements, bodyEnd < count else { return nil }
        let last = element(min(bodyEnd + 2, count - 1))
        return own.upperBound < last ? own.upperBound + 1...last : nil
    }

    /// Element positions from a little above the headline to the end of the body: where the article's own `time` and
    /// author elements stand.
    var articleElements: ClosedRange<Int>? {
        guard !body.isEmpty else { return nil }
        let above = titleBlock.map { min($0, bodyStart) } ?? bodyStart
        let lower = element(max(0, above - 10))
        let upper = body.suffix(3).map(element).max() ?? lower
        return lower <= upper ? lower...upper : nil
    }
}

/// The cues of the blocks that were asked for them.
private final class KnownCues {
    private var cues: [Cues?]

    init(_ count: Int) { cues = Array(repeating: nil, count: count) }

    func cues(of block: Int, read: () -> Cues) -> Cues {
        if let known = cues[block] { return known }
        let found = read()
        cues[block] = found
        return found
    }
}
