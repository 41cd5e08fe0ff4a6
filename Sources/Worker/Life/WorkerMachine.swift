public import Flow
public import Kafka

/// The life of a worker: Starting, Running, Draining, Flushed, Closed. Pure: events and time in, actions out.
public struct WorkerMachine: Sendable, Equatable {
    /// Where it stands.
    public enum State: Sendable, Equatable {
        /// Asking whether brokers and topics are there; `since` is when it first said that they were not.
        case starting(problem: StartProblem?, since: ContinuousClock.Instant?, said: ContinuousClock.Instant?)
        /// Reading and publishing.
        case running
        /// Reading no more; waiting for pages in flight, for ever when there is no deadline.
        case draining(ExitReason, Drain?)
        /// Nothing in flight, or out of time: committing and closing.
        case flushed(ExitReason)
        /// Over.
        case closed(ExitReason)
    }

    /// What happened.
    public enum Event: Sendable, Equatable {
        /// The start was checked: nothing or something is in the way.
        case checked(StartProblem?)
        /// A signal, or a caller, asks to stop.
        case stop
        /// The stop condition holds: everything that was to be read is read.
        case finished
        /// Reading cannot go on.
        case failed(ExitReason)
        /// Time passes with this many pages in flight.
        case tick(inFlight: Int)
        /// The clients are closed.
        case closed
    }

    /// What the shell has to do.
    public enum Action: Sendable, Equatable {
        /// Check brokers and topics, after a wait that a stop cuts short.
        case check(after: Duration)
        /// Say what is waited for.
        case say(StartProblem, waited: Duration)
        /// Subscribe and poll.
        case startIntake
        /// Take no more records; keep polling.
        case stopIntake
        /// Give up pages that no one works on yet.
        case putBackQueued
        /// End the process by force at this moment.
        case armWatchdog(Deadline)
        /// Commit what is finished and close the clients, by this moment.
        case close(Deadline)
    }

    /// Where it stands.
    public private(set) var state = State.starting(problem: nil, since: nil, said: nil)

    private let drain: Duration
    private let patience: Duration
    private let grace: Duration

    /// Between two checks of what is missing at start.
    static let checkInterval = Duration.seconds(1)
    /// Between two words about it.
    static let sayInterval = Duration.seconds(10)
    /// What closing gets at least, even beyond the drain's deadline.
    static let closeTime = Duration.seconds(3)
    /// What closing gets at most of the drain's time: a rebalance that is under way should end first.
    static let longCloseTime = Duration.seconds(10)

    /// Makes a machine that starts with ``Action/check(after:)``.
    /// - Parameters:
    ///   - drain: how long a stop waits for pages in flight.
    ///   - patience: how long a missing topic or a refused right is waited for.
    ///   - grace: how long after the drain's deadline the process is ended by force.
    public init(drain: Duration, patience: Duration, grace: Duration) {
        self.drain = drain
        self.patience = patience
        self.grace = grace
    }

    /// What to do first.
    public func begin() -> [Action] { [.check(after: .zero)] }

    /// Takes an event.
    public mutating func handle(_ event: Event, now: ContinuousClock.Instant) -> [Action] {
        switch (state, event) {
        case (.starting(_, let since, let said), .checked(let problem)):
            return checked(problem, since: since, said: said, now: now)
        case (.starting, .stop): return flush(.stopped, now)
        case (.running, .stop): return [.stopIntake] + startDrain(now)
        case (.running, .finished):
            state = .draining(.finished, nil)
            return [.stopIntake]
        case (.running, .failed(let reason)):
            state = .draining(reason, nil)
            return [.stopIntake]
        case (.draining(let reason, let drain), .tick(let inFlight)):
            return watch(reason, drain, inFlight, now)
        case (.draining(_, nil), .stop): return startDrain(now)
        case (.flushed(let reason), .closed):
            state = .closed(reason)
            return []
        default: return []
        }
    }

    private mutating func checked(
        _ problem: StartProblem?, since: ContinuousClock.Instant?, said: ContinuousClock.Instant?,
        now: ContinuousClock.Instant
    ) -> [Action] {
        guard let problem else {
            state = .running
            return [.startIntake]
        }
        let since = since ?? now
        let waited = since.duration(to: now)
        if waited >= problem.patience(patience) {
            return [.say(problem, waited: waited)] + flush(.startFailed(problem), now)
        }
        let isDue = said.map { $0.duration(to: now) >= WorkerMachine.sayInterval } ?? true
        state = .starting(problem: problem, since: since, said: isDue ? now : said)
        return (isDue ? [.say(problem, waited: waited)] : []) + [.check(after: WorkerMachine.checkInterval)]
    }

    private mutating func startDrain(_ now: ContinuousClock.Instant) -> [Action] {
        state = .draining(.stopped, Drain(deadline: Deadline(drain, after: now)))
        return [.putBackQueued, .armWatchdog(Deadline(drain + grace, after: now))]
    }

    private mutating func watch(
        _ reason: ExitReason, _ drain: Drain?, _ inFlight: Int, _ now: ContinuousClock.Instant
    ) -> [Action] {
        let never = Drain(deadline: Deadline(.seconds(1), after: now))
        switch (drain ?? never).verdict(inFlight: inFlight, now: now) {
        case .waiting: return []
        case .drained: return flush(reason, now, left: drain?.deadline.remaining(now) ?? WorkerMachine.longCloseTime)
        case .expired(let left): return flush(.drainExpired(left: left), now)
        }
    }

    /// - Parameter left: what is left of the drain's time.
    private mutating func flush(
        _ reason: ExitReason, _ now: ContinuousClock.Instant, left: Duration = .zero
    ) -> [Action] {
        state = .flushed(reason)
        let time = max(WorkerMachine.closeTime, min(left, WorkerMachine.longCloseTime))
        return [.close(Deadline(time, after: now))]
    }
}

/// What stands in the way of a start.
public enum StartProblem: Sendable, Equatable {
    /// No broker answers.
    case brokerAway(detail: String)
    /// Topics that do not exist.
    case topicsMissing([String])
    /// The cluster refused the login or a right.
    case refused(detail: String)
    /// The schema registry does not answer.
    case registryAway(detail: String)
    /// A schema that is to be written by is not registered.
    case schemaMissing(detail: String)
    /// The settings cannot work.
    case misconfigured(detail: String)

    /// How long it is waited for: as long as it takes where nobody's settings are wrong, not at all where nothing but they are.
    func patience(_ usual: Duration) -> Duration {
        switch self {
        case .brokerAway, .registryAway: .seconds(Int64.max)
        case .topicsMissing, .refused, .schemaMissing: usual
        case .misconfigured: .zero
        }
    }
}

/// Why a worker ended.
public enum ExitReason: Sendable, Equatable {
    /// It was asked to, and every page at work was finished.
    case stopped
    /// Its stop condition held.
    case finished
    /// It was asked to, and so many pages were not finished in time; they will be read again.
    case drainExpired(left: Int)
    /// It could not start.
    case startFailed(StartProblem)
    /// Records of the range that was to be read are gone.
    case inputGone(GoneRecords)
}

/// Records that are gone before they were read.
public struct GoneRecords: Sendable, Equatable {
    /// The partition.
    public var place: TopicPartition
    /// The offset that was to be read.
    public var expected: Int64
    /// The oldest one that is left, no further than what was to be read; below ``expected`` when the topic is another one.
    public var found: Int64

    /// Names the offsets.
    public init(place: TopicPartition, expected: Int64, found: Int64) {
        self.place = place
        self.expected = expected
        self.found = found
    }
}
