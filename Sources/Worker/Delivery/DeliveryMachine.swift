import Flow
import Kafka
import Wire

/// Decides about delivery: which pages may begin, what is produced and in which order, what is tried again, why
/// partitions are not read, what is committed. Pure: events and the time in, actions out.
///
/// A page is begun, worked on and *shipped*. Its shipment then stands in exactly one place: in the line of what may be
/// produced (``ready``), under way in the producer, or waiting for its topic (``Outage``). It leaves when the broker has
/// acknowledged it, which finishes the page, or when its partition has gone, as the next owner does the page again. Under
/// exactly-once it then stands in the open transaction until that is committed (``Transaction``).
///
/// Reasons to pause are what is pending, counted (``shutReasons``, ``holds(_:)``): none is taken back by hand.
struct DeliveryMachine: Sendable {
    /// What the shell has to do, or to say.
    enum Action: Sendable {
        /// A page that was begun at this time has its outcome.
        case finished(OutcomeKind, since: ContinuousClock.Instant)
        /// A page was finished after its partition had gone.
        case late(TopicPartition, offset: Int64)
        /// A topic takes no records.
        case outputAway(topic: String, KafkaFault)
        /// Records are taken again.
        case outputBack(topic: String)
        /// Nothing was acknowledged for long.
        case outputStalled(waiting: Int)
        /// A dead letter is not taken, for which its partition holds.
        case held(TopicPartition, topic: String, KafkaFault)
        /// No dead letter is in the way of the partition any more.
        case released(TopicPartition)
        /// A record is refused for good; its page becomes a dead letter, or its dead letter one without the page.
        case unpublishable(TopicPartition, offset: Int64, KafkaFault)
        /// A record will be produced again.
        case retried(topic: String, failures: Int, KafkaFault)
        /// Close the producer, make another, and say so with ``DeliveryMachine/rebuilt(_:now:)``.
        case rebuildProducer(KafkaFault)
        /// Commit the open transaction with these offsets, and say so with
        /// ``DeliveryMachine/committedTransaction(_:_:now:)``.
        case commitTransaction(CommitOrder)
        /// Abort the open transaction, and say so with ``DeliveryMachine/abortedTransaction(_:now:)``.
        case abortTransaction
        /// Ask the group what it has committed, and say so with ``DeliveryMachine/toldCommitted(_:_:now:)``.
        case askCommitted(CommitOrder)
        /// A transaction was committed, and with it what it held.
        case transactionCommitted
        /// A transaction was aborted; what it held is produced again.
        case transactionAborted
        /// Offsets were not committed.
        case commitFailed(KafkaFault)
    }

    /// What the machine has to know of the settings.
    struct Rules: Sendable {
        var outputTopic = "articles"
        var rejectedTopic = "articles.rejected"
        var deadLetterTopic = "pages.raw.dlq"
        /// The first and the last wait before a refused record is produced again.
        var retry = (first: Duration.milliseconds(500), last: Duration.seconds(30))
        /// Without a delivery for so long, while records wait for one, the output counts as away.
        var stallAfter = Duration.seconds(10)
        /// Without a delivery for so long, while a broker can be reached, the producer counts as broken; twice as long where the
        /// one before was.
        var hungAfter = Duration.seconds(60)
        /// Between two commits.
        var commitInterval = Duration.seconds(1)
        /// Pages that may be begun without a commit that tells of them: who ends leaves no more to be done again. Of no account
        /// under exactly-once, which repeats none.
        var mostUncommitted = Int.max
        /// Whether outcomes and offsets are committed together.
        var isExactlyOnce = false
        /// The marks of the budget, in bytes.
        var high = 32 << 20
        var low = 24 << 20
        var metadataCap = RunsCode.defaultCap
        /// What is read, where not everything is.
        var range: FrozenRange?
        /// Whether outcomes are published; else a page is finished when it is worked on.
        var publishes = true

        /// The topic of an outcome; `nil` for one that publishes nothing.
        func topic(of kind: OutcomeKind) -> String? {
            switch kind {
            case .article: outputTopic
            case .rejected: rejectedTopic
            case .deadLetter: deadLetterTopic
            case .skipped: nil
            }
        }
    }

