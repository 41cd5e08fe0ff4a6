public import Markup
internal import Pages
internal import Text

/// Cuts a parsed page into blocks: the runs of text between the starts and ends of block elements and line breaks.
///
/// One walk in document order, without recursion; linear in the page, which ``PageBlocks/steps`` shows. Hidden elements are
/// walked like others: many pages show their text only when a script has run.
public struct Segmenter {
    let document: Document
    private var page = PageBlocks(kind: .html)
    var text = CollapsedText(capacity: 32_768)
    /// The innermost element that is open, or -1.
    private var innermost: Int32 = -1
    let kinds = ElementKind.byTag
    private var inside = Inside()
    private var current = Block(start: 0, end: 0)
    private var leaf: Int32 = -1
    private var images: Int32 = 0
    private var breakBefore = false
    /// Whether a line of preformatted text ended since the last text of the run.
    private var lineEnded = false
    private let limits: BlockLimits
    /// Whether the page has a `noscript` element that was left out, and whether such are walked.
    private var hasNoscript = false
    private var showsNoscript = false
    /// The outermost open `noscript` that is walked for its paragraphs, or -1.
    private var openNoscript: Int32 = -1
    /// Nodes walked into and out of: what the clock is asked by.
    private var turns = 0

    /// The link that was met last, and how many long texts stand in those that were made again of its tag.
    private var link: (node: Node, copied: Int)?
    /// Links that are never closed, found and to be walked as no links: nobody links several paragraphs one by one.
    private var unclosed: Set<Node> = []
    private let noLinks: Set<Node>

    /// How many open elements of each counted kind hold the point of the walk.
    private struct Inside {
        var link: Int32 = 0, bold: Int32 = 0, emphasis: Int32 = 0, time: Int32 = 0, button: Int32 = 0, pre: Int32 = 0
    }

    /// The blocks of an HTML page, its first ones where there are more than the limits let pass.
    ///
    /// What stands in `noscript` is for readers without scripts, who see it in place of what scripts put there: it counts where it is
    /// a text of several paragraphs, and on a page that holds hardly any other text.
    public static func segment(_ document: Document, limits: BlockLimits = BlockLimits()) -> PageBlocks {
        var segmenter = Segmenter(document, limits)
        segmenter.walk()
        if !segmenter.unclosed.isEmpty {
            segmenter = Segmenter(document, limits, noLinks: segmenter.unclosed)
            segmenter.walk()
        }
        guard segmenter.page.buffer.count < leastText, segmenter.hasNoscript, !segmenter.page.isCut else {
            return segmenter.page
        }
        var whole = Segmenter(document, limits)
        whole.showsNoscript = true
        whole.walk()
        return whole.page.buffer.count >= 2 * leastText ? whole.page : segmenter.page
    }

    /// Bytes of text below which a page may keep its text in `noscript`.
    private static let leastText = 200

    private init(_ document: Document, _ limits: BlockLimits, noLinks: Set<Node> = []) {
        self.document = document
        self.noLinks = noLinks
        self.limits = limits
        page.elements.reserveCapacity(1024)
        page.blocks.reserveCapacity(256)
    }

    private mutating func walk() {
        let body = document.bodyOrRoot
        enter(body, kind: .body)
        var node = document.firstChild(body)
        var parent = body
        while true {
            page.steps += 1
            turns &+= 1
            if isFull {
                page.isCut = true
                break
            }
            if let here = node {
                if step(into: here), let child = document.firstChild(here) {
                    parent = here
                    node = child
                    continue
                }
                node = document.nextSibling(here)
            } else {
                leave()
                guard parent != body, let above = document.parent(parent) else { break }
                node = document.nextSibling(parent)
                parent = above
            }
        }
        while innermost >= 0 { leave() }
        endBlock()
        page.buffer = text.takeBytes()
    }

    /// Whether a limit is met: the rest of the page is left out.
    private var isFull: Bool {
        page.isCut || page.blocks.count >= limits.blocks || text.count >= limits.textBytes
            || page.elements.count >= limits.elements
            || limits.clock.isOver(at: turns)
    }

