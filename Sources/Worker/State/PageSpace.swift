import Dispatch
import Flow

/// The memory of one page while it is worked on: what its coding unfolds to counts in the budget, and a page that has
/// become heavy waits until no other heavy one is worked on.
///
/// A record tells little of this before: so the page is followed while it grows, and waits with no more in hand than what
/// every permit may hold.
final class PageSpace {
    private let ticket: Ticket
    private let delivery: DeliveryState
    private let turn: HeavyTurn
    private let heavyBytes: Int
    private let wait: (() -> Void) -> Void
    private var charged = 0
    private var hasTurn = false

    /// - Parameters:
    ///   - heavyBytes: bytes above which a page is heavy.
    ///   - wait: does the waiting, so that its time is not taken for work.
    init(
        of ticket: Ticket, _ delivery: DeliveryState, _ turn: HeavyTurn, heavyBytes: Int,
        wait: @escaping (() -> Void) -> Void
    ) {
        self.ticket = ticket
        self.delivery = delivery
        self.turn = turn
        self.heavyBytes = heavyBytes
        self.wait = wait
        takeTurn(ticket.bytes)
    }

    /// The page has come to so many bytes beside its record's.
    func grow(to bytes: Int) {
        guard bytes > charged else { return }
        delivery.decide { [charged] in $0.charge(bytes - charged) }
        charged = bytes
        takeTurn(max(bytes, ticket.bytes))
    }

    /// The work is done, and what it held is free.
    func end() {
        if charged > 0 { delivery.decide { [charged] in $0.giveBack(charged) } }
        charged = 0
        if hasTurn { turn.end() }
        hasTurn = false
    }

    private func takeTurn(_ bytes: Int) {
        guard bytes > heavyBytes, !hasTurn else { return }
        wait { turn.begin() }
        hasTurn = true
    }
}

/// Lets one heavy page be worked on at a time.
final class HeavyTurn: Sendable {
    private let free = DispatchSemaphore(value: 1)

    /// Waits until no heavy page is worked on.
    func begin() { free.wait() }

    /// Lets the next one begin.
    func end() { free.signal() }
}