    /// Makes the dead letter of a page whose outcome is refused for good; of a dead letter one without the page, when it is
    /// reduced.
    typealias Letters = @Sendable (_ refused: Shipment, KafkaFault, _ isReduced: Bool) -> OutboundRecord

    let rules: Rules
    let letters: Letters

    // Pages.
    var ledger: OffsetLedger<TopicPartition>
    var budget: ByteBudget
    var balance = Balance()
    /// Pages worked on, or shipped and not acknowledged, by partition.
    var atWork: [TopicPartition: Int] = [:]
    /// Partitions that are being revoked: no page of them is begun.
    var leaving: Set<TopicPartition> = []
    /// Whether pages that no one works on yet are put back.
    var isPuttingBack = false
    /// Whether no more records are taken.
    var isStopping = false

    // Shipments.
    var ready = ShipmentQueue()
    var underWay: [UInt64: Shipment] = [:]
    var underWayOf: [String: Int] = [:]
    var outages: [String: Outage] = [:]
    var lastOrder: UInt64 = 0
    var lastToken: UInt64 = 0
    var producer = ProducerState.working { didSet { arePausesStale = true } }
    /// Waits before a producer that breaks again and again is replaced, another worker's with the same id for example.
    var rebuilds: Backoff
    var isQueueFull = false
    var mayTry = true
    /// When something was last delivered, or began to wait.
    var lastProgress: ContinuousClock.Instant?
    var isStalled = false
    /// How many producers in a row were silent, up to a few.
    var silentProducers = 0
    /// Whether a broker can be reached, by other clients than the producer.
    var isClusterSeen = false

    // Pauses.
    /// Partitions whose finished runs might not fit commit metadata.
    var crowded: Set<TopicPartition> = []
    /// Pending dead letters that waited for their topic, by the partition that holds for them.
    var heldLetters: [TopicPartition: Int] = [:]
    /// Partitions whose dead letters were put back, as they filled the budget, and the topic that did not take them: once
    /// it does, they are read again from the frontier.
    var setAside: [TopicPartition: String] = [:]
    var arePausesStale = false

    // Commits.
    var commits = CommitTurn()
    /// Whether too many pages are begun that no commit tells of.
    var isOverUncommitted = false
    /// The transaction of exactly-once delivery; `nil` where pages are finished by their reports.
    var transaction: Transaction?
    /// Whether the group is between two assignments, when it refuses commits.
    var isGroupMoving = false

    enum ProducerState: Sendable {
        case working
        /// Of no more use; another is made at this time.
        case broken(KafkaFault, nextRebuild: ContinuousClock.Instant)
        /// Another is being made; what the old one still reports counts.
        case rebuilding(KafkaFault?)
    }

    init(_ rules: Rules, letters: @escaping Letters) {
        self.rules = rules
        self.letters = letters
        ledger = OffsetLedger(
            metadataCap: rules.metadataCap, countsCrashes: true, sums: rules.range == nil ? 0 : RangeSums.count)
        budget = ByteBudget(high: rules.high, low: rules.low)
        rebuilds = Backoff(first: rules.retry.first, last: rules.retry.last)
        guard rules.isExactlyOnce else { return }
        transaction = Transaction()
        // Until it is told otherwise: who was there before with the same id has to be shut out first.
        producer = .rebuilding(nil)
    }
}

/// A topic that refused records, while those that wait or waited for it are pending.
struct Outage: Sendable {
    /// What waits for it: those that were refused and, behind them, those that came since.
    var waiting = ShipmentQueue()
    /// When they are produced again; `nil` while they are being tried.
    var due: ContinuousClock.Instant?
    var backoff: Backoff
    /// Pending shipments that waited, dead letters left out.
    var others = 0
    /// Pending dead letters that waited.
    var letters = 0
    /// Bytes of the pages whose dead letters wait.
    var letterBytes = 0

    var isOver: Bool { others == 0 && letters == 0 }
}
