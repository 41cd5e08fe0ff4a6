/// What most features ask of a block, worked out once for each.
struct BlockFacts: Sendable {
    /// Tokens.
    var tokens: Float
    /// Share of the bytes inside links.
    var linkShare: Float
    /// Whether it is a long block (see ``Feature``).
    var isLong: Bool
    /// Tokens of a long block outside chrome elements.
    var prose: Float
    /// See ``PageAnalysis/isCandidate(_:)``.
    var isCandidate: Bool

    /// - Parameter levels: from the block's leaf up; `nil` in a text dump.
    init(_ block: Block, _ measure: TextMeasure, _ levels: Levels?) {
        tokens = Float(measure.tokens)
        linkShare = Float(block.linkBytes) / Float(max(1, block.end - block.start))
        isLong = Self.isLong(measure, linkShare)
        prose = isLong && levels.map(Self.isChrome) != true ? tokens : 0
        isCandidate = measure.tokens > 0
        if let levels { isCandidate = isCandidate && Self.isCandidate(block, measure, levels, isLong: isLong) }
    }

    private static func isLong(_ measure: TextMeasure, _ links: Float) -> Bool {
        guard measure.tokens >= 12 else { return false }
        if links < 0.4 && (measure.sentenceEnds + measure.commas >= 2 || measure.endsSentence) { return true }
        return measure.tokens >= 25 && links < 0.3
    }

    private static func isChrome(_ levels: Levels) -> Bool {
        levels.isBelow(.nav) || levels.isBelow(.footer) || levels.isBelow(.figcaption) || levels.isBelow(.button)
            || levels.isBelow(.form)
    }

    private static func isCandidate(_ block: Block, _ measure: TextMeasure, _ levels: Levels, isLong: Bool) -> Bool {
        let bytes = block.text.count
        if Int(block.buttonBytes) * 10 > bytes * 9 { return false }
        if isLong { return true }
        if levels.isBelow(.nav) || levels.isBelow(.footer) && !levels.isBelow(.article) { return false }
        let isLinks = Int(block.linkBytes) * 100 > bytes * 95
        return !(isLinks && measure.tokens < 12 && !levels.isBelow(.paragraph))
    }
}

extension Levels {
    /// Whether an element of a kind stands at most 14 levels above.
    @inline(__always)
    func isBelow(_ landmark: ElementMeasures.Landmark) -> Bool { self[landmark.rawValue] < Self.farthest }
}
