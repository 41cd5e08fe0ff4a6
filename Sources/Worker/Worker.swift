import Dispatch
import Flow
import Glibc
import Kafka
import Pages
import Synchronization
public import Telemetry
import Wire

/// Reads raw pages, has them worked on, publishes what came of them, and commits what is acknowledged.
///
/// The shell around ``WorkerMachine``: it owns the clients and the threads and carries the machine's actions out. One
/// thread, the caller of ``run()``, polls and keeps time; the lanes work; the producer's thread takes delivery reports.
public final class Worker: Sendable {
    let settings: WorkerSettings
    let telemetry: Telemetry
    let delivery: DeliveryState
    let lanes: Lanes<Desk>
    private let heavy = HeavyTurn()
    private let atWork = PagesAtWork()
    private let stops = Atomic(0)
    private let isFinishing = Atomic(false)
    private let stopSignal = DispatchSemaphore(value: 0)
    private let hardExit: @Sendable (Int32) -> Void
    private let stateName = Mutex("starting")
    let board = Mutex(StatusBoard())
    private let started = ContinuousClock.now
    private let lastLoop = Atomic<Int64>(0)

    /// Makes a worker; nothing happens before ``run()``.
    /// - Parameters:
    ///   - hardExit: ends the process at once with a status; another only in tests.
    ///   - makeWork: makes the work for one permit: each has its own, called on one thread at a time.
    public init(
        _ settings: WorkerSettings, telemetry: Telemetry,
        hardExit: (@Sendable (Int32) -> Void)? = nil,
        makeWork: @Sendable () -> sending PageWork
    ) {
        self.settings = settings
        self.telemetry = telemetry
        self.hardExit = hardExit ?? { _exit($0) }
        if let password = settings.client.security.password { telemetry.conceal(password.value) }
        if let password = settings.client.security.keyPassword { telemetry.conceal(password.value) }
        let letters = DeadLetterEncoder(connectorName: settings.group, version: settings.version)
        delivery = DeliveryState(
            DeliveryMachine(settings.rules) { shipment, fault, isReduced in
                if isReduced { return letters.reduced(shipment.record) }
                let input = shipment.ticket.record
                let reason = PageFault(.unpublishable, stage: "publish", "\(shipment.topic): \(fault)")
                return letters.record(input, fault: reason, attempts: DeadLetterEncoder.attempts(of: input) + 1)
            })
        lanes = Lanes(permits: settings.permits) { Desk(makeWork()) }
        publishStatus()
    }

    /// Status of a process that was ended by force: EX_SOFTWARE, or 128 + SIGINT when a second signal asked for it.
    private static let hardStatus: (watchdog: Int32, signal: Int32) = (70, 130)

    /// Asks to stop, from any thread: the first time to drain, the second to end at once.
    public func stop() {
        let count = stops.add(1, ordering: .sequentiallyConsistent).newValue
        stopSignal.signal()
        guard count > 1 else { return }
        // From here, as the thread that runs may be waiting for a broker.
        endByForce(Worker.hardStatus.signal)
    }

    /// Has it end in order, from any thread, as all is done that was to be done: what is at work is finished first, however
    /// long it takes.
    public func finish() { isFinishing.store(true, ordering: .relaxed) }

    /// Whether all is done, as someone outside says.
    var isToldToFinish: Bool { isFinishing.load(ordering: .relaxed) }

    /// Whether a stop was asked for; a wait within a rebalance ends for it.
    var isAskedToStop: Bool { stops.load(ordering: .sequentiallyConsistent) > 0 }

    private func endByForce(_ status: Int32) {
        telemetry.emit(WorkerState(state: WorkerState.endedByForce, details: []))
        hardExit(status)
    }

