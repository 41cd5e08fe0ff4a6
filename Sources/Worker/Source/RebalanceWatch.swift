import Flow
import Kafka
import Synchronization

/// Whether the group is between two assignments, as far as a member can tell by its own callbacks.
///
/// A commit that reaches the broker while its member joins again names a generation that has passed; librdkafka up to
/// its pull request 4908 (2.0.2 among them) then gives up the whole assignment, and its pages are done again (issue
/// 4059). So commits wait until the group has settled, and so does the end of a worker: a member that leaves while it
/// joins is missed only by its session timeout.
final class RebalanceWatch: Sendable {
    private struct State {
        /// Assignments that are still to come before the group has settled; the first join brings one.
        var awaited = 1
        var since = ContinuousClock.now
    }

    private let state = Mutex(State())
    /// A cooperative member that gives partitions back gets what is new at once, joins again, and is assigned once
    /// more.
    private let afterRevocation: Int

    /// For this kind of assignor.
    init(_ assignor: Assignor) { afterRevocation = assignor == .cooperativeSticky ? 2 : 1 }

    /// After so long the group waits for a member that is gone, and commits are taken again until that is over; pages that are not
    /// committed for longer would all be done again after a crash.
    private static let patience = Duration.seconds(5)

    /// Notes what the group did.
    func saw(_ event: RebalanceEvent, now: ContinuousClock.Instant = .now) {
        state.withLock { state in
            if state.awaited == 0 { state.since = now }
            switch event {
            case .assigned: state.awaited = max(0, state.awaited - 1)
            case .revoked: state.awaited = afterRevocation
            case .lost: state.awaited = 1
            }
        }
    }

    /// Whether no assignment is still to come.
    var isAssigned: Bool { state.withLock { $0.awaited == 0 } }

    /// Whether an assignment is still to come, and has not been for too long.
    func isUnderWay(_ now: ContinuousClock.Instant) -> Bool {
        state.withLock { $0.awaited > 0 && $0.since.duration(to: now) < RebalanceWatch.patience }
    }
}