    /// Takes a node; `true` when its children are to be walked (then ``leave()`` follows them).
    private mutating func step(into node: Node) -> Bool {
        switch document.kind(node) {
        case .element: break
        case .text:
            take(node)
            return false
        case .fragment:
            // Reached in a shadow root only: its content is shown in place of its host's.
            enter(node, kind: .div)
            return true
        default: return false
        }
        let tag = document.tag(node)
        var kind = tag == .unknown ? document.kindOfUnknown(node) : kinds[tag.index]
        if kind == .skipped { kind = kindOfHidden(node, tag) }
        if kind.isPhrase, ScreenReaderText.isIn(node, of: document) { return false }
        if kind == .a, isPlace(node) || isUnclosed(node) { kind = .span }
        if kind == .span, isShownAsBlock(node) || isCountOfComments(node) { kind = .div }
        if kind == .span || kind == .em || kind == .i || kind == .small, isCaption(node) { kind = .div }
        switch kind {
        case .skipped: return false
        case .br:
            endBlock()
            breakBefore = true
            return false
        case .img: images += 1
        default: break
        }
        guard document.firstChild(node) != nil else {
            if kind.isBlock { endBlock() }
            if kind == .a { current.links += 1 }
            return false
        }
        enter(node, kind: kind)
        return true
    }

    /// What a skipped element is where readers see what it holds: a shadow root that came with the page, or `noscript`, which is then
    /// entered next.
    private mutating func kindOfHidden(_ node: Node, _ tag: Tag) -> ElementKind {
        if tag == .template, document.isShadowRoot(node) { return .div }
        guard tag == .noscript else { return .skipped }
        if showsNoscript || openNoscript >= 0 { return .div }
        if holdsParagraphs(node) {
            openNoscript = Int32(page.elements.count)
            return .div
        }
        hasNoscript = true
        return .skipped
    }

    /// Whether a link is known to be never closed; notes what tells so: the parser makes it again behind its block's end, around what follows.
    private mutating func isUnclosed(_ node: Node) -> Bool {
        guard let link, document.isSameTag(node, link.node) else {
            link = (node, 0)
            return noLinks.contains(node)
        }
        let copied = link.copied + (isLong(node) ? 1 : 0) + paragraphs(in: node)
        self.link = (link.node, copied)
        if copied >= Self.fewestCopied { unclosed.insert(link.node) }
        return noLinks.contains(link.node)
    }

    /// Whether an element holds several paragraphs of text, as a notice to turn on scripts does not.
    private mutating func holdsParagraphs(_ element: Node) -> Bool { paragraphs(in: element) >= Self.fewestParagraphs }

    /// Paragraphs with a long text among an element's first nodes.
    private mutating func paragraphs(in element: Node) -> Int {
        let first = Array(document.descendants(of: element).prefix(Self.mostLooked))
        page.steps += first.count
        return first.count { document.tag($0) == .p && isLong($0) }
    }

    /// Whether an element holds a long text of its own.
    private func isLong(_ element: Node) -> Bool {
        var (bytes, child) = (0, document.firstChild(element))
        while let here = child, bytes < Self.longText {
            if document.kind(here) == .text { bytes += ink(document.utf8(of: here)) }
            child = document.nextSibling(here)
        }
        return bytes >= Self.longText
    }

    /// A text of its own in `noscript`: so many paragraphs of so many bytes among so many of its first nodes.
    private static let (fewestParagraphs, longText, mostLooked) = (3, 80, 64)
    /// Long texts in links made again of one tag that tell it was never closed.
    private static let fewestCopied = 2

    private mutating func enter(_ node: Node, kind: ElementKind) {
        if kind.isBlock { endBlock() }
        let index = Int32(page.elements.count)
        let parent = innermost
        var (block, depth) = (index, Int32(0))
        if parent >= 0 {
            depth = page.elements[Int(parent)].depth + 1
            if !kind.isBlock { block = page.elements[Int(parent)].block }
        }
        page.elements.append(
            PageElement(node: node, parent: parent, block: block, depth: depth, kind: kind, end: Self.isOpen))
        innermost = index
        count(kind, by: 1)
        if kind == .a { current.links += 1 }
    }

    private mutating func leave() {
        guard innermost >= 0 else { return }
        let index = Int(innermost)
        let kind = page.elements[index].kind
        if kind.isBlock {
            endBlock()
        } else if kind == .span, isPlaceLine(page.elements[index].node) {
            text.appendSpace()
        }
        if openNoscript == innermost { openNoscript = -1 }
        page.elements[index].end = Int32(page.elements.count)
        innermost = page.elements[index].parent
        count(kind, by: -1)
    }

    /// What stands for the end of an element that has not been left.
    private static var isOpen: Int32 { -1 }