    /// How it stands.
    public var status: WorkerStatus {
        let name = stateName.withLock { $0 }
        let loop = lastLoop.load(ordering: .relaxed)
        let age = seconds(started.duration(to: .now)) - Double(loop) / 1e9
        let board = board.withLock { $0 }
        return delivery.ask { machine in
            WorkerStatus(
                state: name, balance: machine.balance, inFlightBytes: machine.budget.used,
                inFlightLimit: machine.budget.high, assigned: machine.ledger.assigned,
                pauses: machine.shutReasons.map(PauseReason.init).sorted(), held: machine.heldPartitions,
                partitions: board.partitions.filter { machine.ledger.assigned.contains($0.place) },
                stuck: board.stuck.intersection(machine.ledger.assigned), brokers: board.brokers,
                waitsFor: name == "starting" ? board.waitsFor : board.hindrance,
                uptime: seconds(started.duration(to: .now)), secondsSinceLoop: age)
        }
    }

    /// Takes what a client has to say.
    func hear(_ event: ClientEvent, from client: String) {
        if case .statistics(let figures) = event { board.withLock { $0.figures[client] = figures } }
        telemetry.emit(ClientSaid(client: client, event: event))
    }

    /// Whether a page's work waits for somebody outside.
    var waitsOutside: Bool { atWork.waitsOutside }

    /// Records that the consumer holds and that are not taken, by partition, as it last told.
    var fetchedRecords: [TopicPartition: Int64] {
        let figures = board.withLock { $0.figures["consumer"] }
        return Dictionary((figures?.partitions ?? []).map { ($0.topicPartition, $0.fetchedRecords) }) { first, _ in
            first
        }
    }

    /// Runs until it is stopped, its stop condition holds, or it cannot start. Blocks; not for Swift concurrency's
    /// pool.
    @discardableResult
    public func run() -> ExitReason {
        MemoryPlan.tuneAllocator()
        for warning in KafkaLibrary.warnings(for: settings.client) { telemetry.emit(LibraryWarning(words: warning)) }
        var machine = WorkerMachine(
            drain: settings.drain, patience: settings.startPatience, grace: settings.hardExitGrace)
        let watchdog = Watchdog { [self] in endByForce(Worker.hardStatus.watchdog) }
        var loop: IntakeLoop?
        var seenStops = 0
        var actions = machine.begin()
        while true {
            // Before what is to be done, which may take its time.
            say(machine.state)
            var more: [WorkerMachine.Action] = []
            for action in actions { more += perform(action, &machine, &loop, watchdog) }
            while seenStops < stops.load(ordering: .sequentiallyConsistent) {
                seenStops += 1
                more += machine.handle(.stop, now: .now)
            }
            if case .closed(let reason) = machine.state {
                say(machine.state)
                watchdog.disarm()
                return end(reason)
            }
            actions = more
            if actions.isEmpty { actions = turn(&machine, loop) }
        }
    }

    /// One round of the loop, and what the machine makes of it.
    private func turn(_ machine: inout WorkerMachine, _ loop: IntakeLoop?) -> [WorkerMachine.Action] {
        let now = ContinuousClock.now
        noteTurn(now)
        loop?.round(now)
        var actions: [WorkerMachine.Action] = []
        if case .running = machine.state, let loop {
            if let failure = loop.failure {
                actions += machine.handle(.failed(failure), now: .now)
            } else if loop.isFinished {
                actions += machine.handle(.finished, now: .now)
            }
        }
        if case .draining = machine.state {
            actions += machine.handle(.tick(inFlight: delivery.ask { $0.ledger.inFlight }), now: .now)
        }
        return actions
    }

    /// Notes that the loop comes round, which is what liveness means.
    func noteTurn(_ now: ContinuousClock.Instant) {
        lastLoop.store(Int64(seconds(started.duration(to: now)) * 1e9), ordering: .relaxed)
    }

