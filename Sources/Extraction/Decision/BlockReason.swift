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
