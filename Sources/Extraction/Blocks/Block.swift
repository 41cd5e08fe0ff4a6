public import Markup

/// A run of text between two block boundaries of a page, or a line of a text dump: the unit that the model judges.
///
/// A block holds no text of its own; ``text`` is a range of ``PageBlocks/buffer``.
public struct Block: Sendable, Equatable {
    /// First byte of the block's text in the shared buffer.
    public var start: Int32
    /// One past its last byte.
    public var end: Int32
    /// Index in ``PageBlocks/elements`` of the nearest block-level element, or -1 in a text dump.
    public var element: Int32 = -1
    /// Index in ``PageBlocks/elements`` of the lowest common ancestor of the block's text nodes, or -1 in a text dump.
    public var leaf: Int32 = -1
    /// Zero-based line of a text dump, or -1.
    public var line: Int32 = -1
    /// Columns before the first character of a dump's line (a full-width space counts two).
    public var indentation: Int32 = 0
    /// Whether a list sign stood at the start of a dump's line.
    public var bullet = false
    /// Blank lines before a dump's line.
    public var blankLinesBefore: Int32 = 0
    /// Bytes of the text inside `a`.
    public var linkBytes: Int32 = 0
    /// Bytes inside `b` and `strong`.
    public var boldBytes: Int32 = 0
    /// Bytes inside `em` and `i`.
    public var emphasisBytes: Int32 = 0
    /// Bytes inside `time`.
    public var timeBytes: Int32 = 0
    /// Bytes inside `button`.
    public var buttonBytes: Int32 = 0
    /// Links that began in the block.
    public var links: Int32 = 0
    /// Images since the end of the block before, those inside this one too.
    public var imagesBefore: Int32 = 0
    /// Whether a `<br>` started it.
    public var startedByBreak = false

    /// The bytes of the text in ``PageBlocks/buffer``.
    public var text: Range<Int> { Int(start)..<Int(end) }

    /// Whether half of the text or more leads elsewhere.
    var isLink: Bool { 2 * Int(linkBytes) >= text.count }

    /// Makes a block over a range of the buffer.
    public init(start: Int32, end: Int32) {
        self.start = start
        self.end = end
    }
}

/// An element of the page's body, in document order; parents stand before their children.
public struct PageElement: Sendable, Equatable {
    /// The element's node.
    public var node: Node
    /// Index of the parent in ``PageBlocks/elements``; -1 for the body.
    public var parent: Int32
    /// Index of the nearest block-level element, itself included.
    public var block: Int32
    /// Levels below the body.
    public var depth: Int32
    /// What kind of element it is.
    public var kind: ElementKind
    /// One past the last element below it, so that `index..<end` is the subtree.
    public var end: Int32
}

/// A page cut into blocks, whichever kind it is.
public struct PageBlocks: Sendable {
    /// What the page was.
    public enum Kind: Sendable {
        /// An HTML document.
        case html
        /// A text dump.
        case text
    }

    /// What the page was.
    public let kind: Kind
    /// The text of all blocks, UTF-8, white space collapsed, one line feed between two blocks.
    public var buffer: [UInt8] = []
    /// Offsets in ``buffer`` of the spaces at which lines of preformatted text end, ascending.
    var lineEnds: [Int32] = []
    /// Offsets in ``buffer`` at which two words meet without white space, ascending (``Seam``).
    var seams: [Int32] = []
    /// Offsets in ``buffer`` at which two numbers meet so, ascending.
    var numberSeams: [Int32] = []
    /// The blocks in document order.
    public var blocks: [Block] = []
    /// The body's elements in document order; empty in a text dump.
    public var elements: [PageElement] = []
    /// Whether a limit was met: the page goes on behind the last block.
    public internal(set) var isCut = false
    /// What cutting an HTML page took: nodes walked into and out of, and ancestors climbed to.
    public internal(set) var steps = 0

    /// An empty page.
    public init(kind: Kind) { self.kind = kind }

    /// A block's text.
    public func text(of block: Int) -> String {
        String(decoding: buffer[blocks[block].text], as: UTF8.self)
    }

    /// The last bytes of a block's text, at most 64: whole scalars but for the first.
    func end(of block: Int) -> String {
        String(decoding: buffer[blocks[block].text.suffix(64)], as: UTF8.self)
    }

    /// A block's text, cut at the line ends of preformatted text.
    func lines(of block: Int) -> [String] {
        let text = blocks[block].text
        var lines: [String] = []
        var start = text.lowerBound
        for end in Self.offsets(lineEnds, in: text) {
            lines.append(String(decoding: buffer[start..<end], as: UTF8.self))
            start = end + 1
        }
        return lines + [String(decoding: buffer[start..<text.upperBound], as: UTF8.self)]
    }

    /// A block's text with a space at each of its seams: for reading what a line states, never for what an article says.
    ///
    /// - Parameter atNumbers: whether numbers are parted too, as the times of a line are read.
    func partedText(of block: Int, atNumbers: Bool = false) -> String {
        let text = blocks[block].text
        var seams = Self.offsets(seams, in: text)
        if atNumbers { seams = (seams + Self.offsets(numberSeams, in: text)).sorted() }
        guard !seams.isEmpty else { return self.text(of: block) }
        var parted: [UInt8] = []
        var start = text.lowerBound
        for seam in seams {
            parted += buffer[start..<seam]
            parted.append(0x20)
            start = seam
        }
        return String(decoding: parted + buffer[start..<text.upperBound], as: UTF8.self)
    }

    /// Those of ascending offsets that lie in a range.
    private static func offsets(_ all: [Int32], in range: Range<Int>) -> [Int] {
        var (low, high) = (0, all.count)
        while low < high {
            let middle = (low + high) / 2
            if all[middle] < range.lowerBound { low = middle + 1 } else { high = middle }
        }
        return Array(all[low...].lazy.map(Int.init).prefix { $0 < range.upperBound })
    }

    /// The element that holds a block most closely, or `nil` in a text dump.
    public func node(of block: Int) -> Node? {
        let leaf = blocks[block].leaf
        return leaf < 0 ? nil : elements[Int(leaf)].node
    }
}
