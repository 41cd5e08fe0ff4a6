import Flow
import Kafka
import Synchronization
import Telemetry

/// The board of how partitions stand, each second, with the metrics beside it; and the periodic progress line.
struct ProgressReport {
    private let interval: Duration
    private var last: (time: ContinuousClock.Instant, done: Int)
    private var lastBoard: ContinuousClock.Instant
    private var newest: [TopicPartition: Int64] = [:]
    private var watch: ProgressWatch
    private var pauses: Set<PauseReason> = []
    private let ends = PausedEnds()

    init(_ settings: WorkerSettings) {
        interval = settings.progressInterval
        // What hangs has ended the process by then.
        watch = ProgressWatch(limit: max(.seconds(120), settings.hangAfter * 2))
        last = (.now, 0)
        lastBoard = .now
    }

    /// Notes a record's time, for the lag in seconds.
    mutating func saw(_ record: ConsumedRecord) {
        if let time = record.timestampMs { newest[record.topicPartition] = time }
    }

    /// Sets the board every second and writes a line at each interval.
    mutating func report(_ worker: Worker, _ consumer: Consumer, _ now: ContinuousClock.Instant) {
        countPauses(worker)
        guard lastBoard.duration(to: now) >= .seconds(1) else { return }
        lastBoard = now
        ends.ask(consumer, consumer.paused, now: now)
        let partitions = partitions(worker, consumer)
        worker.board.withLock { [stuck = stuck(worker, partitions, now)] in
            $0.partitions = partitions
            $0.stuck = stuck
        }
        setLags(worker.telemetry.metrics, partitions)
        guard last.time.duration(to: now) >= interval else { return }
        let status = worker.status
        let done = status.balance.input - status.balance.inFlight
        let rate = Double(done - last.done) / seconds(last.time.duration(to: now))
        last = (now, done)
        MemoryPlan.trim()
        worker.telemetry.emit(
            Progress(
                balance: status.balance, bytes: status.inFlightBytes, lag: partitions.reduce(0) { $0 + ($1.lag ?? 0) },
                pagesPerSecond: rate, waitingFor: status.pausedFor))
    }

    private mutating func countPauses(_ worker: Worker) {
        let current = Set(worker.delivery.ask { $0.shutReasons.map(PauseReason.init) })
        for reason in current.subtracting(pauses) {
            worker.telemetry.metrics.counter(.pauses, reason.name.rawValue).add()
        }
        pauses = current
    }

    // MARK: Partitions

    private mutating func partitions(_ worker: Worker, _ consumer: Consumer) -> [PartitionStatus] {
        let found = worker.delivery.ask { machine in
            machine.ledger.assigned.sorted().map { place in
                PartitionStatus(
                    place: place, frontier: machine.ledger.frontier(place) ?? 0,
                    position: machine.ledger.position(place) ?? 0, inFlight: machine.ledger.inFlight(place))
            }
        }
        newest = newest.filter { place, _ in found.contains { $0.place == place } }
        let asked = ends.known
        return found.map { status in
            var status = status
            let cached = (try? consumer.cachedWatermarks(status.place)).flatMap { $0.high >= 0 ? $0.high : nil }
            status.end = [cached, asked[status.place]].compactMap(\.self).max()
            if let lag = status.lag { status.lagSeconds = lag == 0 ? 0 : age(status.place) }
            return status
        }
    }

    /// A record's time is its producer's word: it may be any number.
    private func age(_ place: TopicPartition) -> Double? {
        newest[place].map { max(0, (Double(WallTime.now().milliseconds) - Double($0)) / 1000) }
    }

    private mutating func stuck(
        _ worker: Worker, _ partitions: [PartitionStatus], _ now: ContinuousClock.Instant
    ) -> Set<TopicPartition> {
        let fetched = worker.fetchedRecords
        let waitsOutside = worker.waitsOutside
        let state = worker.delivery.ask { machine in
            ProgressWatch.State(
                done: machine.balance.input - machine.balance.inFlight, taken: machine.balance.input,
                isOutputAway: machine.isOutputAway || waitsOutside, isReading: !machine.isShut && !waitsOutside,
                partitions: partitions.reduce(into: [:]) { marks, status in
                    marks[status.place] = ProgressWatch.Mark(
                        inFlight: status.inFlight, fetched: fetched[status.place] ?? 0,
                        isHeld: machine.holds(status.place), hasHeldLetters: machine.waitsForLetters(status.place))
                })
        }
        return watch.note(state, now: now)
    }

    private func setLags(_ metrics: MetricRegistry, _ partitions: [PartitionStatus]) {
        var shown: [MetricFamily: Set<[String]>] = [.lagMessages: [], .lagSeconds: []]
        for status in partitions {
            let labels = [status.place.topic, String(status.place.partition)]
            if let lag = status.lag {
                metrics.gauge(.lagMessages, labels[0], labels[1]).set(Double(lag))
                shown[.lagMessages]?.insert(labels)
            }
            if let lag = status.lagSeconds {
                metrics.gauge(.lagSeconds, labels[0], labels[1]).set(lag)
                shown[.lagSeconds]?.insert(labels)
            }
        }
        for (family, labels) in shown { metrics.remove(family) { !labels.contains($0) } }
    }
}

/// What the polling thread last saw, for those who ask.
struct StatusBoard: Sendable {
    var partitions: [PartitionStatus] = []
    var stuck: Set<TopicPartition> = []
    /// What keeps the worker from starting.
    var waitsFor: String?
    /// A login or right that reading was refused, until partitions are assigned.
    var refusal: KafkaFault?
    /// The last figures of each client.
    var figures: [String: Statistics] = [:]
}

extension StatusBoard {
    /// What keeps a worker that runs from reading.
    var hindrance: String? {
        refusal.map { "reading is refused: \($0)" } ?? (isCutOff ? "no broker can be reached" : nil)
    }

    /// Whether the consumer has told that it can speak to no broker.
    var isCutOff: Bool {
        guard let brokers = figures["consumer"]?.brokers, !brokers.isEmpty else { return false }
        return !brokers.contains(where: \.isUp)
    }

    /// Whether the consumer has told that it can speak to a broker.
    var isConnected: Bool { figures["consumer"]?.brokers.contains(where: \.isUp) ?? false }

    /// Brokers of the cluster as the clients see them.
    var brokers: [BrokerStatus] {
        figures.sorted { $0.key < $1.key }.flatMap { client, figures in
            figures.members.map {
                BrokerStatus(
                    client: client, name: $0.name, isUp: $0.isUp, roundTrip: Double($0.roundTripUs) / 1e6)
            }
        }
    }
}
