public import Wire

/// What came of one input record: exactly one of four.
public enum WorkResult: Sendable, Equatable {
    /// An event for the output topic.
    case article(OutboundRecord)
    /// A sound page that is no article, for the topic of rejections.
    case rejected(OutboundRecord)
    /// A record that cannot be read, for the dead-letter topic.
    case deadLetter(OutboundRecord)
    /// Nothing to publish: a tombstone that withdraws nothing.
    case skipped

    /// Which of the four it is.
    public var kind: OutcomeKind {
        switch self {
        case .article: .article
        case .rejected: .rejected
        case .deadLetter: .deadLetter
        case .skipped: .skipped
        }
    }
}

/// The outcomes as the ledger counts them; the raw values are those of `galley_pages_total{outcome}`.
public enum OutcomeKind: String, Sendable, CaseIterable {
    case article
    case rejected
    case deadLetter = "dead_letter"
    case skipped
}

/// The work on one page: pure, synchronous, never throwing; what fails is an outcome.
///
/// It is called on one thread at a time, so it may keep storage from page to page. The host is to be told how many bytes the page
/// has come to while its coding is removed, and does its waiting for others.
public typealias PageWork = (_ record: InboundRecord, _ host: PageHost) -> WorkResult

/// Where the ledger stands: every record that was begun has exactly one place in it.
public struct Balance: Sendable, Equatable {
    /// Records begun.
    public internal(set) var input = 0
    /// Articles acknowledged by the output broker.
    public internal(set) var articles = 0
    /// Rejections acknowledged.
    public internal(set) var rejected = 0
    /// Dead letters acknowledged.
    public internal(set) var deadLetters = 0
    /// Records that called for no output.
    public internal(set) var skipped = 0
    /// Records put back unworked, as their partition went to another worker or the worker stopped.
    public internal(set) var returned = 0
    /// Records that were finished, or given up, after their partition had gone: its next owner works on them again.
    public internal(set) var late = 0

    /// Makes an empty balance.
    public init() {}

    /// Records begun that have no outcome yet.
    public var inFlight: Int { input - articles - rejected - deadLetters - skipped - returned - late }

    mutating func count(_ kind: OutcomeKind) {
        switch kind {
        case .article: articles += 1
        case .rejected: rejected += 1
        case .deadLetter: deadLetters += 1
        case .skipped: skipped += 1
        }
    }

    /// The figures by name, as the log shows them.
    public var counts: [String: Int] {
        [
            "input": input, "articles": articles, "rejected": rejected, "dead_letters": deadLetters,
            "skipped": skipped, "returned": returned, "late": late, "in_flight": inFlight,
        ]
    }
}
