internal import Markup
internal import Pages

/// All that is computed of a page before the model sees it: blocks, measures, sums of containers, features.
public struct PageAnalysis {
    /// The page's blocks.
    public let page: PageBlocks
    /// A row of features a block: of each, or only of those in question.
    public private(set) var features = FeatureMatrix(rows: 0)
    /// The blocks whose features are computed.
    private(set) var rows: [Int] = []
    /// What is asked of each block most.
    var facts: [BlockFacts] = []
    /// What each block's text counts.
    var measures: [TextMeasure] = []
    /// What each block's first tokens say.
    var marks: [LeadMarks] = []
    /// What is known of the elements; empty in a dump.
    var elements: ElementMeasures?
    /// Sums over the blocks below each element.
    var sums: [ContainerSums] = []
    /// For each element the nearest ancestor that holds more blocks, or -1.
    var larger: [Int32] = []
    /// The element with the densest prose, or -1.
    var top: Int32 = -1
    /// The block that is the page's title, or -1.
    var anchor: Int32 = -1

    /// Hash of kind and class of each block's element and its parent; empty in a dump.
    var signatureKeys: [UInt32] = []
    /// Blocks of the same signature have the same number; empty in a dump.
    var signatures: (numbers: [Int32], count: Int) = ([], 0)
    /// Blocks of the same folded text have the same number.
    private(set) var texts: (numbers: [Int32], count: Int) = ([], 0)
    let hints: PageHints
    private let phrases: PhraseTable
    private let stated: StatedBody

    /// Which blocks' features are computed.
    enum Rows {
        /// All: for the trainer.
        case all
        /// Those that the model judges.
        case candidates
    }

    /// Analyses an HTML page.
    init(
        _ page: PageBlocks, of document: Document, table: ClassTable, phrases: PhraseTable, rows: Rows = .all,
        clock: PageClock = .endless
    ) {
        self.page = page
        self.phrases = phrases
        stated = StatedBody(document)
        hints = PageHints(document)
        measureTexts(clock)
        elements = ElementMeasures(page, in: document, table: table, clock: clock)
        gatherFacts(rows)
        sumContainers()
        findAnchor()
        fillText()
        fillMarks()
        fillElements()
        fillContainers()
        fillTitle()
        fillSignatures()
        fillNeighbours()
        fillSurroundings()
        fillRepeats()
    }

    /// Analyses a text dump.
    init(_ page: PageBlocks, phrases: PhraseTable, rows: Rows = .all, clock: PageClock = .endless) {
        self.page = page
        self.phrases = phrases
        stated = StatedBody()
        hints = PageHints()
        measureTexts(clock)
        gatherFacts(rows)
        fillText()
        fillMarks()
        fillNeighbours()
        fillSurroundings()
        fillLines()
    }

    /// Measures each block's text; once the clock is over, the rest count as empty.
    private mutating func measureTexts(_ clock: PageClock) {
        let words = WordTable.shared
        var meter = TextMeter(titles: hints.words, words: words)
        var measures: [TextMeasure] = []
        var marks: [LeadMarks] = []
        measures.reserveCapacity(page.blocks.count)
        marks.reserveCapacity(page.blocks.count)
        let page = page
        let buffer = page.buffer.span
        for (row, block) in page.blocks.enumerated() {
            guard !clock.isOver(at: row) else { break }
            let measure = meter.measure(buffer.extracting(block.text))
            let lead = meter.lead
            var mark = LeadMarks(lead, words: words)
            mark.read(lead, isWhole: lead.count == Int(measure.tokens), phrases: phrases)
            mark.stated = stated.share(of: lead)
            mark.titleEqual = isTitle(lead, tokens: Int(measure.tokens))
            measures.append(measure)
            marks.append(mark)
        }
        let left = page.blocks.count - measures.count
        measures.append(contentsOf: repeatElement(TextMeasure(), count: left))
        marks.append(contentsOf: repeatElement(LeadMarks([], words: words), count: left))
        self.measures = measures
        self.marks = marks
    }

    private func isTitle(_ lead: [LeadToken], tokens: Int) -> Bool {
        guard tokens >= 2, tokens == lead.count else { return false }
        return Self.begins(hints.title, with: lead)
            || (hints.ogTitle.count == tokens && Self.begins(hints.ogTitle, with: lead))
    }

    private static func begins(_ title: [UInt32], with lead: [LeadToken]) -> Bool {
        guard title.count >= lead.count, lead.count * 3 >= title.count || lead.count >= 6 else { return false }
        for index in lead.indices where title[index] != lead[index].hash { return false }
        return true
    }

    // MARK: What is asked of a block

    /// Whether the model judges the block at all: about half of a page's blocks are not in question (no long block, and in `nav`; button text; link
    /// text below 12 tokens outside `p`; in a `footer` outside `article`) and count as p = 0.
    public func isCandidate(_ row: Int) -> Bool { facts[row].isCandidate }

    private mutating func gatherFacts(_ which: Rows) {
        facts = page.blocks.indices.map { row in
            let block = page.blocks[row]
            return BlockFacts(block, measures[row], block.leaf < 0 ? nil : elements?[Int(block.leaf)].landmarks)
        }
        texts = KeyNumbers.of(measures.lazy.map(\.fold))
        switch which {
        case .all: rows = Array(page.blocks.indices)
        case .candidates: rows = page.blocks.indices.filter { facts[$0].isCandidate }
        }
        features = FeatureMatrix(rows: page.blocks.count)
    }
}

/// Sums over the blocks below an element.
struct ContainerSums {
    var tokens: Float = 0, linkTokens: Float = 0, prose: Float = 0, longs: Float = 0, blocks: Float = 0
    /// Sum of min(ptok, 120)^.8, damped .6 a level.
    var density: Float = 0
    /// First and one past the last block.
    var first: Int32 = .max, end: Int32 = 0

    @inline(__always)
    mutating func add(_ other: ContainerSums) {
        tokens += other.tokens
        linkTokens += other.linkTokens
        prose += other.prose
        longs += other.longs
        blocks += other.blocks
        density += 0.6 * other.density
        first = min(first, other.first)
        end = max(end, other.end)
    }

    var linkShare: Float { tokens > 0 ? linkTokens / tokens : 0 }
}

/// ln(1 + x).
@inline(__always)
func ln1(_ x: Float) -> Float { Logarithm.ln1(x) }

/// ln(1 + x) keeping the sign.
@inline(__always)
func signedLn1(_ x: Float) -> Float { x < 0 ? -ln1(-x) : ln1(x) }
