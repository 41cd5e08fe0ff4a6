/// Why a block was kept or left out, for a person.
public struct BlockReason: Sendable, Equatable {
    /// Its text.
    public var text: String
    /// The name of the element that holds it most closely; empty in a text dump.
    public var element: String
    /// The first stage's probability.
    public var first: Float
    /// The second stage's probability, which decides.
    public var probability: Float
    /// Whether it is a paragraph of the article.
    public var isKept: Bool
    /// The decision in words.
    public var words: String
    /// The features that moved each stage most, the second stage's first.
    public var moves: [FeatureMove]
}

/// How far one feature moved one stage's logit (the logarithm of the odds) of a block.
public struct FeatureMove: Sendable, Equatable {
    /// 1 or 2.
    public var stage: Int
    /// The feature's name: a case of ``Feature`` or ``NeighbourhoodFeature``.
    public var feature: String
    /// Its value for the block.
    public var value: Float
    /// How far it moved the logit; above zero towards the article.
    public var change: Float
}
