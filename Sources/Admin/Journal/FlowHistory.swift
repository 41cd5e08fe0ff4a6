import Dispatch
import Synchronization
import Worker

/// What was finished in each of the last seconds.
final class FlowHistory: Sendable {
    /// Pages by outcome, within a second.
    struct Sample: Sendable, Equatable {
        var articles = 0
        var rejected = 0
        var deadLetters = 0
    }

    static let seconds = 120

    private let state = Mutex<(samples: Ring<Sample>, last: Balance?)>((Ring(capacity: FlowHistory.seconds), nil))

    /// Notes how the ledger stands; called once a second.
    func note(_ balance: Balance) {
        state.withLock { state in
            if let last = state.last {
                state.samples.append(
                    Sample(
                        articles: balance.articles - last.articles, rejected: balance.rejected - last.rejected,
                        deadLetters: balance.deadLetters - last.deadLetters))
            }
            state.last = balance
        }
    }

    /// The oldest first.
    var samples: [Sample] { state.withLock { $0.samples.all } }
}
