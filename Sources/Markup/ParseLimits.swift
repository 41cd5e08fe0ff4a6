/// What one parse may cost. Past a bound the parse goes on without what exceeds it, or ends early; either way with a
/// tree and a flag in `Document.limitsReached`.
public struct ParseLimits: Sendable {
    /// Nodes of the tree; the parse ends at the bound.
    public var nodes: Int
    /// Attributes of all tags together; more are dropped.
    public var attributes: Int
    /// Open elements; a deeper one becomes a sibling, as browsers do (Blink's bound is 512 too).
    public var maxDepth: Int
    /// Attributes of one tag; more are dropped.
    public var attributesPerTag: Int
    /// Bytes of an attribute's value; the rest is dropped.
    public var attributeLength: Int
    /// Entries of the list of active formatting elements; the oldest is dropped. Each block may reopen all of them.
    public var activeFormatting: Int
    /// Distinct tag names, and distinct attribute names, beyond the known ones; more are dropped or taken as one.
    public var names: Int
    /// `Document.steps` a byte of the page, a million at least; the parse ends at the bound. Real pages take less than
    /// one, those made to be slow hundreds.
    public var stepsPerByte: Int
    /// Asked every few thousand steps; the parse ends when it says so.
    public var shouldStop: (@Sendable () -> Bool)?

    /// Makes limits.
    public init(
        nodes: Int = 1_000_000, attributes: Int = 1_000_000, maxDepth: Int = 512, attributesPerTag: Int = 256,
        attributeLength: Int = 1 << 16,
        activeFormatting: Int = 128, names: Int = 4096, stepsPerByte: Int = 64,
        shouldStop: (@Sendable () -> Bool)? = nil
    ) {
        self.nodes = nodes
        self.attributes = attributes
        self.maxDepth = max(8, maxDepth)
        self.attributesPerTag = attributesPerTag
        self.attributeLength = attributeLength
        self.activeFormatting = max(4, activeFormatting)
        self.names = min(max(0, names), 30_000)
        self.stepsPerByte = min(max(1, stepsPerByte), 1 << 20)
        self.shouldStop = shouldStop
    }

    /// Steps that a page of that many bytes may take.
    func steps(bytes: Int) -> Int { max(1 << 20, bytes * stepsPerByte) }

    /// Bytes of a page, and of decoded text, that are read: places in them are numbers of 31 bits, and lists of text
    /// double.
    static let bytes = 1 << 28
}

/// Which bounds a parse met.
public struct LimitFlags: OptionSet, Sendable, Hashable {
    /// The bits.
    public let rawValue: UInt16

    /// Flags of these bits.
    public init(rawValue: UInt16) { self.rawValue = rawValue }

    /// `ParseLimits.nodes`: the page's end is missing.
    public static let nodes = LimitFlags(rawValue: 1)
    /// `ParseLimits.maxDepth`: deep elements are flattened.
    public static let depth = LimitFlags(rawValue: 2)
    /// `ParseLimits.attributesPerTag` or `ParseLimits.attributes`.
    public static let attributes = LimitFlags(rawValue: 4)
    /// `ParseLimits.attributeLength`.
    public static let attributeLength = LimitFlags(rawValue: 8)
    /// `ParseLimits.activeFormatting`.
    public static let activeFormatting = LimitFlags(rawValue: 16)
    /// `ParseLimits.shouldStop`: the page's end is missing.
    public static let stopped = LimitFlags(rawValue: 32)
    /// `ParseLimits.names`.
    public static let names = LimitFlags(rawValue: 64)
    /// The page or its decoded text is longer than 256 MiB: the rest is missing.
    public static let length = LimitFlags(rawValue: 128)
    /// `ParseLimits.stepsPerByte`: the page's end is missing.
    public static let steps = LimitFlags(rawValue: 256)
}
