public import Pages

/// How much of a page is cut into blocks and judged.
public struct BlockLimits: Sendable {
    /// Blocks, and lines of preformatted text.
    public var blocks: Int
    /// Elements of the page's body that hold text or may: eight a block. The real pages with most blocks have three to six.
    public var elements: Int
    /// Bytes of text, white space collapsed.
    public var textBytes: Int
    /// Asked in every loop.
    public var clock: PageClock

    /// Makes limits; without a number nothing is left out.
    public init(blocks: Int? = nil, textBytes: Int? = nil, clock: PageClock = .endless) {
        self.blocks = blocks ?? .max
        let (elements, isFar) = self.blocks.multipliedReportingOverflow(by: 8)
        self.elements = isFar ? .max : elements
        self.textBytes = textBytes ?? .max
        self.clock = clock
    }
}