    private func perform(
        _ action: WorkerMachine.Action, _ machine: inout WorkerMachine, _ loop: inout IntakeLoop?, _ watchdog: Watchdog
    ) -> [WorkerMachine.Action] {
        switch action {
        case .check(let wait):
            noteTurn(.now)
            if wait > .zero { _ = stopSignal.wait(timeout: .now() + seconds(wait)) }
            guard !isAskedToStop else { return [] }
            let problem = checkStart(&loop)
            // A stop that came meanwhile wants no more words about what was waited for.
            return isAskedToStop && problem != nil ? [] : machine.handle(.checked(problem), now: .now)
        case .say(let problem, let waited):
            let isLast = machine.state == .flushed(.startFailed(problem))
            let event = StartWaits(problem: problem, waited: waited, isLast: isLast)
            board.withLock { $0.waitsFor = event.message }
            telemetry.emit(event)
        case .startIntake: loop?.start()
        case .stopIntake: delivery.decide { $0.stop() }
        case .putBackQueued: delivery.decide { $0.isPuttingBack = true }
        case .armWatchdog(let deadline): watchdog.arm(deadline, now: .now)
        case .close(let deadline):
            loop?.close(deadline)
            return machine.handle(.closed, now: .now)
        }
        return []
    }

    /// Asks the cluster what the worker needs, and makes its clients once all is there.
    private func checkStart(_ loop: inout IntakeLoop?) -> StartProblem? {
        do {
            if let problem = try StartCheck(settings, telemetry).run() ?? settings.prepare() { return problem }
            loop = try IntakeLoop(self)
            return nil
        } catch {
            return .misconfigured(detail: error.description)
        }
    }

    private func say(_ state: WorkerMachine.State) {
        let name = state.name
        let isNew = stateName.withLock { known in
            defer { known = name }
            return known != name
        }
        guard isNew else { return }
        telemetry.emit(WorkerState(state: name, details: []))
    }

    private func end(_ reason: ExitReason) -> ExitReason {
        let balance = delivery.ask { $0.balance }
        telemetry.emit(FinalBalance(balance: balance, reason: String(describing: reason)))
        return reason
    }

    // MARK: A page

    /// Puts a page in line behind those of its key.
    func submit(_ ticket: Ticket, publisher: Publisher, suspects: SuspectPages?) {
        lanes.submit(hash: LaneKey.hash(of: ticket.record)) { [self] desk in
            let work = desk.work
            guard delivery.decide({ $0.startWork(ticket) }) else { return }
            publisher.publish(
                ticket, suspects?.judge(ticket) { outcome(of: ticket, work) } ?? outcome(of: ticket, work))
        }
    }

    /// Ends the process when a page's work does not end: no thread can be taken back from it.
    func watchForHangs(_ now: ContinuousClock.Instant) {
        guard let hang = atWork.hanging(settings.hangAfter, now) else { return }
        telemetry.emit(hang)
        hardExit(Worker.hardStatus.watchdog)
    }

    /// A page that is heavy, or grows so, waits until no other such is worked on.
    private func outcome(of ticket: Ticket, _ work: PageWork) -> WorkResult {
        atWork.during(ticket) {
            let space = PageSpace(of: ticket, delivery, heavy, heavyBytes: settings.memory.heavyPageBytes) {
                [atWork] wait in
                atWork.notCounting(ticket, wait)
            }
            defer { space.end() }
            let host = PageHost(grew: space.grow) { [atWork] wait in atWork.waitingOutside(ticket, wait) }
            return work(ticket.record, host)
        }
    }
}

extension WorkerMachine.State {
    /// The state's name.
    var name: String {
        switch self {
        case .starting: "starting"
        case .running: "running"
        case .draining: "draining"
        case .flushed: "flushed"
        case .closed: "closed"
        }
    }
}

/// Where one permit works.
final class Desk {
    let work: PageWork
    init(_ work: @escaping PageWork) { self.work = work }
}

/// Which lane a record goes to.
enum LaneKey {
    /// FNV-1a of the key; a record without a key has no order to keep and goes by its place.
    static func hash(of record: InboundRecord) -> UInt64 {
        guard let key = record.key else {
            return UInt64(bitPattern: record.offset) &* 31 &+ UInt64(UInt32(bitPattern: record.partition))
        }
        var hash: UInt64 = 0xcbf2_9ce4_8422_2325
        for byte in key { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01b3 }
        return hash
    }
}
