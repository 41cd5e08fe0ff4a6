public import Pages

/// What opening a record may take, and who is told as it grows.
///
/// A record says little of what it unfolds to: 20 kB of gzip may be a page of 20 MB. Who keeps a budget of memory is told
/// while the page grows, and may hold it up there until there is room.
public struct PageRoom {
    /// What a page may cost.
    public let limits: Limits
    /// When to give up.
    public let clock: PageClock
    /// Told how many bytes the page has come to, every 64 kB or so; may wait.
    public let grew: (_ bytes: Int) -> Void

    /// Makes a room; without a function nobody is told.
    public init(limits: Limits, clock: PageClock = .endless, grew: @escaping (_ bytes: Int) -> Void = { _ in }) {
        self.limits = limits
        self.clock = clock
        self.grew = grew
    }
}
