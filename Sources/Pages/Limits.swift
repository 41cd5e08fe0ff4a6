/// What a single page may cost.
public struct Limits: Sendable, Equatable {
    /// Bytes of a page once its content coding is removed.
    public var pageBytes: Int
    /// Nodes of its tree.
    public var nodes: Int
    /// Depth of its tree; deeper elements become siblings.
    public var depth: Int
    /// Seconds of work, checked inside the loops.
    public var pageSeconds: Double

    /// Makes limits; the defaults are those of the configuration.
    public init(
        pageBytes: Int = 20_971_520, nodes: Int = 2_000_000, depth: Int = 512, pageSeconds: Double = 10
    ) {
        self.pageBytes = pageBytes
        self.nodes = nodes
        self.depth = depth
        self.pageSeconds = pageSeconds
    }
}

/// Whether work on a page should stop: asked inside loops, every few thousand steps.
public struct PageClock: Sendable {
    private let deadline: ContinuousClock.Instant?

    /// A clock that runs out after some seconds, or never.
    public init(seconds: Double?) {
        deadline = seconds.map { ContinuousClock.now + .seconds($0) }
    }

    /// Whether the page's time is used up.
    public var isOver: Bool { deadline.map { ContinuousClock.now >= $0 } ?? false }
}
