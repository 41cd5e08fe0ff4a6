import Dispatch
import Flow
import Kafka
import Synchronization
import Wire

/// Why partitions are not read.
enum ShutReason: Hashable, Sendable {
    /// Too many bytes are in flight.
    case bytes
    /// The producer's queue is full.
    case producerFull
    /// A topic takes no records.
    case outputAway(topic: String)
    /// Records were produced and nothing was acknowledged for long.
    case outputStalled
    /// The worker stops.
    case stopping
    /// The partition's finished runs might not fit commit metadata.
    case metadata
    /// A dead letter of the partition is not taken.
    case deadLetter
}

/// A page on its way through the worker.
struct Ticket: Sendable {
    let place: TopicPartition
    let epoch: Epoch
    let bytes: Int
    let record: InboundRecord

    var offset: Int64 { record.offset }
}

/// Everything that several threads decide on, under one lock: offsets, bytes, what is paused, the balance.
///
/// One lock, because completion, commit and revocation must see the same truth: a completion that slips between a
/// partition's last commit and its end would be lost to the balance or, worse, move an offset that is no longer ours.
final class Accounts: Sendable {
    struct State {
        var ledger: OffsetLedger<TopicPartition>
        var budget: ByteBudget
        var gate = IntakeGate<TopicPartition, ShutReason>()
        var balance = Balance()
        /// Pages at work or published and not acknowledged, by partition.
        var atWork: [TopicPartition: Int] = [:]
        /// Partitions that are being revoked: no page of them is begun.
        var leaving: Set<TopicPartition> = []
        var heldLetters: [TopicPartition: Int] = [:]
        var isPuttingBack = false
    }

    let state: Mutex<State>
    private let isWaiting = Atomic(false)
    private let change = DispatchSemaphore(value: 0)

    init(memory: MemoryPlan, metadataCap: Int) {
        state = Mutex(
            State(
                ledger: OffsetLedger(metadataCap: metadataCap, countsCrashes: true),
                budget: ByteBudget(high: memory.inFlightHigh, low: memory.inFlightLow)))
    }

    // MARK: A page's way

    /// Notes a polled record and takes its bytes; `nil` when it is not to be worked on.
    func begin(_ record: ConsumedRecord) -> Ticket? {
        let place = record.topicPartition
        let bytes = record.byteCount + Accounts.overhead
        return state.withLock { state in
            guard case .begun(let epoch) = state.ledger.begin(place, record.offset) else { return nil }
            state.balance.input += 1
            if state.budget.take(bytes) == .pause { state.gate.shut(.bytes) }
            if !state.ledger.hasRoom(place) { state.gate.hold(place, .metadata) }
            return Ticket(place: place, epoch: epoch, bytes: bytes, record: InboundRecord(record))
        }
    }

    /// What a record costs beside its bytes.
    private static let overhead = 512

    /// Whether a page may be worked on; when not, it is put back.
    func startWork(_ ticket: Ticket) -> Bool {
        let isStarted = state.withLock { state in
            guard !state.isPuttingBack, !state.leaving.contains(ticket.place),
                state.ledger.isCurrent(ticket.place, ticket.epoch)
            else {
                _ = state.ledger.abandon(ticket.place, ticket.offset, epoch: ticket.epoch)
                state.balance.returned += 1
                Accounts.release(ticket, &state)
                return false
            }
            state.atWork[ticket.place, default: 0] += 1
            return true
        }
        if !isStarted { wake() }
        return isStarted
    }

    /// Notes that a page's outcome is acknowledged. Returns whether it counts: not when its partition has gone.
    func finish(_ ticket: Ticket, _ kind: OutcomeKind) -> Bool {
        let counts = state.withLock { state in
            let completion = state.ledger.finish(ticket.place, ticket.offset, epoch: ticket.epoch)
            if completion == .recorded { state.balance.count(kind) } else { state.balance.late += 1 }
            if completion != .stale, let count = state.atWork[ticket.place] {
                state.atWork[ticket.place] = count > 1 ? count - 1 : nil
            }
            Accounts.release(ticket, &state)
            return completion == .recorded
        }
        wake()
        return counts
    }

