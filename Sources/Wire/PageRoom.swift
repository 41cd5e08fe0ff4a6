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
    private let host: PageHost

    /// Makes a room; without a host nobody is told.
    public init(limits: Limits, clock: PageClock = .endless, host: PageHost = PageHost()) {
        self.limits = limits
        self.clock = clock
        self.host = host
    }

    /// The page has come to so many bytes; returns once there is room for them.
    public func grew(_ bytes: Int) { clock.notCounting { host.grew(bytes) } }

    /// Does what waits for somebody outside.
    func waiting<Result, Failure: Error>(
        _ ask: () throws(Failure) -> Result
    ) throws(Failure) -> Result {
        var result: Swift.Result<Result, Failure>?
        clock.notCounting {
            host.waiting {
                do throws(Failure) { result = .success(try ask()) } catch { result = .failure(error) }
            }
        }
        guard let result else { return try ask() }
        return try result.get()
    }
}
