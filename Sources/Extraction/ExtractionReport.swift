public import Pages

/// What the extraction made of a page and why, for a person: what `galley extract --format explain` prints.
public struct ExtractionReport: Sendable {
    /// The page's blocks in document order.
    public var blocks: [BlockReason] = []
    /// The probability from which a block is kept.
    public var threshold: Float = 0
    /// Whether no block reaches it, and the likeliest are kept for want of better.
    public var isDoubtful = false
    /// How likely the page as a whole is an article, 0...1; `nil` for a text dump and for a page without a body.
    public var likelihood: Float?
    /// The likelihood below which a page is refused.
    public var refusedBelow: Float = 0
    /// Whether the paragraphs are not the page's text but stand in its scripts.
    public var isFromScripts = false
    /// The article, with the origin of each field.
    public var article: Article?
    /// Why there is none.
    public var rejection: Rejection?
}
