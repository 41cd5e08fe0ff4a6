import Dispatch
public import Kafka
import Synchronization
public import Wire

/// The machine behind its lock, which nobody outside takes.
///
/// One lock, because completion, commit and revocation must see the same truth: a completion that slips between a
/// partition's last commit and its end would be lost to the balance or, worse, move an offset that is no longer ours.
final class DeliveryState: Sendable {
    private let machine: Mutex<DeliveryMachine>
    private let isWaiting = Atomic(false)
    private let change = DispatchSemaphore(value: 0)

    init(_ machine: DeliveryMachine) { self.machine = Mutex(machine) }

    /// Has the machine decide, and wakes who waits to read on when nothing keeps from it any more.
    func decide<Result: Sendable>(_ body: (inout DeliveryMachine) -> Result) -> Result {
        let (result, isOpened) = machine.withLock { machine in
            let wasShut = machine.isShut
            return (body(&machine), wasShut && !machine.isShut)
        }
        if isOpened { wake() }
        return result
    }

    /// Asks the machine something.
    func ask<Result: Sendable>(_ body: (DeliveryMachine) -> Result) -> Result {
        machine.withLock { body($0) }
    }

    /// Waits until partitions may be read again, at most so long. For one thread.
    func waitForChange(milliseconds: Int) {
        isWaiting.store(true, ordering: .sequentiallyConsistent)
        _ = change.wait(timeout: .now() + .milliseconds(milliseconds))
        isWaiting.store(false, ordering: .sequentiallyConsistent)
    }

    private func wake() {
        if isWaiting.exchange(false, ordering: .sequentiallyConsistent) { change.signal() }
    }
}

/// Why partitions are not read.
enum ShutReason: Hashable, Sendable {
    /// Too many bytes are in flight.
    case bytes
    /// Too many pages are begun that no commit tells of.
    case uncommitted
    /// The producer's queue is full.
    case producerFull
    /// A topic takes no records.
    case outputAway(topic: String)
    /// Records were produced and nothing was acknowledged for long.
    case outputStalled
    /// There is no producer that works: another is made.
    case producerAway
    /// The worker stops.
    case stopping
}

extension InboundRecord {
    /// Takes over a consumed record; its bytes are shared, not copied.
    public init(_ record: ConsumedRecord) {
        self.init(
            topic: record.topic, partition: record.partition, offset: record.offset, timestampMs: record.timestampMs,
            key: record.key, value: record.value,
            headers: record.headers.map {
                WireHeader(name: $0.name, value: $0.value, malformedName: $0.malformedName)
            })
    }
}
