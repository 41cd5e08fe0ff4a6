import Flow
import Kafka
import Synchronization

/// What is being worked on, and since when.
final class PagesAtWork: Sendable {
    private struct Place: Hashable {
        let partition: TopicPartition
        let epoch: Epoch
        let offset: Int64

        init(_ ticket: Ticket) {
            (partition, epoch, offset) = (ticket.place, ticket.epoch, ticket.offset)
        }
    }

    private let pages = Mutex<[Place: ContinuousClock.Instant]>([:])
    private let outside = Atomic(0)

    /// Whether a page waits for somebody outside.
    var waitsOutside: Bool { outside.load(ordering: .relaxed) > 0 }

    /// Works on a page under its name.
    func during(_ ticket: Ticket, _ work: () -> WorkResult) -> WorkResult {
        let place = Place(ticket)
        pages.withLock { $0[place] = .now }
        defer { pages.withLock { $0[place] = nil } }
        return work()
    }

    /// Waits, within the work on a page, for what is no work: the page is not hanging meanwhile.
    func notCounting(_ ticket: Ticket, _ wait: () -> Void) {
        let place = Place(ticket)
        pages.withLock { $0[place] = nil }
        wait()
        pages.withLock { $0[place] = .now }
    }

    /// Waits, within the work on a page, for somebody outside.
    func waitingOutside(_ ticket: Ticket, _ wait: () -> Void) {
        outside.add(1, ordering: .relaxed)
        notCounting(ticket, wait)
        outside.subtract(1, ordering: .relaxed)
    }

    /// The page that has been worked on longest, if it is for longer than this.
    func hanging(_ limit: Duration, _ now: ContinuousClock.Instant) -> PageHangs? {
        pages.withLock { pages in
            guard let oldest = pages.min(by: { $0.value < $1.value }) else { return nil }
            let age = oldest.value.duration(to: now)
            return age < limit ? nil : PageHangs(place: oldest.key.partition, offset: oldest.key.offset, age: age)
        }
    }
}
