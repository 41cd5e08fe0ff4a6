internal import Markup

/// All that is computed of a page before the model sees it: blocks, measures, sums of containers, features.
public struct PageAnalysis {
    /// The page's blocks.
    public let page: PageBlocks
    /// A row of features a block.
    public internal(set) var features: FeatureMatrix
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
    let hints: PageHints
    private let phrases: PhraseTable
    private let stated: StatedBody

    /// Analyses an HTML page.
    init(_ page: PageBlocks, of document: Document, table: ClassTable, phrases: PhraseTable) {
        self.page = page
        self.phrases = phrases
        stated = StatedBody(document)
        hints = PageHints(document)
        features = FeatureMatrix(rows: page.blocks.count)
        measureTexts()
        elements = ElementMeasures(page, in: document, table: table)
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
    init(_ page: PageBlocks, phrases: PhraseTable) {
        self.page = page
        self.phrases = phrases
        stated = StatedBody()
        hints = PageHints()
        features = FeatureMatrix(rows: page.blocks.count)
        measureTexts()
        fillText()
        fillMarks()
        fillNeighbours()
        fillSurroundings()
        fillLines()
    }

    private mutating func measureTexts() {
        let words = WordTable.shared
        var meter = TextMeter(titles: hints.words, words: words)
        var measures: [TextMeasure] = []
        var marks: [LeadMarks] = []
        measures.reserveCapacity(page.blocks.count)
        marks.reserveCapacity(page.blocks.count)
        let page = page
        let buffer = page.buffer.span
        for block in page.blocks {
            let measure = meter.measure(buffer.extracting(block.text))
            var mark = LeadMarks(meter.lead, words: words)
            mark.read(meter.lead, isWhole: meter.lead.count == Int(measure.tokens), phrases: phrases)
            mark.stated = stated.share(of: meter.lead)
            mark.titleEqual = isTitle(meter.lead, tokens: Int(measure.tokens))
            measures.append(measure)
            marks.append(mark)
        }
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
    public func isCandidate(_ row: Int) -> Bool {
        let block = page.blocks[row]
        guard measures[row].tokens > 0 else { return false }
        guard block.leaf >= 0, let elements else { return true }
        let bytes = block.end - block.start
        if block.buttonBytes * 10 > bytes * 9 { return false }
        let levels = elements.landmarks[Int(block.leaf)]
        let far = Levels.farthest
        if isLong(row) { return true }
        if levels[ElementMeasures.Landmark.nav.rawValue] < far { return false }
        if levels[ElementMeasures.Landmark.footer.rawValue] < far
            && levels[ElementMeasures.Landmark.article.rawValue] == far
        {
            return false
        }
        let links = block.linkBytes * 100 > bytes * 95
        return !(links && measures[row].tokens < 12 && levels[ElementMeasures.Landmark.paragraph.rawValue] == far)
    }

    /// Share of the block's bytes inside links.
    @inline(__always)
    func linkShare(_ block: Int) -> Float {
        let block = page.blocks[block]
        return Float(block.linkBytes) / Float(max(1, block.end - block.start))
    }

    /// Whether the block is a long one (see ``Feature``).
    @inline(__always)
    func isLong(_ index: Int) -> Bool {
        let measure = measures[index]
        guard measure.tokens >= 12 else { return false }
        let links = linkShare(index)
        if links < 0.4 && (measure.sentenceEnds + measure.commas >= 2 || measure.endsSentence) { return true }
        return measure.tokens >= 25 && links < 0.3
    }

    /// Tokens of a long block outside chrome elements.
    func prose(_ index: Int) -> Float {
        guard isLong(index) else { return 0 }
        let leaf = page.blocks[index].leaf
        if leaf >= 0, let elements {
            let levels = elements.landmarks[Int(leaf)]
            for landmark in Self.noProse where levels[landmark.rawValue] < Levels.farthest { return 0 }
        }
        return Float(measures[index].tokens)
    }

    private static let noProse: [ElementMeasures.Landmark] = [.nav, .footer, .figcaption, .button, .form]
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