    /// Takes bytes that a page holds beside its record's.
    func charge(_ bytes: Int) {
        state.withLock { state in
            if state.budget.take(bytes) == .pause { state.gate.shut(.bytes) }
        }
    }

    /// Gives such bytes back.
    func giveBack(_ bytes: Int) {
        guard bytes > 0 else { return }
        let isOpened = state.withLock { state in
            guard state.budget.give(bytes) == .resume else { return false }
            return state.gate.open(.bytes)
        }
        if isOpened { wake() }
    }

    private static func release(_ ticket: Ticket, _ state: inout State) {
        if state.budget.give(ticket.bytes) == .resume { state.gate.open(.bytes) }
        if state.ledger.hasRoom(ticket.place) { state.gate.release(ticket.place, .metadata) }
    }

    /// Whether the partition is still held under the assignment that the page was read under.
    func isCurrent(_ ticket: Ticket) -> Bool {
        state.withLock { $0.ledger.isCurrent(ticket.place, ticket.epoch) }
    }

    /// Whether pages of the ticket's partition may begin: a crash would be known by now, or none of them will begin.
    func mayBegin(_ ticket: Ticket) -> Bool {
        state.withLock { state in
            state.ledger.isKnownHeld(ticket.place) || !state.ledger.isCurrent(ticket.place, ticket.epoch)
                || state.isPuttingBack || state.leaving.contains(ticket.place)
        }
    }

    /// Has the last commit of partitions say that they were given up in order; not of one with pages still at work.
    func giveUp(_ partitions: Set<TopicPartition>?) {
        state.withLock { state in
            for place in partitions ?? state.ledger.assigned where state.atWork[place] == nil {
                state.ledger.giveUp(place)
            }
        }
    }

    /// Gives up pages that no one works on yet: they are read again by the partition's next owner.
    func putBackQueued() { state.withLock { $0.isPuttingBack = true } }

    /// Pages in flight; those still in line leave it as their lane comes to them and puts them back.
    var left: Int { state.withLock { $0.ledger.inFlight } }

    // MARK: Shutting

    /// Shuts intake for a reason. Returns whether the reason is new.
    @discardableResult
    func shut(_ reason: ShutReason) -> Bool { state.withLock { $0.gate.shut(reason) } }

    /// Takes a reason back. Returns whether it had been given.
    @discardableResult
    func open(_ reason: ShutReason) -> Bool {
        let wasShut = state.withLock { $0.gate.open(reason) }
        if wasShut { wake() }
        return wasShut
    }

    /// Holds a partition for one more dead letter. Returns whether it was not held before.
    func holdForDeadLetter(_ ticket: Ticket) -> Bool {
        state.withLock { state in
            guard state.ledger.isCurrent(ticket.place, ticket.epoch) else { return false }
            state.heldLetters[ticket.place, default: 0] += 1
            return state.gate.hold(ticket.place, .deadLetter)
        }
    }

    /// One dead letter less that a partition is held for. Returns whether it is held no more.
    func releaseDeadLetter(_ ticket: Ticket) -> Bool {
        state.withLock { state in
            guard state.ledger.isCurrent(ticket.place, ticket.epoch), let count = state.heldLetters[ticket.place]
            else { return false }
            state.heldLetters[ticket.place] = count > 1 ? count - 1 : nil
            return count == 1 ? state.gate.release(ticket.place, .deadLetter) : false
        }
    }

    // MARK: Waiting

    /// Waits until a page is finished or a reason taken back, at most so long. For one thread.
    func waitForChange(milliseconds: Int) {
        isWaiting.store(true, ordering: .sequentiallyConsistent)
        _ = change.wait(timeout: .now() + .milliseconds(milliseconds))
        isWaiting.store(false, ordering: .sequentiallyConsistent)
    }

    private func wake() {
        if isWaiting.exchange(false, ordering: .sequentiallyConsistent) { change.signal() }
    }
}

extension InboundRecord {
    /// Takes over a consumed record; its bytes are shared, not copied.
    init(_ record: ConsumedRecord) {
        self.init(
            topic: record.topic, partition: record.partition, offset: record.offset, timestampMs: record.timestampMs,
            key: record.key, value: record.value,
            headers: record.headers.map { WireHeader(name: $0.name, value: $0.value) })
    }
}
