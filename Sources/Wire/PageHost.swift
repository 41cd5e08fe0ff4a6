/// Who has a page worked on, as its work sees them: told what it takes, and let wait.
public struct PageHost {
    /// Told how many bytes the page has come to, every 64 kB or so; may wait for room.
    public let grew: (_ bytes: Int) -> Void
    /// Does the waiting for somebody outside, as a registry: its time is none of the page's, and nobody takes it for work that hangs.
    public let waiting: (_ wait: () -> Void) -> Void

    /// Makes a host; without functions nobody is told.
    public init(grew: @escaping (Int) -> Void = { _ in }, waiting: @escaping (() -> Void) -> Void = { $0() }) {
        self.grew = grew
        self.waiting = waiting
    }
}
