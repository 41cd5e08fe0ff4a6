import Flow
import Telemetry

/// Says that the group takes its time to assign partitions: after some seconds, then ever less often.
struct JoinReport {
    private var since: ContinuousClock.Instant
    private var due: ContinuousClock.Instant?
    private var pauses = JoinReport.backoff

    private static let backoff = Backoff(first: .seconds(5), last: .seconds(300))

    init(now: ContinuousClock.Instant = .now) { since = now }

    /// What is to be said, if it is time.
    mutating func report(isWaiting: Bool, _ group: String, _ now: ContinuousClock.Instant) -> GroupWaits? {
        guard isWaiting else {
            self = JoinReport(now: now)
            return nil
        }
        let time = due ?? since + pauses.failed()
        due = time
        guard time <= now else { return nil }
        due = now + pauses.failed()
        return GroupWaits(group: group, waited: since.duration(to: now))
    }
}
