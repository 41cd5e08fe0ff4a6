import Flow
import Kafka
import Wire

/// A page that was begun: where it was read, under which assignment, and what it takes of the budget.
struct Ticket: Sendable {
    let place: TopicPartition
    let epoch: Epoch
    let bytes: Int
    /// When it was begun.
    let since: ContinuousClock.Instant
    let record: InboundRecord

    var offset: Int64 { record.offset }
}

/// A page's outcome on its way to the broker.
struct Shipment: Sendable {
    let ticket: Ticket
    /// Its place in the order in which outcomes came, which it keeps however often it is sent: within a key, outcomes
    /// come in the order of their pages.
    let order: UInt64
    var kind: OutcomeKind
    var topic: String
    var record: OutboundRecord
    /// How often the broker, or the producer, did not take it.
    var failures = 0
    /// Whether it waits or waited for its topic, and counts among what its outage is for.
    var isHeldUp = false
    /// Whether it is a dead letter without its page, as the whole one was too large for its topic.
    var isReduced = false
}

/// Shipments in their order.
struct ShipmentQueue: Sendable {
    private var items: [Shipment?] = []
    private var head = 0

    var isEmpty: Bool { head == items.count }
    var count: Int { items.count - head }

    /// What stands in it, in order.
    var all: [Shipment] { items[head...].compactMap { $0 } }

    /// Puts a shipment where its order says: mostly at the end.
    mutating func insert(_ shipment: Shipment) {
        var index = items.count
        while index > head, let before = items[index - 1], before.order > shipment.order { index -= 1 }
        items.insert(shipment, at: index)
    }

    /// Puts many where their orders say.
    mutating func insert(contentsOf shipments: [Shipment]) {
        guard !shipments.isEmpty else { return }
        (items, head) = ((all + shipments).sorted { $0.order < $1.order }, 0)
    }

    mutating func popFirst() -> Shipment? {
        guard !isEmpty else { return nil }
        let first = items[head].take()
        head += 1
        if head == items.count {
            items.removeAll(keepingCapacity: head <= 1024)
            head = 0
        } else if head >= 64, 2 * head >= items.count {
            items.removeFirst(head)
            head = 0
        }
        return first
    }

    /// Takes out those for which this holds, in their order.
    mutating func take(where holds: (Shipment) -> Bool) -> [Shipment] {
        let standing = all
        let taken = standing.filter(holds)
        if !taken.isEmpty { (items, head) = (standing.filter { !holds($0) }, 0) }
        return taken
    }
}
