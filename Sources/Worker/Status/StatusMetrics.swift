import Kafka
import Telemetry

extension Worker {
    /// Has the metrics that say how the worker stands set each time they are asked for.
    func publishStatus() {
        let metrics = telemetry.metrics
        metrics.register(MetricFamily.worker)
        // From nought on, so that the first of a kind is seen as a rise.
        for kind in OutcomeKind.allCases { metrics.counter(.pages, kind.rawValue).add(0) }
        for result in ["ok", "failed"] { metrics.counter(.commits, result).add(0) }
        for result in ["committed", "aborted"] { metrics.counter(.transactions, result).add(0) }
        for client in ["consumer", "producer"] { metrics.counter(.clientsRebuilt, client).add(0) }
        for name in PauseReason.Name.allCases { metrics.counter(.pauses, name.rawValue).add(0) }
        for family in [MetricFamily.lateCompletions, .quarantined, .offsetsGone] { metrics.counter(family).add(0) }
        metrics.onCollect { [weak self] metrics in self?.status.record(in: metrics) }
        metrics.gauge(.memoryLimit).set(settings.memoryBytes)
        metrics.gauge(.buildInfo, settings.version, KafkaLibrary.versionString).set(1)
    }
}

extension WorkerStatus {
    /// Sets the gauges.
    func record(in metrics: MetricRegistry) {
        metrics.gauge(.inFlightPages).set(balance.inFlight)
        metrics.gauge(.inFlightBytes).set(inFlightBytes)
        metrics.gauge(.inFlightLimit).set(inFlightLimit)
        metrics.gauge(.assignedPartitions).set(assigned.count)
        metrics.gauge(.heldPartitions).set(held.count)
        metrics.gauge(.ready).set(isReady ? 1 : 0)
        metrics.gauge(.loopAge).set(secondsSinceLoop)
        let names = Set(pauses.map(\.name))
        for name in PauseReason.Name.allCases {
            metrics.gauge(.paused, name.rawValue).set(names.contains(name) ? 1 : 0)
        }
    }
}
