public import Pages

/// How much of a page is cut into blocks and judged.
public struct BlockLimits: Sendable {
    /// Blocks.
    public var blocks: Int
    /// Elements of the page's body that hold text or may: eight a block. The real pages with most blocks have three to six.
    public var elements: Int
    /// Asked in every loop.
    public var clock: PageClock

    /// Makes limits; without a number nothing is left out.
    public init(blocks: Int? = nil, clock: PageClock = .endless) {
        self.blocks = blocks ?? .max
        elements =
            blocks.map { $0.multipliedReportingOverflow(by: 8) }.map { $0.overflow ? .max : $0.partialValue } ?? .max
        self.clock = clock
    }
}
