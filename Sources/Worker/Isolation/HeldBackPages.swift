import Kafka

/// Pages that were polled before a commit said that their partition is held: one of them may end the process, and the
/// next owner has to know that it did.
struct HeldBackPages {
    private var pages: [TopicPartition: (since: ContinuousClock.Instant, tickets: [Ticket])] = [:]

    /// Commits that fail must not hold pages up for ever: after this they begin, and a crash counts less.
    static let patience = Duration.seconds(5)

    /// Keeps a page that may not begin yet, and those of its partition behind it. Returns whether it was kept.
    mutating func keeps(_ ticket: Ticket, _ now: ContinuousClock.Instant, mayBegin: (Ticket) -> Bool) -> Bool {
        if pages[ticket.place] == nil {
            guard !mayBegin(ticket) else { return false }
            pages[ticket.place] = (now, [])
        }
        pages[ticket.place]?.tickets.append(ticket)
        return true
    }

    /// Takes out what may begin, in order.
    mutating func release(_ now: ContinuousClock.Instant, mayBegin: (Ticket) -> Bool) -> [Ticket] {
        var released: [Ticket] = []
        for (place, waiting) in pages {
            let isLate = waiting.since.duration(to: now) >= HeldBackPages.patience
            guard isLate || waiting.tickets.last.map(mayBegin) ?? true else { continue }
            released += waiting.tickets
            pages[place] = nil
        }
        return released
    }
}
