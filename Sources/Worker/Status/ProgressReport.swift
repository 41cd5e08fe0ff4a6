import Flow
import Kafka
import Synchronization
import Telemetry

/// The periodic progress line and the gauges beside it.
struct ProgressReport {
    private let interval: Duration
    private var last: (time: ContinuousClock.Instant, done: Int)
    private var lastGauges: ContinuousClock.Instant
    private var newest: [TopicPartition: Int64] = [:]
    private var shown: Set<TopicPartition> = []

    init(interval: Duration) {
        self.interval = interval
        last = (.now, 0)
        lastGauges = .now
    }

    /// Notes a record's time, for the lag in seconds.
    mutating func saw(_ record: ConsumedRecord) {
        if let time = record.timestampMs { newest[record.topicPartition] = time }
    }

    /// Sets the gauges every second and writes a line at each interval.
    mutating func report(_ worker: Worker, _ consumer: Consumer, _ now: ContinuousClock.Instant) {
        guard lastGauges.duration(to: now) >= .seconds(1) else { return }
        lastGauges = now
        let status = worker.status
        let lag = setLags(worker, consumer, status.assigned)
        worker.telemetry.metrics.gauge("galley_inflight_pages", help: "Pages begun and not finished.")
            .set(status.balance.inFlight)
        worker.telemetry.metrics.gauge("galley_inflight_bytes", help: "Raw bytes of pages in flight.")
            .set(status.inFlightBytes)
        guard last.time.duration(to: now) >= interval else { return }
        let done = status.balance.input - status.balance.inFlight
        let rate = Double(done - last.done) / seconds(last.time.duration(to: now))
        last = (now, done)
        MemoryPlan.trim()
        worker.telemetry.emit(
            Progress(
                balance: status.balance, bytes: status.inFlightBytes, lag: lag, pagesPerSecond: rate,
                waitingFor: status.pausedFor))
    }

    private mutating func setLags(_ worker: Worker, _ consumer: Consumer, _ assigned: Set<TopicPartition>) -> Int64 {
        var total: Int64 = 0
        let metrics = worker.telemetry.metrics
        for place in assigned {
            let frontier = worker.accounts.ask { $0.ledger.frontier(place) }
            guard let marks = try? consumer.cachedWatermarks(place), let frontier else { continue }
            let lag = max(0, marks.high - frontier)
            total += lag
            lagMessages(metrics, place).set(Double(lag))
            lagSeconds(metrics, place).set(lag == 0 ? 0 : age(place))
        }
        for place in shown.subtracting(assigned) {
            metrics.remove("galley_lag_messages", labels: labels(place))
            metrics.remove("galley_lag_seconds", labels: labels(place))
            newest[place] = nil
        }
        shown = assigned
        return total
    }

    private func age(_ place: TopicPartition) -> Double {
        guard let newest = newest[place] else { return 0 }
        // A record's time is its producer's word: it may be any number.
        return max(0, (Double(Timestamp.now().milliseconds) - Double(newest)) / 1000)
    }

    private func labels(_ place: TopicPartition) -> [Label] {
        [Label("topic", place.topic), Label("partition", String(place.partition))]
    }

    private func lagMessages(_ metrics: MetricRegistry, _ place: TopicPartition) -> Gauge {
        metrics.gauge("galley_lag_messages", help: "Records not finished, by partition.", labels: labels(place))
    }

    private func lagSeconds(_ metrics: MetricRegistry, _ place: TopicPartition) -> Gauge {
        metrics.gauge(
            "galley_lag_seconds", help: "Age of the newest record read, while there are more.", labels: labels(place))
    }
}
