internal import Glibc
import Synchronization

/// Whether work on a page should stop. Asked inside the loops of every stage, every so many steps; a loop that is told so
/// ends early and leaves what it makes whole, and whoever called it asks again and gives the page up.
public struct PageClock: Sendable {
    private enum Kind {
        case never
        case deadline(Deadline)
        case asked(@Sendable () -> Bool)
    }

    /// A moment that can be put off.
    private final class Deadline: Sendable {
        /// As ``PageClock/now`` counts.
        let moment: Atomic<Int64>

        init(_ moment: Int64) { self.moment = Atomic(moment) }
    }

    private let kind: Kind

    private init(_ kind: Kind) { self.kind = kind }

    /// A clock that never runs out.
    public static let endless = PageClock(.never)

    /// A clock that runs out after some seconds.
    public init(seconds: Double) {
        let nanoseconds = Int64(exactly: (seconds * 1e9).rounded()) ?? .max
        let (moment, isFar) = PageClock.now.addingReportingOverflow(nanoseconds)
        self.init(isFar ? .never : .deadline(Deadline(moment)))
    }

    /// A clock that runs out when a function says so, for tests.
    public init(isOver: @escaping @Sendable () -> Bool) { self.init(.asked(isOver)) }

    /// Whether the page's time is used up.
    public var isOver: Bool {
        switch kind {
        case .never: false
        case .deadline(let deadline): PageClock.now >= deadline.moment.load(ordering: .relaxed)
        case .asked(let isOver): isOver()
        }
    }

    /// The same, asked at every 64th step of a loop only.
    @inlinable
    @inline(__always)
    public func isOver(at step: Int) -> Bool { step & 63 == 63 && isOver }

    /// Does something that is no work on the page, as waiting for room: its time does not count.
    public func notCounting(_ wait: () -> Void) {
        let start = PageClock.now
        wait()
        if case .deadline(let deadline) = kind {
            deadline.moment.add(PageClock.now &- start, ordering: .relaxed)
        }
    }

    /// Nanoseconds of the system's clock that never goes back.
    private static var now: Int64 {
        var time = timespec()
        clock_gettime(CLOCK_MONOTONIC, &time)
        return Int64(time.tv_sec) &* 1_000_000_000 &+ Int64(time.tv_nsec)
    }
}
