/// What a single page may cost.
public struct Limits: Sendable, Equatable {
    /// Bytes of a page once its content coding is removed.
    public var pageBytes: Int
    /// Bytes of a record's headers, each counted with ``headerOverhead`` more than its name and value.
    public var headerBytes: Int
    /// Nodes of its tree, and as many attributes.
    public var nodes: Int
    /// Depth of its tree; deeper elements become siblings.
    public var depth: Int
    /// Bytes of text that are judged, white space collapsed; a page with more ends there.
    public var textBytes: Int
    /// Blocks of text that are judged, of HTML and of a text dump; a page with more ends with its first ones.
    public var blocks: Int
    /// Seconds of work, asked in the loops of every stage.
    public var pageSeconds: Double

    /// What a header costs beside its bytes, so that a bound on bytes is one on their number too.
    public static let headerOverhead = 64

    /// Makes limits; the defaults are those of the configuration.
    public init(
        pageBytes: Int = 20_971_520, headerBytes: Int = 262_144, nodes: Int = 1_000_000, depth: Int = 512,
        textBytes: Int = 4_194_304, blocks: Int = 30_000, pageSeconds: Double = 10
    ) {
        self.pageBytes = pageBytes
        self.headerBytes = headerBytes
        self.nodes = nodes
        self.depth = depth
        self.textBytes = textBytes
        self.blocks = blocks
        self.pageSeconds = pageSeconds
    }
}
