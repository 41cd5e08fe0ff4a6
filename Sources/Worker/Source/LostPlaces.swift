import Flow
import Kafka
import Telemetry

/// Partitions that librdkafka has stopped fetching, as the offset to read from is gone: each goes on where the settings
/// say, once a broker tells where that is. All are asked for together, and again until it is known.
struct LostPlaces {
    private let start: StartAt
    private let range: FrozenRange?
    /// What of a range is gone that may not be.
    private(set) var end: GoneRecords?
    private var places: Set<TopicPartition> = []
    /// Those that only have to be sought to an offset that is known.
    private var known: [TopicPartition: Int64] = [:]
    private var backoff = Backoff(first: .milliseconds(100), last: .seconds(10))
    private var due: ContinuousClock.Instant?

    /// Milliseconds for the question; polling waits for it.
    private static let askMs = 2000

    init(_ settings: WorkerSettings) {
        start = settings.start
        range = settings.range
    }

    /// Notes a partition; `offset` is where it goes on if that is known.
    mutating func add(_ place: TopicPartition, at offset: Int64?) {
        places.insert(place)
        known[place] = offset
    }

    /// Has lost partitions go on. Returns what is to be said.
    mutating func find(_ consumer: Consumer, _ delivery: DeliveryState, _ now: ContinuousClock.Instant) -> [any Event] {
        guard !places.isEmpty, due.map({ $0 <= now }) ?? true else { return [] }
        let toBeRead = delivery.ask { machine in machine.ledger.assigned.filter(machine.isToBeRead) }
        places.formIntersection(toBeRead)
        var events: [any Event] = []
        do throws(KafkaFault) {
            let marks = try consumer.watermarks(places.filter { known[$0] == nil }, timeoutMs: LostPlaces.askMs)
            for place in places.sorted() {
                guard let target = known[place] ?? marks[place].map({ self.target(place, $0) }) else { continue }
                if known[place] == nil, let gone = gone(place, target, delivery) {
                    end = end ?? gone
                    places.remove(place)
                    continue
                }
                try consumer.seek([PartitionOffset(place, offset: target)])
                if known.removeValue(forKey: place) == nil {
                    let expected = delivery.decide { $0.moved(place, to: target) }
                    events.append(OffsetGone(place: place, expected: expected, chosen: target))
                }
                places.remove(place)
            }
        } catch {
            events.append(InputFault(fault: error))
        }
        due = places.isEmpty ? nil : now + backoff.failed()
        if places.isEmpty { backoff.succeeded() }
        return events
    }

    /// Where a partition goes on: of a range at its oldest record that is left.
    private func target(_ place: TopicPartition, _ marks: Watermarks) -> Int64 {
        guard let range else { return start.offset(marks) }
        return min(marks.low, range.parts[place]?.upperBound ?? marks.low)
    }

    /// What is gone of a range that has to be whole; also when the log is another one, which has none of it.
    private func gone(_ place: TopicPartition, _ target: Int64, _ delivery: DeliveryState) -> GoneRecords? {
        guard let range, let expected = delivery.ask({ $0.ledger.position(place) }) else { return nil }
        guard target < expected || !range.allowsMissing else { return nil }
        return GoneRecords(place: place, expected: expected, found: target)
    }
}
