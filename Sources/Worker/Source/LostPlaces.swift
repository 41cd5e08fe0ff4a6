import Flow
import Kafka
import Telemetry

/// Partitions that librdkafka has stopped fetching, as the offset to read from is gone: each goes on where the settings
/// say, once a broker tells where that is. All are asked for together, and again until it is known.
struct LostPlaces {
    private let start: StartAt
    private var places: Set<TopicPartition> = []
    /// Those that only have to be sought to an offset that is known.
    private var known: [TopicPartition: Int64] = [:]
    private var backoff = Backoff(first: .milliseconds(100), last: .seconds(10))
    private var due: ContinuousClock.Instant?

    /// Milliseconds for the question; polling waits for it.
    private static let askMs = 2000

    init(_ start: StartAt) { self.start = start }

    /// Notes a partition; `offset` is where it goes on if that is known.
    mutating func add(_ place: TopicPartition, at offset: Int64?) {
        places.insert(place)
        known[place] = offset
    }

    /// Has lost partitions go on. Returns what is to be said.
    mutating func find(_ consumer: Consumer, _ accounts: Accounts, _ now: ContinuousClock.Instant) -> [any Event] {
        guard !places.isEmpty, due.map({ $0 <= now }) ?? true else { return [] }
        places.formIntersection(accounts.ask { $0.ledger.assigned })
        var events: [any Event] = []
        do throws(KafkaFault) {
            let marks = try consumer.watermarks(places.filter { known[$0] == nil }, timeoutMs: LostPlaces.askMs)
            for place in places.sorted() {
                guard let target = known[place] ?? marks[place].map(start.offset) else { continue }
                try consumer.seek([PartitionOffset(place, offset: target)])
                if known.removeValue(forKey: place) == nil {
                    let expected = accounts.decide { $0.moved(place, to: target) }
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
}
