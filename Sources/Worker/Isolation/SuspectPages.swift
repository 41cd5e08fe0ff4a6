import Flow
import Kafka
import Pages
import Synchronization
import Telemetry
import Wire

/// Works on pages that may be why a partition's last owner crashed: one at a time, each after a commit that names it,
/// so that the one that ends this process too is known. After enough tries a page becomes a dead letter unworked.
///
/// Pages on trial hold up one another, and the permits they wait on, for a commit of some milliseconds that names the next few:
/// the price of the first pages after a crash only.
final class SuspectPages: Sendable {
    private let worker: Worker
    private let consumer: Consumer
    private let commits: any Commits
    private let round: RebalanceWatch
    private let letters: DeadLetterEncoder
    private let alone = Mutex(())

    init(_ worker: Worker, _ consumer: Consumer, _ commits: any Commits, _ round: RebalanceWatch) {
        self.worker = worker
        self.consumer = consumer
        self.commits = commits
        self.round = round
        letters = DeadLetterEncoder(connectorName: worker.settings.group, version: worker.settings.version)
    }

    /// Milliseconds for the commit that names a page. One that fails does not stop the page: a crash then counts less.
    private static let commitMs = 2000

    /// Works on a page, on its own if it is on trial.
    func judge(_ ticket: Ticket, _ work: () -> WorkResult) -> WorkResult {
        let delivery = worker.delivery
        guard delivery.ask({ $0.ledger.isOnTrial(ticket.place, ticket.offset) }) else { return work() }
        return alone.withLock { _ in
            // The crash that put the page on trial was one too, though it was not known whose.
            let most = max(1, worker.settings.attempts - 1)
            let (before, isNews) = delivery.decide {
                $0.ledger.beginTrial(ticket.place, ticket.offset, withOthers: most > 1)
            }
            defer { delivery.decide { $0.ledger.acquit(ticket.place, ticket.offset) } }
            if before >= most { return quarantined(ticket, before + 1) }
            if isNews, !round.isUnderWay(.now) {
                commits.commitNow(consumer, [ticket.place], timeoutMs: SuspectPages.commitMs, serves: false)
            }
            return work()
        }
    }

    private func quarantined(_ ticket: Ticket, _ attempts: Int) -> WorkResult {
        worker.telemetry.emit(PageQuarantined(place: ticket.place, offset: ticket.offset, attempts: attempts))
        let fault = PageFault(
            .crash, stage: "page", "the page ended or hung its worker \(attempts) times; it was not tried again")
        return .deadLetter(letters.record(ticket.record, fault: fault, attempts: attempts))
    }
}
