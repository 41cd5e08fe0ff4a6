/// The body of an article, and why it is that.
public struct ExtractedBody: Sendable {
    /// The page's blocks.
    public var blocks: PageBlocks
    /// The probability of each block that it is the article's.
    public var probabilities: [Float]
    /// The blocks of the body, in order.
    public var bodyBlocks: [Int]
    /// Their texts: a paragraph each.
    public var paragraphs: [String]
    /// How many further copies of the body stand on the page.
    public var duplicateCopies: Int
    /// How sure the model is of the body as a whole, 0...1: the mean, over the tokens of the body and of what came close, of the
    /// probability that the decision is right.
    public var confidence: Double
}

/// Why a block was kept or left out, for a person.
public struct BlockReason: Sendable, Equatable {
    /// Index of the block.
    public var block: Int
    /// Its probability.
    public var probability: Float
    /// Whether it is in the body.
    public var isKept: Bool
    /// In words.
    public var words: String
}