    private mutating func count(_ kind: ElementKind, by step: Int32) {
        switch kind {
        case .a: inside.link += step
        case .b, .strong: inside.bold += step
        case .em, .i: inside.emphasis += step
        case .time: inside.time += step
        case .button: inside.button += step
        case .pre: inside.pre += step
        default: break
        }
    }

    private mutating func take(_ node: Node) {
        let document = document
        let (before, isFirst) = (text.count, text.isRunEmpty)
        let whole = document.utf8(of: node)
        let most = max(0, limits.textBytes - text.count)
        if whole.count > most { page.isCut = true }
        let part = whole.count > most ? whole.extracting(first: UTF8Scalars.boundary(in: whole, atMost: most)) : whole
        if inside.pre > 0 { appendLines(part) } else { append(part) }
        let added = Int32(text.count - before)
        guard added > 0 else { return }
        if !isFirst {
            if text.isSeam(at: before) { page.seams.append(Int32(before)) }
            if text.isNumberSeam(at: before) { page.numberSeams.append(Int32(before)) }
        }
        if inside.link > 0 { current.linkBytes += added }
        if inside.bold > 0 { current.boldBytes += added }
        if inside.emphasis > 0 { current.emphasisBytes += added }
        if inside.time > 0 { current.timeBytes += added }
        if inside.button > 0 { current.buttonBytes += added }
        leaf = leaf < 0 ? innermost : openAncestor(of: leaf)
    }

    /// Appends text, and notes where its author parted paragraphs by blank lines: whether a style sheet shows them is not known.
    private mutating func append(_ span: Span<UInt8>) {
        guard span.count >= Self.leastParagraphs else { return text.append(span) }
        var (start, index) = (0, 0)
        while let feed = LineFeeds.next(in: span, from: index) {
            index = feed
            let gap = BlankLine.gap(in: span, at: index)
            if gap.parts {
                appendLine(span.extracting(start..<index))
                text.append(span.extracting(index..<(index + 1)))
                lineEnded = !text.isRunEmpty
                start = gap.end
            }
            index = gap.end
        }
        appendLine(span.extracting(start..<span.count))
    }

    /// Bytes of the shortest text that is asked for several paragraphs.
    private static let leastParagraphs = 120

    /// Appends a line, and notes the space before it when a line ended there.
    private mutating func appendLine(_ line: Span<UInt8>) {
        let (place, wasEmpty) = (text.count, text.isRunEmpty)
        text.append(line)
        guard text.count > place else { return }
        if lineEnded, !wasEmpty { page.lineEnds.append(Int32(place)) }
        lineEnded = false
    }

    /// Appends preformatted text, and notes the spaces that its line feeds become.
    private mutating func appendLines(_ span: Span<UInt8>) {
        var start = 0
        while start < span.count {
            var end = start
            while end < span.count, span[end] != 0x0A { end += 1 }
            appendLine(span.extracting(start..<end))
            guard end < span.count else { return }
            guard page.lineEnds.count < limits.blocks else {
                page.isCut = true
                return
            }
            text.append(span.extracting(end..<(end + 1)))
            lineEnded = true
            start = end + 1
        }
    }

    /// Whether a run is no text but an object that some script reads: hidden elements hold such.
    private func isData(_ run: Range<Int32>) -> Bool {
        text.isObject(run) && inside.pre == 0 && document.tag(page.elements[Int(leaf)].node) != .code
    }

    /// The nearest element, itself included, that is still open: the common ancestor with the point of the walk. Every element
    /// that is climbed past has been left since the block began, so no page makes this more than linear.
    private mutating func openAncestor(of element: Int32) -> Int32 {
        var here = element
        while here >= 0, page.elements[Int(here)].end != Self.isOpen {
            page.steps += 1
            here = page.elements[Int(here)].parent
        }
        return here
    }

    @inline(__always)
    private mutating func endBlock() {
        guard text.isRunEmpty else { return endRun() }
        // Nothing but links was counted.
        text.dropSpace()
        current.links = 0
        breakBefore = false
        lineEnded = false
    }

    private mutating func endRun() {
        defer {
            current = Block(start: 0, end: 0)
            leaf = -1
            breakBefore = false
            lineEnded = false
        }
        guard let range = text.endRun(), leaf >= 0, !isData(range) else { return }
        current.start = range.lowerBound
        current.end = range.upperBound
        current.leaf = leaf
        current.element = page.elements[Int(leaf)].block
        current.imagesBefore = images
        current.startedByBreak = breakBefore
        images = 0
        page.blocks.append(current)
    }
}
